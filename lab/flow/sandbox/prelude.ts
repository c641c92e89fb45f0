import {REFUSALS} from './forbidden.ts';

/**
 * Run inside the engine before the script: takes away what Run code hasn't, with an error that says so. What came to the language
 * after ES2020 goes too: which engine Flow uses is not publicly known, and a script that needs less runs on all.
 */
export const PRELUDE = String.raw`(() => {
  const refusals = ${JSON.stringify(REFUSALS)};
  const refuse = (what) => {
    const error = new Error(refusals[what]);
    error.name = 'RunCodeForbidden';
    throw error;
  };
  const refusing = (what) => function () { refuse(what); };
  const define = (target, name, value) =>
    Object.defineProperty(target, name, {value, writable: true, configurable: true, enumerable: false});

  const Given = Date;
  function FlowDate(...parts) {
    if (!new.target || parts.length === 0) refuse('clock');
    return Reflect.construct(Given, parts, new.target);
  }
  FlowDate.prototype = Given.prototype;
  define(FlowDate, 'parse', Given.parse);
  define(FlowDate, 'UTC', Given.UTC);
  define(FlowDate, 'now', refusing('clock'));
  define(Given.prototype, 'constructor', FlowDate);
  define(globalThis, 'Date', FlowDate);
  define(Math, 'random', refusing('chance'));

  for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'XMLHttpRequest', 'WebSocket', 'require', 'queueMicrotask']) {
    define(globalThis, name, refusing(name));
  }

  const NoPromise = refusing('promises');
  for (const name of ['resolve', 'reject', 'all', 'allSettled', 'race', 'any', 'withResolvers', 'try']) define(NoPromise, name, refusing('promises'));
  define(globalThis, 'Promise', NoPromise);

  const log = globalThis.__log;
  delete globalThis.__log;
  const shown = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return String(value);
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  const console = {log: (...values) => log(values.map(shown).join(' '))};
  for (const name of ['info', 'warn', 'error', 'debug', 'table', 'trace', 'dir']) {
    define(console, name, refusing(name));
  }
  define(globalThis, 'console', console);

  const later = [
    [Array.prototype, 'at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
    [String.prototype, 'at', 'replaceAll', 'isWellFormed', 'toWellFormed'],
    [Object, 'hasOwn', 'groupBy'],
    [Map, 'groupBy'],
    [Array, 'fromAsync'],
    [globalThis, 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'Iterator', 'structuredClone', 'navigator', 'scriptArgs', 'print', 'gc'],
    ...['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'].map((name) => [Set.prototype, name]),
    [Object.getPrototypeOf(Int8Array).prototype, 'at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
  ];
  for (const [target, ...names] of later) for (const name of names) delete target[name];
})()`;
