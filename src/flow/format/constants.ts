/** A value that a merchant may change in a script: `const AT_MOST = "100.00";` at the start of a line. */
export interface Constant {
  readonly name: string;
  /** As it is written, quotes included. */
  readonly value: string;
}

const LINE = /^const ([A-Z][A-Z0-9_]*) = ("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?|true|false);?$/gm;

/** The constants of a Run code script that are plain values, in the order of the script. */
export function constantsOf(script: string): Constant[] {
  return [...script.matchAll(LINE)].map(([, name = '', value = '']) => ({name, value}));
}
