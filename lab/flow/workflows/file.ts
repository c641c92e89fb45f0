/**
 * Reading a `.flow` file as Flow's import does: `<sha256 of the body>:<body>`, the body JSON (facts §4). The lab demands the
 * checksum; whether Flow takes a file without one is unknown.
 */
import {createHash} from 'node:crypto';
import {FlowProblem, isRecord, words} from '../problem.ts';
import {say} from '../said.ts';
import type {Said} from '../types.ts';

export interface FileStep {
  readonly id: string;
  readonly taskId: string;
  readonly taskVersion: string;
  readonly taskType: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly name: string | null;
  readonly description: string | null;
  readonly note: string | null;
  readonly position: readonly [number, number];
}

export interface FileLink {
  readonly from: string;
  readonly port: string;
  readonly to: string;
}

/** A field with arguments under a name of its own. */
export interface PatchedField {
  /** Normalised: "ORDER" and "Order" are "order". */
  readonly type: string;
  readonly name: string;
  readonly field: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface FlowFile {
  readonly name: string;
  readonly note: string | null;
  readonly steps: readonly FileStep[];
  readonly links: readonly FileLink[];
  readonly patchedFields: readonly PatchedField[];
}

const FORM = /^([0-9a-f]{64}):([\s\S]+)$/;
const LARGEST = 2_000_000;
const MOST_STEPS = 500;
const MOST_LINKS = 5_000;

/** @throws FlowProblem with one sentence that says what is wrong with the file */
export function readFile(file: string): FlowFile {
  return readBody(bodyOf(file));
}

/** The JSON that the checksum is of. @throws FlowProblem where it is missing or of something else */
export function bodyOf(file: string): string {
  if (file.length > LARGEST) throw new FlowProblem(say`The file is longer than ${LARGEST} characters.`);
  const [, checksum, body] = FORM.exec(file.replace(/^\uFEFF/, '')) ?? [];
  if (checksum === undefined || body === undefined) {
    throw new FlowProblem(
      say`This is no .flow file: it does not begin with 64 hex digits and a colon. Export it from Flow again.`,
    );
  }
  const real = createHash('sha256').update(body, 'utf8').digest('hex');
  if (real !== checksum) {
    throw new FlowProblem(
      say`The file was changed after its export: it says ${checksum.slice(0, 8)}…, its content gives ${real.slice(0, 8)}…. Export or build it again.`,
    );
  }
  return body;
}

/** @throws FlowProblem */
function readBody(body: string): FlowFile {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new FlowProblem(say`The file holds no JSON after its checksum: ${words(error)}`);
  }
  const root = record(record(value, say`the file`)['root'], 'root');
  const steps = list(root['steps'], 'root.steps');
  if (steps.length > MOST_STEPS) throw new FlowProblem(say`The workflow has more than ${MOST_STEPS} steps.`);
  const links = list(root['links'], 'root.links');
  if (links.length > MOST_LINKS) throw new FlowProblem(say`The workflow has more than ${MOST_LINKS} links.`);
  return {
    name: text(root, 'workflow_name', 'root'),
    note: textOrNull(root, 'note', 'root'),
    steps: steps.map((step, at) => stepOf(record(step, `steps[${at}]`), `steps[${at}]`)),
    links: links.map((link, at) => linkOf(record(link, `links[${at}]`), `links[${at}]`)),
    patchedFields: list(root['patched_fields'] ?? [], 'root.patched_fields').map((field, at) =>
      patched(record(field, `patched_fields[${at}]`), `patched_fields[${at}]`),
    ),
  };
}

const place = (value: number | undefined): number => (value !== undefined && Number.isFinite(value) ? value : 0);

function stepOf(step: Record<string, unknown>, at: string): FileStep {
  const fields: Record<string, string> = {};
  for (const [index, one] of list(step['config_field_values'] ?? [], `${at}.config_field_values`).entries()) {
    const where = `${at}.config_field_values[${index}]`;
    const field = record(one, where);
    const id = text(field, 'config_field_id', where);
    if (Object.hasOwn(fields, id)) throw new FlowProblem(say`${where} sets ${id} a second time.`);
    fields[id] = textOrNull(field, 'value', where) ?? '';
  }
  const [x, y] = Array.isArray(step['step_position']) ? step['step_position'].map(Number) : [];
  return {
    id: idOf(step['step_id'], `${at}.step_id`),
    taskId: text(step, 'task_id', at),
    taskVersion: text(step, 'task_version', at),
    taskType: text(step, 'task_type', at),
    fields,
    name: textOrNull(step, 'name', at),
    description: textOrNull(step, 'description', at),
    note: textOrNull(step, 'note', at),
    position: [place(x), place(y)],
  };
}

function linkOf(link: Record<string, unknown>, at: string): FileLink {
  const into = text(link, 'to_port_id', at);
  if (into !== 'input') throw new FlowProblem(say`${at}.to_port_id is "${into}"; every link ends at "input".`);
  return {
    from: idOf(link['from_step_id'], `${at}.from_step_id`),
    port: text(link, 'from_port_id', at),
    to: idOf(link['to_step_id'], `${at}.to_step_id`),
  };
}

/** Exports write the arguments as a JSON text, tools as an object; both name the type in their own way. */
function patched(field: Record<string, unknown>, at: string): PatchedField {
  const given = field['arguments'] ?? {};
  let parsed: unknown = given;
  if (typeof given === 'string') {
    try {
      parsed = given === '' ? {} : JSON.parse(given);
    } catch (error) {
      throw new FlowProblem(say`${at}.arguments is no JSON: ${words(error)}`);
    }
  }
  return {
    type: text(field, 'patched_type', at).replaceAll('_', '').toLowerCase(),
    name: camelCase(text(field, 'handle', at)),
    field: text(field, 'field', at),
    arguments: record(parsed, `${at}.arguments`),
  };
}

/** `loyalty_tier` is read as `loyaltyTier`; what is camel case already stays. */
function camelCase(handle: string): string {
  return handle.replace(/[_-]+(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

function record(value: unknown, at: string | Said): Record<string, unknown> {
  if (!isRecord(value)) throw new FlowProblem(say`${at} is no JSON object.`);
  return value;
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new FlowProblem(say`${at} is no list.`);
  return value;
}

function text(from: Record<string, unknown>, key: string, at: string): string {
  const value = from[key];
  if (typeof value !== 'string' || value === '') throw new FlowProblem(say`${at}.${key} is missing or no text.`);
  return value;
}

function textOrNull(from: Record<string, unknown>, key: string, at: string): string | null {
  const value = from[key] ?? null;
  if (value !== null && typeof value !== 'string') throw new FlowProblem(say`${at}.${key} is no text.`);
  return value;
}

/** UUIDs, ULIDs and whole numbers are all seen. */
function idOf(value: unknown, at: string): string {
  if ((typeof value !== 'string' || value === '') && typeof value !== 'number')
    throw new FlowProblem(say`${at} is missing.`);
  return String(value);
}
