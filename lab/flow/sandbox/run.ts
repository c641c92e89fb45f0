import {newQuickJSWASMModuleFromVariant, newVariant, RELEASE_SYNC, Scope} from 'quickjs-emscripten';
import type {QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule} from 'quickjs-emscripten';
import {mismatch, outputType} from './output.ts';
import {PRELUDE} from './prelude.ts';
import type {RunCodeError, RunCodeErrorCode, RunCodeLimits, RunCodeResult} from './types.ts';

const MEGABYTE = 1024 * 1024;
const PAGE = 64 * 1024;

const LIMITS: RunCodeLimits = {
  milliseconds: 2_000,
  memoryBytes: 32 * MEGABYTE,
  stackBytes: 256 * 1024,
  memoryEvery: 64,
};

/** The engine in a memory that ends: what its own limit on memory counts is blocks, not bytes (there is no malloc_usable_size). */
function newEngine(): Promise<QuickJSWASMModule> {
  const wasmMemory = new WebAssembly.Memory({initial: (16 * MEGABYTE) / PAGE, maximum: (64 * MEGABYTE) / PAGE});
  return newQuickJSWASMModuleFromVariant(newVariant(RELEASE_SYNC, {wasmMemory}));
}

let engine: Promise<QuickJSWASMModule> | null = null;

class Failed extends Error {
  readonly code: RunCodeErrorCode;

  constructor(code: RunCodeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

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
  engine ??= newEngine();
  const runtime = (await engine).newRuntime();
  const logs: string[] = [];
  const allowed = {...LIMITS, ...limits};
  const run: Watched = {started: 0, milliseconds: 0, memoryBytes: 0, stopped: null};
  let context: QuickJSContext | null = null;
  try {
    context = prepared(runtime, logs, allowed);
    run.started = performance.now();
    watch(context, allowed, run);
    const text = called(context, script, JSON.stringify(input) ?? 'null', allowed, run);
    const output: unknown = JSON.parse(text);
    const wrong = mismatch(output, type, 'output');
    if (wrong) throw new Failed('output', `The output doesn’t match the output schema: ${wrong}`);
    return {ok: true, output: output as Record<string, unknown>, logs, ...measured(run)};
  } catch (error) {
    run.milliseconds ||= performance.now() - run.started;
    if (error instanceof Failed) return {ok: false, error: errorOf(error, run), logs, ...measured(run)};
    // The host's own stack or memory gave out: this instance is not to be trusted any more.
    engine = null;
    return {
      ok: false,
      error: {code: 'tooDeep', message: `The script broke the engine: ${String(error)}`},
      logs,
      ...measured(run),
    };
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

interface Watched {
  started: number;
  milliseconds: number;
  memoryBytes: number;
  /** Why the script was interrupted. */
  stopped: 'tooLong' | 'tooMuchMemory' | null;
}

function typeOf(outputSchema: string): ReturnType<typeof outputType> | RunCodeError {
  try {
    return outputType(outputSchema);
  } catch (error) {
    return {code: 'schema', message: `The output schema can’t be used: ${(error as Error).message}`};
  }
}

function errorOf({code, message}: Failed, {stopped}: Watched): RunCodeError {
  return code === 'tooLong' && stopped === 'tooMuchMemory' ? {code: stopped, message: TOO_MUCH} : {code, message};
}

function measured({milliseconds, memoryBytes}: {milliseconds: number; memoryBytes: number}) {
  return {milliseconds, memoryBytes};
}

/** An engine that has nothing but the language, `console.log` and its limits. */
function prepared(runtime: QuickJSRuntime, logs: string[], limits: RunCodeLimits): QuickJSContext {
  runtime.setMaxStackSize(limits.stackBytes);
  runtime.setModuleLoader((name) => ({
    error: new Error(`Run code has no imports (${name}). Put everything into the one script.`),
  }));
  const context = runtime.newContext();
  const log = context.newFunction('log', (text) => {
    logs.push(context.getString(text));
  });
  context.setProp(context.global, '__log', log);
  log.dispose();
  unwrapped(context, context.evalCode(PRELUDE, 'prelude.js', {type: 'global'}), 'threw').dispose();
  return context;
}

/** The output as JSON text. @throws Failed */
function called(context: QuickJSContext, script: string, input: string, limits: RunCodeLimits, run: Watched): string {
  return Scope.withScope((scope) => {
    const kept = (result: Result, otherwise: RunCodeErrorCode) => scope.manage(unwrapped(context, result, otherwise));
    const exported = kept(context.evalCode(script, 'script.js', {type: 'module'}), 'syntax');
    settled(context, exported);
    const main = scope.manage(context.getProp(exported, 'default'));
    if (context.typeof(main) !== 'function') {
      const begin = 'begin with “export default function main(input)”.';
      throw new Failed('noFunction', `The script has no default export that is a function: ${begin}`);
    }
    const json = scope.manage(context.getProp(context.global, 'JSON'));
    const text = scope.manage(context.newString(input));
    const argument = kept(context.callMethod(json, 'parse', [text]), 'tooMuchMemory');
    const returned = kept(context.callFunction(main, context.undefined, argument), 'threw');
    run.milliseconds = performance.now() - run.started;
    run.memoryBytes = Math.max(run.memoryBytes, memoryOf(context));
    if (run.memoryBytes > limits.memoryBytes) throw new Failed('tooMuchMemory', TOO_MUCH);
    settled(context, returned);
    const output = context.getString(kept(context.callMethod(json, 'stringify', [returned]), 'output'));
    if (!output.startsWith('{')) throw new Failed('output', 'The script returned no object.');
    return output;
  });
}

/** @throws Failed for a promise, and for what would run after the script: Flow waits for neither. */
function settled(context: QuickJSContext, value: QuickJSHandle): void {
  if (!isPromise(context, value) && !context.runtime.hasPendingJob()) return;
  throw new Failed('forbidden', 'Run code has no promises. Return the result itself, without async and await.');
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
  return context.runtime.computeMemoryUsage().consume((usage) => {
    const {memory_used_size: used} = context.dump(usage) as {memory_used_size: number};
    return used;
  });
}

type Result = ReturnType<QuickJSContext['evalCode']>;

/** @throws Failed as the engine's error says, else with `otherwise` as its code */
function unwrapped(context: QuickJSContext, result: Result, otherwise: RunCodeErrorCode): QuickJSHandle {
  if (!result.error) return result.value;
  const dumped: unknown = result.error.consume((handle) => context.dump(handle));
  const {name = 'Error', message = String(dumped)} = (dumped ?? {}) as {name?: string; message?: string};
  const own = name === 'RunCodeForbidden' ? message : `${name}: ${message}`;
  throw new Failed(codeOf(name, message, otherwise), WORDS[own] ?? own);
}

const TOO_MUCH = 'The script needs too much memory and was stopped.';

const WORDS: Readonly<Record<string, string>> = {
  'InternalError: interrupted': 'The script ran too long and was stopped.',
  'InternalError: out of memory': TOO_MUCH,
  'InternalError: string too long': TOO_MUCH,
  'InternalError: stack overflow': 'The script calls itself too deep and was stopped.',
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
