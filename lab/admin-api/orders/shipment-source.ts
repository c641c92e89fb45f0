/** Fulfillments, fulfillment orders and returns as the API shows them. */
import {connection, type PageArgs} from '../connections.ts';
import type {LabContext, Source} from '../resolvers.ts';
import {lineNet} from './lines.ts';
import {lineSource, locationOf} from './line-source.ts';
import {bag} from './minor.ts';
import type {FulfillmentOrderRecord, FulfillmentRecord, OrderRecord, ReturnRecord} from './model.ts';
import {portionOf, times} from './pair.ts';
import {returnWorth} from './returns.ts';
import {fulfillmentOrderState} from './status.ts';

interface InOrder extends Source {
  readonly record: OrderRecord;
}

interface ShippedLine {
  id: string;
  lineItemId: string;
  quantity: number;
}

function shippedLineSource(order: OrderRecord, shipped: ShippedLine): Source {
  const line = order.lines.find(({id}) => id === shipped.lineItemId);
  if (!line) throw new Error(`${shipped.id} ships a line that ${order.name} doesn't have`);
  return {
    __typename: 'FulfillmentLineItem',
    id: shipped.id,
    quantity: shipped.quantity,
    get lineItem() {
      return lineSource(order, line);
    },
    originalTotalSet: bag(order, times(line.unitPrice, shipped.quantity)),
    discountedTotalSet: bag(order, portionOf(lineNet(line), shipped.quantity, line.quantity)),
  };
}

/** One shipped line by its id. */
export function findShippedLine(order: OrderRecord, id: string): Source | undefined {
  const shipped = order.fulfillments.flatMap(({lines}) => lines).find((line) => line.id === id);
  return shipped && shippedLineSource(order, shipped);
}

export interface FulfillmentSource extends InOrder {
  readonly shipped: FulfillmentRecord;
}

export const fulfillmentSource = (order: OrderRecord, shipped: FulfillmentRecord): FulfillmentSource => ({
  __typename: 'Fulfillment',
  record: order,
  shipped,
  id: shipped.id,
  legacyResourceId: shipped.id.split('/').at(-1),
  name: shipped.name,
  status: 'SUCCESS',
  displayStatus: 'FULFILLED',
  createdAt: shipped.createdAt,
  updatedAt: shipped.createdAt,
  deliveredAt: null,
  inTransitAt: null,
  estimatedDeliveryAt: null,
  totalQuantity: shipped.lines.reduce((units, {quantity}) => units + quantity, 0),
  requiresShipping: shipped.lines.some(
    ({lineItemId}) => order.lines.find(({id}) => id === lineItemId)?.requiresShipping,
  ),
});

export interface FulfillmentOrderSource extends InOrder {
  readonly planned: FulfillmentOrderRecord;
}

export const fulfillmentOrderSource = (
  order: OrderRecord,
  planned: FulfillmentOrderRecord,
): FulfillmentOrderSource => ({
  __typename: 'FulfillmentOrder',
  record: order,
  planned,
  id: planned.id,
  status: fulfillmentOrderState(order, planned).status,
  requestStatus: 'UNSUBMITTED',
  createdAt: order.createdAt,
  updatedAt: order.updatedAt,
  orderId: order.id,
  orderName: order.name,
  orderProcessedAt: order.processedAt,
  fulfillAt: null,
  fulfillBy: null,
});

export interface ReturnSource extends InOrder {
  readonly opened: ReturnRecord;
}

export const returnSource = (order: OrderRecord, opened: ReturnRecord): ReturnSource => ({
  __typename: 'Return',
  record: order,
  opened,
  id: opened.id,
  name: opened.name,
  status: opened.status,
  createdAt: opened.createdAt,
  closedAt: opened.closedAt,
  requestApprovedAt: null,
  decline: null,
  staffMember: null,
  totalQuantity: opened.lines.reduce((units, {quantity}) => units + quantity, 0),
  returnShippingFees: opened.shippingFee
    ? [{id: opened.shippingFee.id, amountSet: bag(order, opened.shippingFee.amount)}]
    : [],
});

