import {buildSchema, introspectionFromSchema, parse} from 'graphql';
import {describe, expect, it} from 'vitest';
import {namesBeyond} from './names.ts';
import {sliceSchema} from './slice.ts';

const WHOLE = introspectionFromSchema(
  buildSchema(`
    type Query { order(id: ID!): Order }
    type Order { id: ID!, channel: Channel }
    type Channel { name: String }
    type Job { id: ID! }
    type CancelPayload { job: Job }
    type UpdatePayload { order: Order }
    type Mutation {
      orderCancel(orderId: ID!, restock: Boolean): CancelPayload
      orderUpdate(tags: [String!]): UpdatePayload
      discountCodeActivate(id: ID!): UpdatePayload
      appUninstall: UpdatePayload
    }
  `),
);

describe('names beyond a slice', () => {
  it('lists every mutation with its arguments and a mark, and the fields that were left out', () => {
    const slice = buildSchema(
      sliceSchema(WHOLE, [parse('{ order(id: 1) { id } }'), parse('mutation { appUninstall { order { id } } }')]),
    );
    expect(namesBeyond(WHOLE, slice)).toEqual({
      mutations: {
        orderCancel: 'job (orderId: ID!, restock: Boolean)',
        orderUpdate: '(tags: [String!])',
        discountCodeActivate: 'family (id: ID!)',
        appUninstall: 'family ()',
      },
      leftOut: {Order: ['channel']},
    });
  });
});
