import {join} from 'node:path';
import {
  type DirectiveNode,
  Kind,
  NoDeprecatedCustomRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import {describe, expect, it} from 'vitest';
import * as generated from '../../graphql/generated/operations.ts';
import versions from '../../graphql/versions.json' with {type: 'json'};
import {readOperations, readSchema} from '../../scripts/check/operations.ts';

const MONEY = new Set(['refundCreate', 'storeCreditAccountCredit', 'storeCreditAccountDebit', 'giftCardCreate']);
const root = join(import.meta.dirname, '..', '..');
const operations = Object.entries(generated) as [string, string][];
const sources = readOperations(root).definitions.filter(
  (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
);

/** The mutations that a definition calls, each with its directives. */
function mutationsOf(text: string): {field: string; directives: readonly DirectiveNode[]}[] {
  return parse(text).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.MUTATION) return [];
    return definition.selectionSet.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD ? [{field: selection.name.value, directives: selection.directives ?? []}] : [],
    );
  });
}

describe.each(versions.supported)('API version %s', (version) => {
  const schema = readSchema(root, version);

  it.each(operations)('%s is valid and asks for nothing that is deprecated', (_name, text) => {
    const errors = validate(schema, parse(text), [...specifiedRules, NoDeprecatedCustomRule]);
    expect(errors.map(({message}) => message)).toEqual([]);
  });
});

describe('the typed strings', () => {
  it('are the operations of graphql/operations, all of them', () => {
    expect(operations.map(([name]) => name).toSorted()).toEqual(sources.map(({name}) => name?.value).toSorted());
  });

  it('move money one mutation at a time, so that a failed answer has one meaning', () => {
    const moves = operations
      .map(([, text]) => mutationsOf(text).map(({field}) => field))
      .filter((fields) => fields.some((field) => MONEY.has(field)));
    expect(moves.toSorted()).toEqual([
      ['giftCardCreate'],
      ['refundCreate'],
      ['storeCreditAccountCredit'],
      ['storeCreditAccountDebit'],
    ]);
  });
});

describe('@idempotent', () => {
  const mutations = operations.flatMap(([, text]) => mutationsOf(text));

  it('stands on refundCreate, which demands it from 2026-04, with a key from the caller', () => {
    const refunds = mutations.filter(({field}) => field === 'refundCreate');
    expect(refunds).toHaveLength(1);
    const [directive] = refunds[0]?.directives ?? [];
    expect(directive?.name.value).toBe('idempotent');
    expect(directive?.arguments?.map(({name, value}) => [name.value, value.kind])).toEqual([['key', Kind.VARIABLE]]);
  });

  it('stands on nothing else: store credit, gift cards and metafields are guarded by the claim instead', () => {
    const others = mutations.filter(({field, directives}) => field !== 'refundCreate' && directives.length > 0);
    expect(others).toEqual([]);
  });
});
