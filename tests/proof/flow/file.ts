import {readFileSync} from 'node:fs';
import {type FlowFile, readFlowFile, writeFlowFile} from '../../../src/flow/format/index.ts';

const TEMPLATES = new URL('../../../extensions/flow-templates/', import.meta.url);
const EVENTS = new URL('../../flow/events/', import.meta.url);

/** The `.flow` file that ships. */
export function built(handle: string): string {
  return readFileSync(new URL(`${handle}/${handle}.flow`, TEMPLATES), 'utf8');
}

export interface EventFile {
  readonly trigger: string;
  readonly order?: string;
  readonly scheduledAt?: string;
  readonly given?: readonly {readonly order: string; readonly addTags?: readonly string[]}[];
}

export function eventOf(name: string): EventFile {
  return JSON.parse(readFileSync(new URL(`${name}.json`, EVENTS), 'utf8')) as EventFile;
}

/** Changes a workflow as a merchant does in Flow: the file that Flow would export then. */
export function changed(text: string, change: (file: FlowFile) => FlowFile): string {
  return writeFlowFile(change(readFlowFile(text)));
}

/** Every value of a field, in every step that has it. */
export function withField(file: FlowFile, field: string, change: (value: string) => string): FlowFile {
  const steps = file.root.steps.map((step) => ({
    ...step,
    config_field_values: step.config_field_values.map((one) =>
      one.config_field_id === field ? {...one, value: change(one.value)} : one,
    ),
  }));
  return {...file, root: {...file.root, steps}};
}

/** The constants at the top of a Run code step. @throws where the workflow has none of that name */
export function withConstants(text: string, values: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(values).reduce((now, [name, value]) => {
    const line = new RegExp(`^const ${name} = .*;$`, 'm');
    let found = 0;
    const next = changed(now, (file) =>
      withField(file, 'script', (script) => {
        if (line.test(script)) found += 1;
        return script.replace(line, () => `const ${name} = ${JSON.stringify(value)};`);
      }),
    );
    if (found !== 1) throw new Error(`${name} stands in ${found} scripts`);
    return next;
  }, text);
}
