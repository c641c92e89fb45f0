/** The constants at the top of a Run code script, which a merchant changes in Flow's editor: `const AT_MOST = "100.00";`. */
import {createHash} from 'node:crypto';
import {FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import type {Said, ScriptConstant} from '../types.ts';
import {bodyOf} from './file.ts';

const LINE =
  /^(?:\/\/ (.*?)\r?\n)?const ([A-Z][A-Z0-9_]*) = ("(?:[^"\\\r\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false);[ \t]*\r?$/gm;

interface Place extends ScriptConstant {
  /** Where its value stands in the script. */
  readonly from: number;
  readonly to: number;
}

/** The constants that are plain values, in the order of the script, each with the comment above it. */
export function constantsIn(script: string): ScriptConstant[] {
  return placesIn(script).map(({name, about, value}) => ({name, about, value}));
}

/** A name that begins a line twice is left out: one of them may be part of a comment, or of a block. */
function placesIn(script: string): Place[] {
  const named = [...script.matchAll(/^[ \t]*const ([A-Z][A-Z0-9_]*)\b/gm)].map(([, name]) => name);
  return [...script.matchAll(LINE)].flatMap(({0: line, 1: about = '', 2: name = '', 3: literal = '', index}) => {
    const value = valueOf(literal);
    if (value === null || named.filter((other) => other === name).length > 1) return [];
    const from = index + line.lastIndexOf(literal);
    return [{name, about, value, from, to: from + literal.length}];
  });
}

/** Null for what JavaScript takes and JSON doesn’t, as "\x41". */
function valueOf(literal: string): ScriptConstant['value'] | null {
  try {
    return JSON.parse(literal) as ScriptConstant['value'];
  } catch {
    return null;
  }
}

/**
 * The file with other values in one script.
 * @param file a `.flow` file that can be read
 * @throws FlowProblem for a step without constants, a constant that it hasn't, and a value of another kind
 */
export function withConstants(file: string, stepId: string, values: Readonly<Record<string, unknown>>): string {
  const parsed = JSON.parse(bodyOf(file)) as {root: {steps: {step_id: unknown; config_field_values?: Field[]}[]}};
  const step = parsed.root.steps.find(({step_id: id}) => String(id) === stepId);
  const script = step?.config_field_values?.find(({config_field_id: id}) => id === 'script');
  if (!script) throw new FlowProblem(say`There is no step ${stepId} with a script.`);
  for (const [name, value] of Object.entries(values)) script.value = withConstant(script.value ?? '', name, value);
  const body = JSON.stringify(parsed);
  return `${createHash('sha256').update(body, 'utf8').digest('hex')}:${body}`;
}

interface Field {
  config_field_id: string;
  value?: string | null;
}

function withConstant(script: string, name: string, value: unknown): string {
  const known = placesIn(script).find((constant) => constant.name === name);
  if (!known) throw new FlowProblem(say`The script has no constant ${name}.`);
  if (typeof value !== typeof known.value || (typeof value === 'number' && !Number.isFinite(value)))
    throw new FlowProblem(say`${name} is to be ${KINDS[typeof known.value] ?? ''}.`);
  return `${script.slice(0, known.from)}${literalOf(value)}${script.slice(known.to)}`;
}

/** On one line, whoever reads it: JSON leaves two kinds of line ends as they are. */
function literalOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

const KINDS: Readonly<Record<string, Said>> = {
  string: say`a text`,
  number: say`a number`,
  boolean: say`true or false`,
};
