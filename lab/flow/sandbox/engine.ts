import {newQuickJSWASMModuleFromVariant, newVariant, RELEASE_SYNC, Scope} from 'quickjs-emscripten';
import type {QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule} from 'quickjs-emscripten';
import {entry, Spoken} from '../problem.ts';
import {say, sentenceOf, verbatim} from '../said.ts';
import type {Said} from '../types.ts';
import {failure, TOO_LONG, TOO_MUCH} from './failure.ts';
import {importOf, PROMISES, refusalOf} from './forbidden.ts';
import {PRELUDE} from './prelude.ts';
import type {Answer, Job, RunCodeError, RunCodeErrorCode, RunCodeLimits} from './types.ts';

const MEGABYTE = 1024 * 1024;
const PAGE = 64 * 1024;

/** The engine in a memory that ends: what its own limit on memory counts is blocks, not bytes (there is no malloc_usable_size). */
function newEngine(): Promise<QuickJSWASMModule> {
  const wasmMemory = new WebAssembly.Memory({initial: (16 * MEGABYTE) / PAGE, maximum: (64 * MEGABYTE) / PAGE});
  return newQuickJSWASMModuleFromVariant(newVariant(RELEASE_SYNC, {wasmMemory}));
}

let engine: Promise<QuickJSWASMModule> | null = null;

class Failed extends Spoken {
  readonly code: RunCodeErrorCode;

  constructor(code: RunCodeErrorCode, said: Said) {
    super(said);
    this.code = code;
  }
}

/** Loads the engine, which takes some milliseconds, before somebody waits for it. */
export async function warmUp(): Promise<void> {
  engine ??= newEngine();
  await engine;
}

/**
 * Runs a script in an engine of its own, with nothing but the language. Never rejects for what the script does. Built-ins that are
 * long at work aren't interrupted: `run.ts` ends those from outside.
 */
export async function evaluate({script, input, limits}: Job): Promise<Answer> {
  engine ??= newEngine();
  const runtime = (await engine).newRuntime();
  const log = new Log();
  const run: Watched = {started: 0, milliseconds: 0, memoryBytes: 0, stopped: null};
  let context: QuickJSContext | null = null;
  const answer = (outcome: Pick<Answer, 'text' | 'error'>): Answer => ({
    ...outcome,
    logs: log.lines,
    milliseconds: run.milliseconds,
    memoryBytes: run.memoryBytes,
  });
  try {
    context = prepared(runtime, log, limits);
    run.started = performance.now();
    watch(context, limits, run);
    return answer({text: called(context, script, input, limits, run), error: null});
  } catch (error) {
    run.milliseconds ||= performance.now() - run.started;
    if (error instanceof Failed) return answer({text: null, error: errorOf(error, run)});
    // The host's own stack or memory gave out: this instance is not to be trusted any more.
    engine = null;
    return answer({text: null, error: failure('tooDeep', BROKE)});
  } finally {
    release(context, runtime);
  }
}

/** Stops a script that runs or allocates without end. The engine asks every some thousand steps. */
function watch(context: QuickJSContext, limits: RunCodeLimits, run: Watched): void {
  const deadline = run.started + limits.milliseconds;
  let asked = 0;
  context.runtime.setInterruptHandler(() => {
    asked += 1;
    if (asked % limits.memoryEvery === 0) run.memoryBytes = Math.max(run.memoryBytes, memoryOf(context));
    run.stopped =
      run.memoryBytes > limits.memoryBytes ? 'tooMuchMemory' : performance.now() > deadline ? 'tooLong' : null;
    return run.stopped !== null;
  });
}

/** What the script wrote down; beyond that it is cut, with a line that says so. */
class Log {
  readonly lines: string[] = [];
  private length = 0;

  write(text: string): void {
    if (this.length > LOG_LENGTH) return;
    this.length += text.length + 1;
    this.lines.push(this.length > LOG_LENGTH ? 'The log is too long: what follows is left out.' : text);
  }
}

interface Watched {
  started: number;
  milliseconds: number;
  memoryBytes: number;
  /** Why the script was interrupted. */
  stopped: 'tooLong' | 'tooMuchMemory' | null;
}

/** Once it was interrupted, whatever went wrong went wrong because of that. */
function errorOf({code, message, said}: Failed, {stopped}: Watched): RunCodeError {
  if (stopped !== null) return failure(stopped, stopped === 'tooLong' ? TOO_LONG : TOO_MUCH);
  return failure(code, message.length > MESSAGE_LENGTH ? verbatim(`${message.slice(0, MESSAGE_LENGTH)}…`) : said);
}

/** An engine that has nothing but the language, `console.log` and its limits. */
function prepared(runtime: QuickJSRuntime, log: Log, limits: RunCodeLimits): QuickJSContext {
  runtime.setMaxStackSize(limits.stackBytes);
  runtime.setModuleLoader((name) => ({
    error: new Error(sentenceOf(importOf(name))),
  }));
  const context = runtime.newContext();
  const write = context.newFunction('log', (text) => log.write(context.getString(text)));
  context.setProp(context.global, '__log', write);
  write.dispose();
  unwrapped(context, context.evalCode(PRELUDE, 'prelude.js', {type: 'global'}), 'threw').dispose();
  return context;
}

