/** The constants at the top of Run code steps, changed as a merchant changes them in Flow. */
import {InputError} from '../../src/core/index.ts';
import {constantsOf, type FlowFile, readFlowFile, writeFlowFile} from '../../src/flow/format/index.ts';

/**
 * @param text of a `.flow` file
 * @param settings each "NAME=VALUE"; a constant that is a text stays one
 * @returns the file that Flow would export then
 * @throws {InputError} for a constant that no script has
 */
export function withConstants(text: string, settings: readonly string[]): string {
  if (settings.length === 0) return text;
  return writeFlowFile(settings.reduce(withConstant, readFlowFile(text)));
}

function withConstant(file: FlowFile, setting: string): FlowFile {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(setting) ?? [];
  if (name === undefined || value === undefined) {
    throw new InputError('--set', setting, 'Write NAME=VALUE, for example DRY_RUN=false.');
  }
  const line = new RegExp(`^const ${name} = (.*);$`, 'm');
  let found = false;
  const change = (script: string): string =>
    script.replace(line, (_all, was: string) => {
      found = true;
      return `const ${name} = ${literal(name, was, value)};`;
    });
  const steps = file.root.steps.map((step) => ({
    ...step,
    config_field_values: step.config_field_values.map((field) =>
      field.config_field_id === 'script' ? {...field, value: change(field.value)} : field,
    ),
  }));
  if (!found) {
    const scripts = file.root.steps.flatMap(({config_field_values: fields}) =>
      fields.filter(({config_field_id: id}) => id === 'script').map(({value: script}) => script),
    );
    const names = new Set(scripts.flatMap((script) => constantsOf(script).map((constant) => constant.name)));
    const has = names.size === 0 ? 'no constants' : [...names].join(', ');
    throw new InputError('--set', name, `The scripts of this workflow have ${has}.`);
  }
  return {...file, root: {...file.root, steps}};
}

/** Texts need no quotes on the command line; everything else is JSON. */
function literal(name: string, was: string, value: string): string {
  if (/^["']/.test(was)) return JSON.stringify(value);
  try {
    return JSON.stringify(JSON.parse(value));
  } catch {
    throw new InputError('--set', `${name}=${value}`, `Write a value like ${was}.`);
  }
}
