/** Runs scripts in a thread of their own, so that nothing that a script does keeps the lab from answering. */
import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import type {GraphQLObjectType} from 'graphql';
import {saidOf} from '../problem.ts';
import {say} from '../said.ts';
import type {Said} from '../types.ts';
import {failure, TOO_LONG, TOO_MUCH} from './failure.ts';
import {mismatch, outputType} from './output.ts';
import type {Answer, Job, RunCodeError, RunCodeLimits, RunCodeResult} from './types.ts';

const MEGABYTE = 1024 * 1024;

const LIMITS: RunCodeLimits = {
  milliseconds: 2_000,
  memoryBytes: 32 * MEGABYTE,
  stackBytes: 256 * 1024,
  memoryEvery: 64,
};

/** How long after its time a script is ended from outside: one long built-in, `repeat` and `join` for example, isn't interrupted. */
const GRACE_MILLISECONDS = 1_000;

/** Longest output as JSON, in characters. Flow's own limit is not publicly known. */
const OUTPUT_LENGTH = 1_000_000;

let thread: Promise<Worker> | null = null;

/** Scripts wait for each other: a script's time begins when it runs. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a Run code script as Flow does: an ES module whose default export is called with the result of the input query, in an
 * engine of its own, with nothing but the language. Never rejects for what the script does.
 * @param script the step's `script`
 * @param input the result of the step's `input` query; goes in as JSON
 * @param outputSchema the step's `output_schema`: SDL with the root type `Output`
 */
export async function runCode(
  script: string,
  input: unknown,
  outputSchema: string,
  limits: Partial<RunCodeLimits> = {},
): Promise<RunCodeResult> {
  const type = typeOf(outputSchema);
  if (!('name' in type)) return {ok: false, error: type, logs: [], milliseconds: 0, memoryBytes: 0};
  const job: Job = {script, input: JSON.stringify(input) ?? 'null', limits: {...LIMITS, ...limits}};
  const done = last.then(() => inThread(job));
  last = done.catch(() => undefined);
  const {text, error, ...ran} = await done;
  if (error) return {...ran, ok: false, error};
  const {output, wrong} = read(text ?? '', type);
  return wrong === null ? {...ran, ok: true, output} : {...ran, ok: false, error: failure('output', wrong)};
}

function typeOf(outputSchema: string): GraphQLObjectType | RunCodeError {
  try {
    return outputType(outputSchema);
  } catch (error) {
    return failure('schema', say`The output schema can’t be used: ${saidOf(error)}`);
  }
}

type Read =
  | {readonly output: Readonly<Record<string, unknown>>; readonly wrong: null}
  | {readonly output: null; readonly wrong: Said};

function read(text: string, type: GraphQLObjectType): Read {
  if (text.length > OUTPUT_LENGTH) {
    return {output: null, wrong: say`The output is too long: ${text.length} characters, at most ${OUTPUT_LENGTH}.`};
  }
  const output = JSON.parse(text) as Record<string, unknown>;
  const problem = mismatch(output, type, 'output');
  if (problem === null) return {output, wrong: null};
  return {output: null, wrong: say`The output doesn’t match the output schema: ${problem}`};
}

async function started(): Promise<Worker> {
  // Its own streams: an engine that breaks writes there, and nobody needs to read it.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {stdout: true, stderr: true});
  await once(worker, 'message');
  return worker;
}

/** Ends the thread where the script doesn't end by itself; the next script gets a new one. */
async function inThread(job: Job): Promise<Answer> {
  thread ??= started();
  const worker = await thread.catch((error: unknown) => {
    thread = null;
    throw error;
  });
  worker.ref();
  const late = AbortSignal.timeout(job.limits.milliseconds + GRACE_MILLISECONDS);
  try {
    worker.postMessage(job, []);
    const [answer] = (await once(worker, 'message', {signal: late})) as [Answer];
    worker.unref();
    return answer;
  } catch {
    thread = null;
    await worker.terminate();
    const error = late.aborted ? failure('tooLong', TOO_LONG) : failure('tooMuchMemory', TOO_MUCH);
    return {text: null, error, logs: [], milliseconds: job.limits.milliseconds, memoryBytes: 0};
  }
}
