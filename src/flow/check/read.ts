import {checksumOf, type FromPort, splitFlowFile, type TaskType} from '../format/index.ts';
import type {Patch} from '../environment/index.ts';
import {type Report, shown, type StepRef} from './finding.ts';
import {labelOf} from './tasks.ts';

/** A step as far as it could be read. Ids are texts here, whatever they were in the file. */
export interface Step extends StepRef {
  readonly taskId: string;
  readonly taskVersion: string;
  readonly type: TaskType;
  readonly fields: ReadonlyMap<string, string>;
  /** The merchant's name of the step, or null: Flow's own. */
  readonly givenName: string | null;
  readonly description: string | null;
}

export interface Link {
  readonly from: string;
  readonly port: string;
  readonly to: string;
}

export interface PatchedField extends Patch {
  readonly arguments: unknown;
}

export interface Workflow {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly links: readonly Link[];
  readonly patches: readonly PatchedField[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Beyond this a file is no workflow of anybody's; reading on would only take time. */
const LARGEST = 5_000_000;

const BYTE_ORDER_MARK = '\uFEFF';

const PORTS: Readonly<Record<TaskType, readonly FromPort[]>> = {
  TRIGGER: ['output'],
  ACTION: ['output'],
  WAIT: ['output'],
  CONDITION: ['true', 'false'],
  FOREACH: ['loop_body', 'after'],
};

export function portsOf(type: TaskType): readonly string[] {
  return PORTS[type];
}

const KNOWN = {
  file: ['__metadata', 'root'],
  root: ['steps', 'links', 'patched_fields', 'variables', 'note', 'vertical_layout_enabled', 'workflow_name'],
  step: [
    'step_id',
    'step_position',
    'config_field_values',
    'task_id',
    'task_version',
    'task_type',
    'description',
    'note',
    'name',
  ],
  link: ['from_step_id', 'from_port_id', 'to_step_id', 'to_port_id'],
  field: ['config_field_id', 'value'],
  patch: ['id', 'handle', 'field', 'patched_type', 'arguments', 'merchant_configured'],
} as const;

/**
 * A file's text as a workflow, from the checksum to the last key. Everything that can't be used is reported and left out, so that
 * one fault doesn't hide the next. Null where nothing of it is a workflow.
 */
export function readWorkflow(text: string, report: Report): Workflow | null {
  if (text.length > LARGEST) {
    report.error('too-large', `The file has ${text.length} characters; a workflow has some thousands.`);
    return null;
  }
  if (text.trim() === '') {
    report.error('empty', 'The file is empty.', 'Export the workflow from Flow again.');
    return null;
  }
  if (text.startsWith(BYTE_ORDER_MARK))
    report.error(
      'byte-order-mark',
      'An editor has put a byte order mark before the checksum.',
      'Save the file without it.',
    );
  const body = checkedBody(text.replace(BYTE_ORDER_MARK, ''), report);
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    const cut = /\}\s*$/.test(body) ? '' : ' It seems to be cut off.';
    report.error('not-json', `The file's body isn't JSON.${cut}`, 'Export the workflow from Flow again.');
    return null;
  }
  if (!isFields(parsed)) {
    report.error('shape', `The body is ${shown(parsed)}, not an object.`, 'Export the workflow from Flow again.');
    return null;
  }
  // Shopify's IaC files and tool calls hold the root alone.
  const bare = !('root' in parsed) && Array.isArray(parsed['steps']);
  if (bare)
    report.warning(
      'shape',
      'The file holds the workflow without the frame of an export.',
      'Put it under the key root.',
    );
  else {
    unknownKeys(parsed, KNOWN.file, report);
    const metadata = parsed['__metadata'];
    if (!isFields(metadata) || metadata['version'] !== 0.1) {
      report
        .at('__metadata')
        .warning('format-version', 'Only version 0.1 of the format is known.', 'Set __metadata to {"version":0.1}.');
    }
  }
  const root = bare ? parsed : parsed['root'];
  if (!isFields(root)) {
    report.at('root').error('shape', 'The workflow itself is missing.', 'Export the workflow from Flow again.');
    return null;
  }
  return readRoot(root, report);
}

