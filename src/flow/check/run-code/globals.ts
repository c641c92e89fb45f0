/** What Run code hasn't, and what nobody knows of its engine (facts §1). */

/** Globals that Run code certainly hasn't, each with what to do instead. */
export const ABSENT: Readonly<Record<string, string>> = {
  fetch: 'Read data in the input query, and send requests with a step of their own.',
  XMLHttpRequest: 'Read data in the input query, and send requests with a step of their own.',
  WebSocket: 'Read data in the input query, and send requests with a step of their own.',
  setTimeout: 'Put a Wait step into the workflow.',
  setInterval: 'Put a Wait step into the workflow.',
  setImmediate: 'Put a Wait step into the workflow.',
  queueMicrotask: 'Return the result itself.',
  Promise: 'Return the result itself.',
  require: 'Put everything into the one script.',
  module: 'Write export default function main(input) { … }.',
  exports: 'Write export default function main(input) { … }.',
  process: 'Write settings as constants at the top of the script.',
  Buffer: 'Use the texts and numbers of the language.',
  performance: 'Take the time from the input, for example the trigger’s scheduledAt.',
  crypto: 'Take what differs from the input, for example an id.',
  window: 'Run code runs by itself, in no browser.',
  document: 'Run code runs by itself, in no browser.',
  navigator: 'Run code runs by itself, in no browser.',
  location: 'Run code runs by itself, in no browser.',
  localStorage: 'Keep data in a metafield, and read it in the input query.',
  sessionStorage: 'Keep data in a metafield, and read it in the input query.',
  self: 'Run code runs by itself, in no browser.',
  global: 'Run code runs by itself, not in Node.',
};

/** Whether Flow's engine has these is not known; each with what does without. */
export const DOUBTFUL: Readonly<Record<string, string>> = {
  BigInt: 'Count in whole numbers of the smallest unit.',
  Intl: 'Write numbers and dates out by hand.',
};

/** Not part of the language of 2020, but engines without a browser may have them. */
export const PERHAPS: ReadonlySet<string> = new Set(
  'AggregateError FinalizationRegistry Iterator TextDecoder TextEncoder URL URLSearchParams WeakRef atob btoa structuredClone'.split(
    ' ',
  ),
);

/** The language of 2020. `eval` and `Function` are told apart elsewhere. */
export const LANGUAGE: ReadonlySet<string> = new Set(
  [
    'Array ArrayBuffer Atomics Boolean DataView Date Error EvalError Function Infinity JSON Map Math NaN Number Object Proxy',
    'RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError TypeError URIError WeakMap WeakSet',
    'Float32Array Float64Array Int8Array Int16Array Int32Array Uint8Array Uint8ClampedArray Uint16Array Uint32Array',
    'arguments console decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN',
    'parseFloat parseInt undefined unescape',
  ]
    .join(' ')
    .split(' '),
);

/** Came to the language after ES2020. */
export const LATER_METHODS: ReadonlySet<string> = new Set(
  'at findLast findLastIndex groupBy hasOwn replaceAll toReversed toSorted toSpliced'.split(' '),
);

/** Need the tables of languages that small engines leave out. */
export const BY_LANGUAGE: ReadonlySet<string> = new Set(
  'toLocaleString toLocaleDateString toLocaleTimeString'.split(' '),
);
