import {type FromPort, type TaskType} from '../format/index.ts';
import {type Report, shown, type StepRef} from './finding.ts';
import type {Link, PatchedField, Step} from './read.ts';
import {labelOf} from './tasks.ts';

export type Fields = Readonly<Record<string, unknown>>;

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

/** The keys that exports are known to have. */
export const KNOWN = {
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

export function readStep(value: unknown, at: number, report: Report): Step[] {
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
  // Flow shows a trigger under its own name; what is written on ours is a note about the whole workflow.
  const words = type === 'TRIGGER' ? null : (description ?? givenName);
  const step: StepRef = {id, name: words ?? labelOf(taskId)};
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

export function readLink(value: unknown, report: Report): Link[] {
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

export function readPatch(value: unknown, report: Report): PatchedField[] {
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

export function unknownKeys(from: Fields, known: readonly string[], report: Report): void {
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