/** The output as JSON text. @throws Failed */
function called(context: QuickJSContext, script: string, input: string, limits: RunCodeLimits, run: Watched): string {
  return Scope.withScope((scope) => {
    const kept = (result: Result, otherwise: RunCodeErrorCode) => scope.manage(unwrapped(context, result, otherwise));
    // Taken before the script can put something else in their place.
    const json = scope.manage(context.getProp(context.global, 'JSON'));
    const parse = scope.manage(context.getProp(json, 'parse'));
    const stringify = scope.manage(context.getProp(json, 'stringify'));
    const exported = kept(context.evalCode(script, 'script.js', {type: 'module'}), 'syntax');
    settled(context, exported);
    const main = scope.manage(context.getProp(exported, 'default'));
    if (context.typeof(main) !== 'function') {
      throw new Failed('noFunction', NO_FUNCTION);
    }
    const text = scope.manage(context.newString(input));
    const argument = kept(context.callFunction(parse, json, text), 'tooMuchMemory');
    const returned = kept(context.callFunction(main, context.undefined, argument), 'threw');
    run.milliseconds = performance.now() - run.started;
    run.memoryBytes = Math.max(run.memoryBytes, memoryOf(context));
    if (run.memoryBytes > limits.memoryBytes) throw new Failed('tooMuchMemory', TOO_MUCH);
    settled(context, returned);
    // An async function swallows the interrupt.
    if (run.stopped !== null) throw new Failed(run.stopped, TOO_LONG);
    const output = context.getString(kept(context.callFunction(stringify, json, returned), 'output'));
    if (!output.startsWith('{')) throw new Failed('output', say`The script returned no object.`);
    return output;
  });
}

/** @throws Failed for a promise, and for what would run after the script: Flow waits for neither. */
function settled(context: QuickJSContext, value: QuickJSHandle): void {
  if (!isPromise(context, value) && !context.runtime.hasPendingJob()) return;
  throw new Failed('forbidden', PROMISES);
}

function isPromise(context: QuickJSContext, value: QuickJSHandle): boolean {
  if (context.typeof(value) !== 'object') return false;
  const state = context.getPromiseState(value);
  if (state.type === 'pending') return true;
  if (state.type === 'rejected') state.error.dispose();
  else if (!state.notAPromise) state.value.dispose();
  return state.type === 'rejected' || !state.notAPromise;
}

function memoryOf(context: QuickJSContext): number {
  return context.runtime
    .computeMemoryUsage()
    .consume((usage) => context.getProp(usage, 'memory_used_size').consume((used) => context.getNumber(used)));
}

type Result = ReturnType<QuickJSContext['evalCode']>;

/** @throws Failed as the engine's error says, else with `otherwise` as its code */
function unwrapped(context: QuickJSContext, result: Result, otherwise: RunCodeErrorCode): QuickJSHandle {
  if (!result.error) return result.value;
  const dumped: unknown = result.error.consume((handle) => context.dump(handle));
  const {name = 'Error', message = String(dumped)} = (dumped ?? {}) as {name?: string; message?: string};
  // An engine without any memory left throws null: there is no room for an error.
  if (dumped === null) throw new Failed(otherwise, say`The script threw null; perhaps it ran out of memory.`);
  const own = name === 'RunCodeForbidden' ? message : `${name}: ${message}`;
  throw new Failed(codeOf(name, message, otherwise), entry(WORDS, own) ?? refusalOf(message) ?? verbatim(own));
}

/** Longest log of one run and longest error message, in characters. */
const LOG_LENGTH = 20_000;
const MESSAGE_LENGTH = 500;

const NO_FUNCTION = say`The script has no default export that is a function: begin with “export default function main(input)”.`;
const BROKE = say`The script is nested too deep and was stopped.`;

const WORDS: Readonly<Record<string, Said>> = {
  'InternalError: interrupted': TOO_LONG,
  'InternalError: out of memory': TOO_MUCH,
  'InternalError: string too long': TOO_MUCH,
  'InternalError: stack overflow': say`The script calls itself too deep and was stopped.`,
};

function codeOf(name: string, message: string, otherwise: RunCodeErrorCode): RunCodeErrorCode {
  if (name === 'RunCodeForbidden' || message.startsWith('Run code has no')) return 'forbidden';
  if (name !== 'InternalError') return otherwise === 'syntax' && name !== 'SyntaxError' ? 'threw' : otherwise;
  if (message === 'interrupted') return 'tooLong';
  if (message === 'out of memory' || message === 'string too long') return 'tooMuchMemory';
  return message === 'stack overflow' ? 'tooDeep' : otherwise;
}

/** After a script that was stopped the engine may refuse to let go: then a new one serves the next. */
function release(context: QuickJSContext | null, runtime: QuickJSRuntime): void {
  try {
    context?.dispose();
    runtime.dispose();
  } catch {
    engine = null;
  }
}
