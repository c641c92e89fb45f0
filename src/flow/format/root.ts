import {InputError} from '../../core/index.ts';
import type {
  ConfigFieldValue,
  FlowFile,
  FlowLink,
  FlowRoot,
  FlowStep,
  PatchedField,
  StepId,
  TaskType,
} from './types.ts';

type Fields = Readonly<Record<string, unknown>>;

const TASK_TYPES: readonly string[] = ['TRIGGER', 'ACTION', 'CONDITION', 'FOREACH', 'WAIT'] satisfies TaskType[];

/** The parsed body as a workflow. @throws {InputError} names the first field that can't be used */
export function readRoot(parsed: unknown): FlowFile {
  const file = fields(parsed, 'body');
  const version = fields(file['__metadata'], '__metadata')['version'];
  if (typeof version !== 'number') {
    throw new InputError('__metadata.version', version, 'It is a number, 0.1 in every export known.');
  }
  const root = fields(file['root'], 'root');
  const known: FlowRoot = {
    steps: list(root['steps'], 'root.steps').map((step, at) => readStep(step, `root.steps[${at}]`)),
    links: list(root['links'], 'root.links').map((link, at) => readLink(link, `root.links[${at}]`)),
    patched_fields: list(root['patched_fields'] ?? [], 'root.patched_fields').map((field, at) =>
      readPatchedField(field, `root.patched_fields[${at}]`),
    ),
    variables: list(root['variables'] ?? [], 'root.variables'),
    note: textOrNull(root['note'], 'root.note'),
    vertical_layout_enabled: flag(root['vertical_layout_enabled'] ?? false, 'root.vertical_layout_enabled'),
    workflow_name: text(root['workflow_name'], 'root.workflow_name'),
  };
  return {__metadata: {version}, root: known};
}

function readStep(value: unknown, at: string): FlowStep {
  const step = fields(value, at);
  const type = step['task_type'];
  if (typeof type !== 'string' || !TASK_TYPES.includes(type)) {
    throw new InputError(`${at}.task_type`, type, `Use one of ${TASK_TYPES.join(', ')}.`);
  }
  return {
    step_id: stepId(step['step_id'], `${at}.step_id`),
    step_position: position(step['step_position'] ?? [0, 0], `${at}.step_position`),
    config_field_values: list(step['config_field_values'] ?? [], `${at}.config_field_values`).map((field, index) =>
      readConfigField(field, `${at}.config_field_values[${index}]`),
    ),
    task_id: text(step['task_id'], `${at}.task_id`),
    task_version: text(step['task_version'], `${at}.task_version`),
    task_type: type as TaskType,
    description: textOrNull(step['description'], `${at}.description`),
    note: textOrNull(step['note'], `${at}.note`),
    name: textOrNull(step['name'], `${at}.name`),
  };
}

function readConfigField(value: unknown, at: string): ConfigFieldValue {
  const field = fields(value, at);
  return {
    config_field_id: text(field['config_field_id'], `${at}.config_field_id`),
    value: text(field['value'], `${at}.value`),
  };
}

function readLink(value: unknown, at: string): FlowLink {
  const link = fields(value, at);
  return {
    from_step_id: stepId(link['from_step_id'], `${at}.from_step_id`),
    from_port_id: text(link['from_port_id'], `${at}.from_port_id`),
    to_step_id: stepId(link['to_step_id'], `${at}.to_step_id`),
    to_port_id: text(link['to_port_id'], `${at}.to_port_id`),
  };
}

function readPatchedField(value: unknown, at: string): PatchedField {
  const field = fields(value, at);
  const given = field['arguments'];
  return {
    ...(field['id'] === undefined ? {} : {id: text(field['id'], `${at}.id`)}),
    handle: text(field['handle'], `${at}.handle`),
    field: text(field['field'], `${at}.field`),
    patched_type: text(field['patched_type'], `${at}.patched_type`),
    arguments: isFields(given) ? JSON.stringify(given) : text(given, `${at}.arguments`),
    merchant_configured: flag(field['merchant_configured'] ?? true, `${at}.merchant_configured`),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fields(value: unknown, at: string): Fields {
  if (!isFields(value)) throw new InputError(at, value, 'It is an object in every .flow file.');
  return value;
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new InputError(at, value, 'It is a list in every .flow file.');
  return value;
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string') throw new InputError(at, value, 'It is a text in every .flow file.');
  return value;
}

function textOrNull(value: unknown, at: string): string | null {
  return value === null || value === undefined ? null : text(value, at);
}

function flag(value: unknown, at: string): boolean {
  if (typeof value !== 'boolean') throw new InputError(at, value, 'It is true or false.');
  return value;
}

function stepId(value: unknown, at: string): StepId {
  if (typeof value !== 'string' && !Number.isSafeInteger(value)) {
    throw new InputError(at, value, 'A step is known by a text or a whole number.');
  }
  return value as StepId;
}

function position(value: unknown, at: string): readonly [number, number] {
  const [x, y, ...more] = list(value, at);
  if (typeof x !== 'number' || typeof y !== 'number' || more.length > 0) {
    throw new InputError(at, value, 'It is two numbers, x and y.');
  }
  return [x, y];
}
