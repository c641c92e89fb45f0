/** Orders in the store: one document each, and an index from every id inside to its order. */
import type {Store} from '../store.ts';
import type {OrderRecord} from './model.ts';

export function migrateOrders(store: Store): void {
  store.exec(`
    CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, document TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS order_parts (id TEXT PRIMARY KEY, order_id TEXT NOT NULL) STRICT;
  `);
}

function partIds(order: OrderRecord): string[] {
  return [
    ...order.lines.flatMap(({id, duties}) => [id, ...duties.map((duty) => duty.id)]),
    ...order.shipping.map(({id}) => id),
    ...order.transactions.map(({id}) => id),
    ...order.refunds.flatMap(({id, lines}) => [id, ...lines.map((line) => line.id)]),
    ...order.fulfillmentOrders.flatMap(({id, lines}) => [id, ...lines.map((line) => line.id)]),
    ...order.fulfillments.flatMap(({id, lines}) => [id, ...lines.map((line) => line.id)]),
    ...order.returns.flatMap(({id, lines, reverseFulfillmentOrder}) => [
      id,
      reverseFulfillmentOrder.id,
      ...lines.map((line) => line.id),
    ]),
  ];
}

export function saveOrder(store: Store, order: OrderRecord): void {
  store.transaction(() => {
    store.run(
      'INSERT INTO orders (id, number, document) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document',
      order.id,
      order.number,
      JSON.stringify(order),
    );
    for (const id of partIds(order))
      store.run('INSERT OR IGNORE INTO order_parts (id, order_id) VALUES (?, ?)', id, order.id);
  });
}

/** A copy of its own each time: what is changed counts when it is saved. */
export function findOrder(store: Store, id: string): OrderRecord | undefined {
  const row = store.get<{document: string}>('SELECT document FROM orders WHERE id = ?', id);
  return row && (JSON.parse(row.document) as OrderRecord);
}

/** The order that holds this line, transaction, refund, fulfillment or return. */
export function orderOfPart(store: Store, partId: string): OrderRecord | undefined {
  const row = store.get<{order_id: string}>('SELECT order_id FROM order_parts WHERE id = ?', partId);
  return row && findOrder(store, row.order_id);
}

/** Every order, oldest number first. */
export const allOrders = (store: Store): OrderRecord[] =>
  store
    .all<{document: string}>('SELECT document FROM orders ORDER BY number')
    .map(({document}) => JSON.parse(document) as OrderRecord);

const FIRST_NUMBER = 1001;

export function nextNumber(store: Store): number {
  const row = store.get<{last: number | null}>('SELECT max(number) AS last FROM orders');
  return row?.last ? row.last + 1 : FIRST_NUMBER;
}

/**
 * Reads, changes and keeps an order.
 * @throws Error when there is none
 */
export function amendOrder<T>(store: Store, id: string, change: (order: OrderRecord) => T): T {
  const order = findOrder(store, id);
  if (!order) throw new Error(`No order ${id}`);
  const result = change(order);
  saveOrder(store, order);
  return result;
}
