import type {AllocationResult} from './allocation.ts';
import type {Rate} from './measure.ts';
import type {RequestsResult} from './requests.ts';
import type {RunCodeResult} from './run-code.ts';

export interface Report {
  readonly node: string;
  readonly planner: readonly {readonly lines: number; readonly rate: Rate}[];
  readonly allocation: readonly AllocationResult[];
  readonly bundles: readonly {readonly file: string; readonly rawBytes: number; readonly compressedBytes: number}[];
  readonly requests: RequestsResult;
  /** Each script of the workflows in QuickJS. */
  readonly runCode: readonly RunCodeResult[];
  /** Milliseconds from `npm start` to the first page, everything installed; the median of three. */
  readonly startMilliseconds: number;
}

export interface Aim {
  readonly name: string;
  readonly aim: string;
  readonly measured: string;
  readonly met: boolean;
}

const count = (value: number): string => Math.round(value).toLocaleString('en-US');
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** What the project aims for, against what this run measured. */
export function aimsOf({planner, allocation, bundles, requests, runCode, startMilliseconds}: Report): Aim[] {
  const at = (lines: number): number => planner.find((row) => row.lines === lines)?.rate.milliseconds ?? Number.NaN;
  const growth = at(2500) / 2500 / (at(250) / 250);
  const slowest = Math.min(...allocation.map(({own, dinero}) => own.perSecond / dinero.perSecond));
  const heaviest = Math.max(...bundles.map(({compressedBytes}) => compressedBytes));
  const {open, refund, tell} = requests;
  return [
    {
      name: 'growth with the number of lines',
      aim: 'linear: a line costs at most twice as much in 2,500 as in 250',
      measured: `${growth.toFixed(2)} times`,
      met: growth <= 2,
    },
    {name: 'a plan of 250 lines', aim: 'under 0.5 ms', measured: `${at(250).toFixed(3)} ms`, met: at(250) < 0.5},
    {
      name: 'allocation and rounding',
      aim: 'faster than dinero.js',
      measured: `${slowest.toFixed(1)} times as fast, at least`,
      met: slowest > 1,
    },
    {
      name: 'heaviest bundle',
      aim: 'at most 24 KB compressed',
      measured: kilobytes(heaviest),
      met: heaviest <= 24 * 1024,
    },
    {
      name: 'to open the action',
      aim: '1 request',
      measured: `${open.requests}, ${open.cost} points`,
      met: open.requests === 1,
    },
    {
      name: 'to carry out a two-leg refund',
      aim: 'at most 8 requests and 150 points',
      measured: `${refund.requests}, ${refund.cost} points`,
      met: refund.requests <= 8 && refund.cost <= 150,
    },
    {
      name: 'then, to tell Flow of it',
      aim: 'at most 4 requests and 20 points',
      measured: `${tell.requests}, ${tell.cost} points`,
      met: tell.requests <= 4 && tell.cost <= 20,
    },
    {
      name: 'npm start, warm',
      aim: 'under 3 s',
      measured: `${(startMilliseconds / 1000).toFixed(2)} s`,
      met: startMilliseconds < 3000,
    },
    ...runCodeAims(runCode),
  ];
}

/** Of every script: the heaviest counts, and how many keep within the aim. */
function runCodeAims(results: readonly RunCodeResult[]): Aim[] {
  const aim = (name: string, of: (result: RunCodeResult) => number, most: number, show: (value: number) => string) => {
    const values = results.map(of);
    const within = values.filter((value) => value <= most).length;
    const measured = `${show(Math.max(...values))} at most, ${within} of ${values.length} scripts within`;
    return {name, aim: show(most), measured, met: within === values.length};
  };
  const longest = (of: (run: RunCodeResult['runs'][number]) => number) => (result: RunCodeResult) =>
    Math.max(...result.runs.filter(({lines}) => lines === 100).map(of));
  return [
    aim('Run code: size of a script', ({bytes}) => bytes, 16 * 1024, kilobytes),
    aim(
      'Run code: time at 100 lines',
      longest((run) => run.milliseconds),
      5,
      (value) => `${value.toFixed(1)} ms`,
    ),
    aim(
      'Run code: memory at 100 lines',
      longest((run) => run.memoryBytes),
      2 * 1024 * 1024,
      kilobytes,
    ),
  ];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [, ...numbers] = widths.keys();
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          numbers.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

/** The report as a person reads it. */
export function printed(report: Report): string {
  const {planner, allocation, bundles, requests, runCode, node} = report;
  const plans = [
    ['lines', 'plans per second', 'milliseconds'],
    ...planner.map(({lines, rate}) => [count(lines), count(rate.perSecond), rate.milliseconds.toFixed(3)]),
  ];
  const sideBySide = [
    ['lines', 'ours per second', 'dinero.js per second', 'ratio'],
    ...allocation.map(({lines, own, dinero}) => [
      count(lines),
      count(own.perSecond),
      count(dinero.perSecond),
      (own.perSecond / dinero.perSecond).toFixed(1),
    ]),
  ];
  const sizes = [
    ['bundle', 'raw', 'compressed'],
    ...bundles.map(({file, rawBytes, compressedBytes}) => [file, kilobytes(rawBytes), kilobytes(compressedBytes)]),
  ];
  const calls = [
    ['in the local Shopify', 'requests', 'points'],
    ['open the action', String(requests.open.requests), String(requests.open.cost)],
    ['ask Shopify for its figures', String(requests.ask.requests), String(requests.ask.cost)],
    ['carry out a two-leg refund', String(requests.refund.requests), String(requests.refund.cost)],
    ['tell Flow of it', String(requests.tell.requests), String(requests.tell.cost)],
  ];
  const lines = runCode[0]?.runs.map((run) => run.lines) ?? [];
  const scripts = [
    ['Run code in QuickJS, by lines', 'bytes', ...lines.flatMap((at) => [`ms at ${at}`, `memory at ${at}`])],
    ...runCode.map(({script, bytes, runs}) => [
      script,
      kilobytes(bytes),
      ...runs.flatMap((run) => [run.milliseconds.toFixed(1), kilobytes(run.memoryBytes)]),
    ]),
  ];
  const aims = aimsOf(report).map(
    ({name, aim, measured, met}) => `${met ? 'met   ' : 'MISSED'}  ${name}: ${measured} (aim: ${aim})`,
  );
  return [
    `Whole plans (Node ${node})\n${table(plans)}`,
    `Allocation and rounding beside dinero.js: the same amounts, one run\n${table(sideBySide)}`,
    table(sizes),
    `${table(calls)}\n${requests.refund.operations.map((operation) => `  ${operation}`).join('\n')}`,
    table(scripts),
    `npm start, warm: ${(report.startMilliseconds / 1000).toFixed(2)} s`,
    aims.join('\n'),
  ].join('\n\n');
}
