import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Kind, parse, validate} from 'graphql';
import {describe, expect, it} from 'vitest';
import names from '../../graphql/schema/2026-01.names.json' with {type: 'json'};
import versions from '../../graphql/versions.json' with {type: 'json'};
import {readSchema} from '../../scripts/check/operations.ts';

const root = join(import.meta.dirname, '..', '..');
const schema = readSchema(root, versions.flow);

describe(`Flow's API version, ${versions.flow}`, () => {
  it('has everything that graphql/flow names', () => {
    const definitions = globSync('graphql/flow/*.graphql', {cwd: root}).flatMap(
      (file) => parse(readFileSync(join(root, file), 'utf8')).definitions,
    );
    expect(validate(schema, {kind: Kind.DOCUMENT, definitions}).map(({message}) => message)).toEqual([]);
  });

  it('offers the mutations that the help pages describe, and marks those that it does not offer', () => {
    expect(Object.keys(names.mutations)).toHaveLength(491);
    expect(names.mutations.refundCreate).toBe('(input: RefundInput!)');
    expect(names.mutations.storeCreditAccountCredit).toBe('(creditInput: StoreCreditAccountCreditInput!, id: ID!)');
    expect(names.mutations.orderCancel).toMatch(/^job \(/);
    expect(names.mutations.discountCodeBasicCreate).toMatch(/^family \(/);
  });

  it('keeps every mutation of the slice with the same arguments', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const signature = field.args.map((arg) => `${arg.name}: ${String(arg.type)}`).join(', ');
      expect(names.mutations[field.name as keyof typeof names.mutations]?.replace(/^\w+ /, '')).toBe(`(${signature})`);
    }
  });
});
