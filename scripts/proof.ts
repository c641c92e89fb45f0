/**
 * `npm run -s proof -- faults|race|model|flow [--shop lab|memory] [--runs N] [--lab-runs N] [--seed N]`: one line of figures that
 * ends in `ok` or `FAILED`; `flow`, always on the lab, has a line for each workflow before it. Without a name all at once, each
 * in a process of its own.
 */
import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {proveFaults} from '../tests/proof/faults.ts';
import {proveFlow, textOf} from '../tests/proof/flow/flow.ts';
import {proveModel} from '../tests/proof/model.ts';
import {proveRaces} from '../tests/proof/race.ts';
import {lineOf} from '../tests/proof/report.ts';

const {values, positionals} = given();

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        shop: {type: 'string', default: 'lab'},
        runs: {type: 'string', default: '10000'},
        'lab-runs': {type: 'string', default: '1000'},
        seed: {type: 'string', default: '1'},
      },
    });
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
}

const stage = values.shop === 'memory' ? 'memory' : 'lab';
const runs = whole('--runs', values.runs);
const lab = stage === 'memory' ? 0 : Math.min(runs, whole('--lab-runs', values['lab-runs']));
const seed = whole('--seed', values.seed);

const proofs: Readonly<Record<string, () => ReturnType<typeof proveFaults>>> = {
  faults: () => proveFaults({stage}),
  race: () => proveRaces(undefined, stage),
  model: () => proveModel({lab, memory: runs - lab, seed}),
  flow: proveWorkflows,
};

const [name] = positionals;
if (name === undefined) process.exitCode = await all();
else {
  const prove = proofs[name];
  if (prove) process.exitCode = await one(prove);
  else usage(`"${name}" is no proof. Name one of ${Object.keys(proofs).join(', ')}, or none for all.`);
}

async function one(prove: () => ReturnType<typeof proveFaults>): Promise<number> {
  const started = performance.now();
  const report = await prove();
  const seconds = Math.round((performance.now() - started) / 1000);
  for (const failure of report.failures.slice(0, 20)) process.stderr.write(`${failure}\n`);
  process.stdout.write(`${lineOf({...report, figures: {...report.figures, seconds}})}\n`);
  return report.failures.length === 0 ? 0 : 1;
}

async function proveWorkflows(): ReturnType<typeof proveFaults> {
  const failures: string[] = [];
  let [workflows, scenarios] = [0, 0];
  await proveFlow({}, (line) => {
    process.stdout.write(`${textOf(line)}\n`);
    failures.push(...line.failures);
    workflows += 1;
    scenarios += line.runs;
  });
  return {name: 'flow on the lab', figures: {workflows, scenarios, failures: failures.length}, failures};
}

async function all(): Promise<number> {
  const options = process.argv.slice(2);
  const codes = Object.keys(proofs).map(
    (proof) =>
      new Promise<number>((resolve) => {
        const child = spawn(process.execPath, [fileURLToPath(import.meta.url), proof, ...options], {stdio: 'inherit'});
        child.on('close', (code) => resolve(code ?? 1));
      }),
  );
  return Math.max(...(await Promise.all(codes)));
}

function whole(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) usage(`${option} ${text}: give a whole number.`);
  return number;
}

function usage(message: string): never {
  process.stderr.write(`proof: ${message}\n`);
  process.exit(2);
}
