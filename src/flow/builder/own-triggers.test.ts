import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'smol-toml';
import {describe, expect, it} from 'vitest';
import {OWN_TRIGGERS} from '../learn/index.ts';
import {variableOf} from '../tasks/index.ts';
import * as triggers from './own-triggers.ts';

interface Toml {
  readonly extensions: readonly {
    readonly handle: string;
    readonly name: string;
    readonly settings: {readonly fields: readonly {readonly type: string; readonly key?: string}[]};
  }[];
}

const TYPES: Readonly<Record<string, string>> = {
  order_reference: 'Order',
  customer_reference: 'Customer',
  single_line_text_field: 'String',
  number_decimal: 'Decimal',
  boolean: 'Boolean',
};

const root = join(import.meta.dirname, '..', '..', '..');
const extensions = globSync('extensions/trigger-*/shopify.extension.toml', {cwd: root}).flatMap(
  (file) => (parse(readFileSync(join(root, file), 'utf8')) as unknown as Toml).extensions,
);

describe('triggers of our own', () => {
  it('are those of the extensions', () => {
    expect(OWN_TRIGGERS).toEqual(Object.fromEntries(extensions.map(({handle, name}) => [handle, name])));
  });

  it('give the fields of the extensions', () => {
    const ours = Object.values(triggers).map(({task: {label, yields}}) => [
      label,
      yields.kind === 'variables' ? yields.variables : {},
    ]);
    const deployed = extensions.map(({name, settings}) => [
      name,
      Object.fromEntries(
        settings.fields
          .filter(({type}) => type !== 'schema.Details')
          .map(({type, key}) => [key === undefined ? type.replace('_reference', '') : variableOf(key), TYPES[type]]),
      ),
    ]);
    expect(ours).toHaveLength(5);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(deployed));
  });
});
