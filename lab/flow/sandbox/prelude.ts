/**
 * Run inside the engine before the script: takes away what Run code hasn't, with an error that says so. What came to the language
 * after ES2020 goes too: which engine Flow uses is not publicly known, and a script that needs less runs on all.
 */
export const PRELUDE = String.raw`(() => {
  const refuse = (what, instead) => {
    const error = new Error('Run code has no ' + what + '. ' + instead);
    error.name = 'RunCodeForbidden';
    throw error;
  };
  const refusing = (what, instead) => function () { refuse(what, instead); };
  const define = (target, name, value) =>
    Object.defineProperty(target, name, {value, writable: true, configurable: true, enumerable: false});

  const clock = 'Take the time from the input, for example the trigger’s scheduledAt.';
  const Given = Date;
  function FlowDate(...parts) {
    if (!new.target || parts.length === 0) refuse('clock', clock);
    return Reflect.construct(Given, parts, new.target);
  }
  FlowDate.prototype = Given.prototype;
  define(FlowDate, 'parse', Given.parse);
  define(FlowDate, 'UTC', Given.UTC);
  define(FlowDate, 'now', refusing('clock', clock));
  define(Given.prototype, 'constructor', FlowDate);
  define(globalThis, 'Date', FlowDate);
  define(Math, 'random', refusing('chance (Math.random)', 'Take what differs from the input, for example an id.'));

  const timers = 'Put a Wait step into the workflow.';
  for (const name of ['setTimeout', 'setInterval', 'setImmediate']) define(globalThis, name, refusing('timers (' + name + ')', timers));
  const requests = 'Read data in the input query and send requests with a step of their own.';
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket']) define(globalThis, name, refusing('requests (' + name + ')', requests));
  define(globalThis, 'require', refusing('imports (require)', 'Put everything into the one script.'));

  const promises = 'Return the result itself, without async and await.';
  const NoPromise = refusing('promises', promises);
  for (const name of ['resolve', 'reject', 'all', 'allSettled', 'race', 'any', 'withResolvers', 'try']) define(NoPromise, name, refusing('promises', promises));
  define(globalThis, 'Promise', NoPromise);
  define(globalThis, 'queueMicrotask', refusing('promises (queueMicrotask)', promises));

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
    define(console, name, refusing('console.' + name, 'Use console.log.'));
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
