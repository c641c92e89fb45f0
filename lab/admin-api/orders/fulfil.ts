/** `fulfillmentCreate`: ships units of a fulfillment order. */
import {type UserError, userError} from '../errors.ts';
import type {Store} from '../store.ts';
import type {FulfillmentRecord, OrderRecord} from './model.ts';
import {fulfillmentOrderState} from './status.ts';

export interface ShipRequest {
  fulfillmentOrderId: string;
  /** All that remains, when left out. */
  lines: readonly {id: string; quantity: number}[] | null;
}

/** Changes `order` and returns what was shipped, or the errors and no change. The words of the errors are the lab's own. */
export function fulfil(
  store: Store,
  order: OrderRecord,
  request: ShipRequest,
  field: readonly string[],
): FulfillmentRecord | UserError[] {
  const record = order.fulfillmentOrders.find(({id}) => id === request.fulfillmentOrderId);
  if (!record) return [userError([...field, 'fulfillmentOrderId'], 'Fulfillment order does not exist.')];
  const state = fulfillmentOrderState(order, record);
  const wanted =
    request.lines ??
    state.lines.filter(({remaining}) => remaining > 0).map(({id, remaining}) => ({id, quantity: remaining}));
  const errors = wanted.flatMap(({id, quantity}, index) => {
    const at = [...field, 'fulfillmentOrderLineItems', String(index)];
    const line = state.lines.find((entry) => entry.id === id);
    if (!line) return [userError([...at, 'id'], 'Fulfillment order line item does not exist.')];
    return quantity < 1 || quantity > line.remaining
      ? [userError([...at, 'quantity'], 'Invalid fulfillment order line item quantity requested.')]
      : [];
  });
  if (errors.length > 0) return errors;
  if (wanted.length === 0)
    return [userError([...field, 'fulfillmentOrderId'], `Fulfillment order ${record.id} has nothing left to fulfill.`)];

  const fulfillment: FulfillmentRecord = {
    id: store.newGid('Fulfillment'),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    createdAt: store.clock.iso(),
    locationId: record.locationId,
    fulfillmentOrderId: record.id,
    lines: wanted.flatMap(({id, quantity}) => {
      const line = record.lines.find((entry) => entry.id === id);
      if (!line) return [];
      line.fulfilled += quantity;
      return [{id: store.newGid('FulfillmentLineItem'), lineItemId: line.lineItemId, quantity}];
    }),
  };
  order.fulfillments.push(fulfillment);
  order.updatedAt = store.clock.iso();
  return fulfillment;
}
