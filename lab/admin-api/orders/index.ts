/** Orders, payments, refunds, fulfillments and returns of the lab. */
import {withIdempotency} from '../idempotency.ts';
import type {LabModule, NodeKind, Resolver, Resolvers, Source} from '../resolvers.ts';
import type {Store} from '../store.ts';
import {migrateGateways} from './gateways.ts';
import {lineResolvers, lineSource} from './line-source.ts';
import type {OrderRecord} from './model.ts';
import {orderMutations} from './mutations.ts';
import {orderSource} from './order-source.ts';
import {paymentSource} from './payment-source.ts';
import {queryResolvers} from './queries.ts';
import {migrateRates, todaysRates} from './rates.ts';
import {refundCreate} from './refund-mutation.ts';
import {refundResolvers, refundSource} from './refund-source.ts';
import {allOrders, amendOrder, findOrder, migrateOrders, orderOfPart} from './repository.ts';
import {
  findShippedLine,
  fulfillmentOrderSource,
  fulfillmentSource,
  returnSource,
  shipmentResolvers,
} from './shipment-source.ts';

type Family = Record<string, Record<string, unknown>>;

/** Families may add fields to the same type; the registry would see a second module otherwise. */
function merged(...families: readonly Family[]): Resolvers {
  const all: Record<string, Record<string, Resolver>> = {};
  for (const family of families) {
    for (const [type, fields] of Object.entries(family))
      all[type] = {...all[type], ...(fields as Record<string, Resolver>)};
  }
  return all;
}

/** Something inside an order, found by its id. */
const part = (find: (order: OrderRecord, id: string) => Source | undefined): NodeKind => ({
  load(store, id) {
    const order = orderOfPart(store, id);
    return order && find(order, id);
  },
});

const among =
  <T extends {id: string}>(list: (order: OrderRecord) => readonly T[], show: (order: OrderRecord, item: T) => Source) =>
  (order: OrderRecord, id: string): Source | undefined => {
    const item = list(order).find((entry) => entry.id === id);
    return item && show(order, item);
  };

const ORDER: NodeKind = {
  load(store, id) {
    const order = findOrder(store, id);
    return order && orderSource(order);
  },
  tags: {
    read: (store, id) => findOrder(store, id)?.tags ?? [],
    write(store, id, tags) {
      amendOrder(store, id, (order) => {
        order.tags = [...tags];
        order.updatedAt = store.clock.iso();
      });
    },
    scopes: ['write_orders'],
  },
  metafields: {ownerType: 'ORDER', readScopes: ['read_orders'], writeScopes: ['write_orders']},
};

export const ordersModule: LabModule = {
  name: 'orders',
  migrate(store: Store) {
    migrateOrders(store);
    migrateRates(store);
    migrateGateways(store);
  },
  resolvers: merged(queryResolvers, lineResolvers, refundResolvers, shipmentResolvers, {
    Mutation: {...orderMutations, refundCreate: withIdempotency(refundCreate)},
  }),
  nodes: {
    Order: ORDER,
    LineItem: part(among(({lines}) => lines, lineSource)),
    OrderTransaction: part(among(({transactions}) => transactions, paymentSource)),
    Refund: part(among(({refunds}) => refunds, refundSource)),
    Fulfillment: part(among(({fulfillments}) => fulfillments, fulfillmentSource)),
    FulfillmentLineItem: part(findShippedLine),
    FulfillmentOrder: part(among(({fulfillmentOrders}) => fulfillmentOrders, fulfillmentOrderSource)),
    Return: part(among(({returns}) => returns, returnSource)),
  },
  inspect: (store) => ({orders: allOrders(store), todaysRates: todaysRates(store)}),
};