function checkedBody(text: string, report: Report): string {
  const {checksum, body} = splitFlowFile(text);
  const place = report.at('checksum');
  if (checksum === null) {
    const prefix = /^([^:{]{0,100}):(?=\s*\{)/.exec(text);
    if (prefix) {
      const rest = text.slice(prefix[0].length);
      place.error(
        'checksum-wrong',
        `“${shown(prefix[1])}” is no checksum: 64 small hex digits.`,
        `Write ${checksumOf(rest)} before the colon.`,
      );
      return rest;
    }
    place.warning(
      'checksum-missing',
      'The file has no checksum; whether Flow imports it without one is not known.',
      `Put ${checksumOf(text)}: before it.`,
    );
    return text;
  }
  const right = checksumOf(body);
  if (checksum !== right) {
    const why = body.endsWith('\n') ? 'a line end was added to the file' : 'the file was changed after its export';
    place.error('checksum-wrong', `The checksum doesn't fit: ${why}.`, `It should be ${right}.`);
  }
  return body;
}

function readRoot(root: Fields, report: Report): Workflow {
  unknownKeys(root, KNOWN.root, report.at('root'));
  const name = root['workflow_name'];
  if (typeof name !== 'string' || name.trim() === '') {
    report.at('workflow_name').error('shape', 'The workflow has no name.', 'Give it one.');
  }
  const steps = listOf(root, 'steps', report).flatMap((step, at) => readStep(step, at, report));
  const links = listOf(root, 'links', report).flatMap((link, at) => readLink(link, report.at(`links[${at}]`)));
  const patches = listOf(root, 'patched_fields', report, true).flatMap((patch, at) =>
    readPatch(patch, report.at(`patched_fields[${at}]`)),
  );
  return {name: typeof name === 'string' ? name : '', steps, links, patches};
}

function readStep(value: unknown, at: number, report: Report): Step[] {
  const place = report.at(`steps[${at}]`);
  if (!isFields(value)) {
    place.error('shape', `A step is an object, not ${shown(value)}.`);
    return [];
  }
  const id = idOf(value['step_id']);
  const [taskId, version, type] = [value['task_id'], value['task_version'], value['task_type']];
  if (id === null) place.error('shape', `step_id is ${shown(value['step_id'])}; it is a text or a whole number.`);
  if (typeof taskId !== 'string') place.error('shape', `task_id is ${shown(taskId)}; it is a text.`);
  if (typeof version !== 'string') place.error('shape', `task_version is ${shown(version)}; it is a text like "0.1".`);
  if (!isTaskType(type)) {
    place.error('shape', `task_type is ${shown(type)}.`, `Use one of ${Object.keys(PORTS).join(', ')}.`);
  }
  if (id === null || typeof taskId !== 'string' || !isTaskType(type)) return [];
  const text = (key: string): string | null => {
    const found = value[key];
    if (found !== null && found !== undefined && typeof found !== 'string')
      place.error('shape', `${key} is ${shown(found)}; it is a text or null.`);
    return typeof found === 'string' && found.trim() !== '' ? found : null;
  };
  const [givenName, description] = [text('name'), text('description')];
  text('note');
  const step: StepRef = {id, name: description ?? givenName ?? labelOf(taskId)};
  const own = report.forStep(step);
  unknownKeys(value, KNOWN.step, own);
  const position = value['step_position'];
  const isPosition = Array.isArray(position) && position.length === 2 && position.every((one) => Number.isFinite(one));
  if (position !== undefined && !isPosition) {
    own.at('step_position').warning('shape', `The position is ${shown(position)}; it is two numbers, x and y.`);
  }
  const fields = readFields(value['config_field_values'], own);
  const taskVersion = typeof version === 'string' ? version : '';
  return [{...step, taskId, taskVersion, type, fields, givenName, description}];
}

function readFields(value: unknown, report: Report): Map<string, string> {
  const fields = new Map<string, string>();
  if (value === undefined || value === null) return fields;
  if (!Array.isArray(value)) {
    report.at('config_field_values').error('shape', `The fields are ${shown(value)}; they are a list.`);
    return fields;
  }
  for (const [at, field] of value.entries()) {
    const place = report.at(`config_field_values[${at}]`);
    if (!isFields(field) || typeof field['config_field_id'] !== 'string') {
      place.error('shape', `A field has a config_field_id and a value, not ${shown(field)}.`);
      continue;
    }
    const id = field['config_field_id'];
    unknownKeys(field, KNOWN.field, place);
    if (fields.has(id)) place.error('field-twice', `The field ${id} stands here twice.`, 'Remove one of them.');
    const content = field['value'];
    if (typeof content === 'string') fields.set(id, content);
    else
      place.error('shape', `The value of ${id} is ${shown(content)}; it is a text.`, 'Write it as JSON within a text.');
  }
  return fields;
}

function readLink(value: unknown, report: Report): Link[] {
  if (!isFields(value)) {
    report.error('shape', `A link is an object, not ${shown(value)}.`);
    return [];
  }
  unknownKeys(value, KNOWN.link, report);
  const [from, to, port] = [idOf(value['from_step_id']), idOf(value['to_step_id']), value['from_port_id']];
  if (from === null || to === null || typeof port !== 'string') {
    report.error('shape', 'A link names two steps (from_step_id, to_step_id) and a port (from_port_id).');
    return [];
  }
  if (value['to_port_id'] !== 'input') {
    report.error('port', `The link ends at the port ${shown(value['to_port_id'])}.`, 'Steps are entered by "input".');
  }
  return [{from, to, port}];
}

function readPatch(value: unknown, report: Report): PatchedField[] {
  if (!isFields(value)) {
    report.error('shape', `A patched field is an object, not ${shown(value)}.`);
    return [];
  }
  unknownKeys(value, KNOWN.patch, report);
  const {handle, field, patched_type: type} = value;
  if (typeof handle !== 'string' || typeof field !== 'string' || typeof type !== 'string') {
    report.error('shape', 'A patched field has the texts handle, field and patched_type.');
    return [];
  }
  let given: unknown = value['arguments'];
  if (typeof given === 'string') {
    try {
      given = JSON.parse(given);
    } catch {
      report.error('shape', `The arguments are ${shown(given)}, which isn't JSON.`);
      given = null;
    }
  }
  return [{handle, field, type, arguments: given}];
}

function listOf(from: Fields, key: string, report: Report, optional = false): readonly unknown[] {
  const value = from[key];
  if (Array.isArray(value)) return value;
  if (!(optional && (value === undefined || value === null)))
    report.at(key).error('shape', value === undefined ? 'It is missing.' : `It is ${shown(value)}, not a list.`);
  return [];
}

function unknownKeys(from: Fields, known: readonly string[], report: Report): void {
  for (const key of Object.keys(from)) {
    if (!known.includes(key)) report.note('unknown-key', `The key ${shown(key)} isn't known from any export.`);
  }
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value;
  return Number.isSafeInteger(value) ? String(value) : null;
}

function isTaskType(value: unknown): value is TaskType {
  return typeof value === 'string' && Object.hasOwn(PORTS, value);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
