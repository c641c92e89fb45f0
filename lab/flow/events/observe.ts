/** What happened in the shop since the last look, as events. */
import {receivedTriggers} from '../../admin-api/flow/index.ts';
import type {Store} from '../../admin-api/store.ts';
import {isRecord} from '../problem.ts';
import {readMeta, writeMeta} from '../store.ts';
import type {FlowEvent} from '../types.ts';

interface SeenOrder {
  readonly refunds: number;
  readonly cancelled: boolean;
  readonly returns: Readonly<Record<string, string>>;
}

interface Seen {
  readonly orders: Readonly<Record<string, SeenOrder>>;
  readonly triggers: number;
}

/** By the state that a return has come to. Ids by analogy (facts §3). */
const RETURNS: Readonly<Record<string, string>> = {
  REQUESTED: 'return_requested',
  OPEN: 'return_approved',
  DECLINED: 'return_declined',
  CANCELED: 'return_cancelled',
  CLOSED: 'return_closed',
};

interface Row {
  id: string;
  refunds: number;
  cancelled: number;
  /** JSON. */
  returns: string;
}

/** SQLite looks into the documents: this runs at every tick. */
const ORDERS = `SELECT id, json_array_length(document, '$.refunds') AS refunds,
  json_extract(document, '$.cancelledAt') IS NOT NULL AS cancelled, json_extract(document, '$.returns') AS returns
  FROM orders ORDER BY number`;

function look(store: Store, after: number): {readonly seen: Seen; readonly triggers: FlowEvent[]} {
  const received = receivedTriggers(store, after);
  const orders = store.all<Row>(ORDERS).map(({id, refunds, cancelled, returns}) => {
    const states = (JSON.parse(returns) as readonly {id: string; status: string}[]).map((one) => [one.id, one.status]);
    return [id, {refunds, cancelled: cancelled === 1, returns: Object.fromEntries(states) as Record<string, string>}];
  });
  return {
    seen: {orders: Object.fromEntries(orders) as Seen['orders'], triggers: received.at(-1)?.sequence ?? after},
    triggers: received.map(({handle, payload}) => {
      const value: unknown = JSON.parse(payload);
      return {trigger: handle, payload: isRecord(value) ? value : {}};
    }),
  };
}

/** The first look sees nothing new: what was there before Flow was is no event. */
export function newEvents(store: Store): FlowEvent[] {
  const before = readMeta(store, 'seen') as Seen | null;
  const {seen, triggers} = look(store, before?.triggers ?? 0);
  if (JSON.stringify(seen) !== JSON.stringify(before)) writeMeta(store, 'seen', seen);
  if (!before) return [];
  const events = Object.entries(seen.orders).flatMap(([order, now]) => orderEvents(order, before.orders[order], now));
  return [...events, ...triggers];
}

function orderEvents(order: string, before: SeenOrder | undefined, now: SeenOrder): FlowEvent[] {
  const events: FlowEvent[] = before ? [] : [{trigger: 'order_created', order}];
  if (now.cancelled && !before?.cancelled) events.push({trigger: 'order_cancelled', order});
  for (let count = before?.refunds ?? 0; count < now.refunds; count += 1)
    events.push({trigger: 'refund_created', order});
  for (const [id, status] of Object.entries(now.returns)) {
    const trigger = RETURNS[status];
    if (before?.returns[id] !== status && trigger) events.push({trigger, return: id});
  }
  return events;
}
