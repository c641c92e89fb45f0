import {buildSchema, introspectionFromSchema, parse} from 'graphql';
import {describe, expect, it} from 'vitest';
import {sliceSchema} from './slice.ts';

const WHOLE = introspectionFromSchema(
  buildSchema(`
    directive @idempotent(key: String!) on FIELD
    directive @internal on FIELD
    "A shop's order."
    type Order implements Node { id: ID! name: String! state: State! lines(first: Int, sort: Sort): [Line!]! customer: Customer }
    type Line { id: ID! order: Order }
    type Customer { id: ID! }
    interface Node { id: ID! }
    enum State { OPEN CLOSED }
    enum Sort { ID NAME }
    input Filter { state: State and: Filter }
    type QueryRoot { order(id: ID!, filter: Filter): Order orders: [Order!]! customer: Customer }
    type Mutation { close(id: ID!): Order remove(id: ID!): Customer }
    schema { query: QueryRoot mutation: Mutation }
  `),
);

describe('sliceSchema', () => {
  it('keeps what the operations touch, with every field whose type is kept, and no descriptions', () => {
    const slice = sliceSchema(WHOLE, [
      parse('query One($id: ID!) { order(id: $id) { name lines(first: 1) { id } } }'),
      parse('mutation Close($id: ID!) { close(id: $id) @idempotent(key: "k") { id } }'),
    ]);
    expect(slice.replaceAll(/\n+/g, '\n').trim()).toBe(
      [
        'schema {',
        '  query: QueryRoot',
        '  mutation: Mutation',
        '}',
        'directive @idempotent(key: String!) on FIELD',
        'input Filter {',
        '  state: State',
        '  and: Filter',
        '}',
        'type Line {',
        '  id: ID!',
        '  order: Order',
        '}',
        'type Mutation {',
        '  close(id: ID!): Order',
        '}',
        'type Order {',
        '  id: ID!',
        '  name: String!',
        '  state: State!',
        '  lines(first: Int, sort: Sort): [Line!]!',
        '}',
        'type QueryRoot {',
        '  order(id: ID!, filter: Filter): Order',
        '}',
        'enum Sort {',
        '  ID',
        '  NAME',
        '}',
        'enum State {',
        '  OPEN',
        '  CLOSED',
        '}',
      ].join('\n'),
    );
  });

  it('names a field that the schema does not have', () => {
    expect(() => sliceSchema(WHOLE, [parse('{ order(id: 1) { total } }')])).toThrow('Unknown field Order.total');
  });
});