function returnLineSource(order: OrderRecord, line: ReturnRecord['lines'][number]): Source {
  return {
    __typename: 'ReturnLineItem',
    id: line.id,
    quantity: line.quantity,
    // Nothing is processed yet: that comes with returnProcess.
    processableQuantity: line.quantity,
    processedQuantity: 0,
    unprocessedQuantity: line.quantity,
    refundableQuantity: line.quantity,
    refundedQuantity: 0,
    customerNote: null,
    returnReason: line.reason,
    returnReasonNote: line.reasonNote,
    restockingFee: line.restockingFee && {
      id: line.restockingFee.id,
      percentage: line.restockingFee.percentage,
      amountSet: bag(order, line.restockingFee.amount),
    },
    withCodeDiscountedTotalPriceSet: bag(order, returnWorth(order, line.fulfillmentLineItemId, line.quantity)),
    get fulfillmentLineItem() {
      return findShippedLine(order, line.fulfillmentLineItemId);
    },
  };
}

const paged = (items: readonly Source[], args: PageArgs) => connection(items, args, ({id}) => String(id));

export const shipmentResolvers = {
  Fulfillment: {
    fulfillmentLineItems: ({record, shipped}: FulfillmentSource, args: PageArgs) =>
      paged(
        shipped.lines.map((line) => shippedLineSource(record, line)),
        args,
      ),
    fulfillmentOrders: ({record, shipped}: FulfillmentSource, args: PageArgs) =>
      paged(
        record.fulfillmentOrders
          .filter(({id}) => id === shipped.fulfillmentOrderId)
          .map((planned) => fulfillmentOrderSource(record, planned)),
        args,
      ),
    location: ({shipped}: FulfillmentSource, _args: unknown, context: LabContext) =>
      locationOf(context, shipped.locationId),
  },
  FulfillmentOrder: {
    lineItems: ({record, planned}: FulfillmentOrderSource, args: PageArgs) =>
      paged(
        fulfillmentOrderState(record, planned).lines.flatMap(({id, lineItemId, total, remaining}) => {
          const line = record.lines.find((entry) => entry.id === lineItemId);
          if (!line) return [];
          return [
            {
              __typename: 'FulfillmentOrderLineItem',
              id,
              totalQuantity: total,
              remainingQuantity: remaining,
              requiresShipping: line.requiresShipping,
              productTitle: line.title,
              variantTitle: line.variantTitle,
              sku: line.sku,
              vendor: line.vendor,
              variant: null,
              inventoryItemId: null,
              shippingLine: null,
              originalUnitPriceSet: bag(record, line.unitPrice),
              get lineItem() {
                return lineSource(record, line);
              },
            },
          ];
        }),
        args,
      ),
  },
  Return: {
    returnLineItems: ({record, opened}: ReturnSource, args: PageArgs & {processingStatus?: string | null}) =>
      paged(
        args.processingStatus === 'PROCESSED' ? [] : opened.lines.map((line) => returnLineSource(record, line)),
        args,
      ),
    exchangeLineItems: (_source: ReturnSource, args: PageArgs) => paged([], args),
    refunds: (_source: ReturnSource, args: PageArgs) => paged([], args),
    transactions: (_source: ReturnSource, args: PageArgs) => paged([], args),
    reverseFulfillmentOrders: ({record, opened}: ReturnSource, args: PageArgs) =>
      paged(
        [
          {
            __typename: 'ReverseFulfillmentOrder',
            record,
            opened,
            id: opened.reverseFulfillmentOrder.id,
            status: 'OPEN',
          },
        ],
        args,
      ),
  },
  ReverseFulfillmentOrder: {
    lineItems: ({record, opened}: ReturnSource, args: PageArgs) =>
      paged(
        opened.reverseFulfillmentOrder.lines.map(({id, fulfillmentLineItemId, quantity}) => ({
          __typename: 'ReverseFulfillmentOrderLineItem',
          id,
          totalQuantity: quantity,
          fulfillmentLineItem: findShippedLine(record, fulfillmentLineItemId) ?? null,
        })),
        args,
      ),
  },
};
