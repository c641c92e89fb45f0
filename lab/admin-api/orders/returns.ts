/** `returnCreate`: an open return with its quantities. Processing it comes with a later stage. */
import {type UserError, userError} from '../errors.ts';
import type {MoneyInput} from '../money.ts';
import type {Store} from '../store.ts';
import {lineNet} from './lines.ts';
import {parseMinor} from './minor.ts';
import type {OrderRecord, Pair, ReturnRecord} from './model.ts';
import {atRatioOf, portionOf, ZERO} from './pair.ts';
import {total} from './totals.ts';

export interface ReturnInput {
  orderId: string;
  requestedAt?: string | null;
  returnLineItems: readonly {
    fulfillmentLineItemId: string;
    quantity: number;
    restockingFee?: {percentage: number} | null;
    returnReason?: string | null;
    returnReasonDefinitionId?: string | null;
    returnReasonNote?: string | null;
  }[];
  returnShippingFee?: {amount: MoneyInput} | null;
  exchangeLineItems?: readonly unknown[] | null;
}

/** The standard reasons, by the number of their definition (recorded handles). */
const REASONS: Readonly<Record<string, string>> = {
  '1': 'UNKNOWN',
  '2': 'UNWANTED',
  '3': 'NOT_AS_DESCRIBED',
  '4': 'WRONG_ITEM',
  '5': 'OTHER',
  '6': 'DEFECTIVE',
  '7': 'SIZE_TOO_SMALL',
  '8': 'SIZE_TOO_LARGE',
  '9': 'STYLE',
  '10': 'COLOR',
};

const shippedLine = (order: OrderRecord, id: string) =>
  order.fulfillments.flatMap(({lines}) => lines).find((line) => line.id === id);

/** Units of a shipped line that are on a return which counts: requested, open or closed. */
function onReturns(order: OrderRecord, fulfillmentLineItemId: string): number {
  return order.returns
    .filter(({status}) => status !== 'CANCELED' && status !== 'DECLINED')
    .flatMap(({lines}) => lines)
    .filter((line) => line.fulfillmentLineItemId === fulfillmentLineItemId)
    .reduce((units, {quantity}) => units + quantity, 0);
}

/** Units that were refunded against this shipped line; refunds name order lines, so they count for its first shipments first. */
function refundable(order: OrderRecord, fulfillmentLineItemId: string): number {
  const line = shippedLine(order, fulfillmentLineItemId);
  if (!line) return 0;
  let refunded = order.refunds
    .flatMap(({lines}) => lines)
    .filter(
      ({lineItemId, restockType, removed}) => lineItemId === line.lineItemId && removed && restockType !== 'CANCEL',
    )
    .reduce((units, {quantity}) => units + quantity, 0);
  for (const shipped of order.fulfillments
    .flatMap(({lines}) => lines)
    .filter(({lineItemId}) => lineItemId === line.lineItemId)) {
    const taken = Math.min(refunded, shipped.quantity);
    if (shipped.id === fulfillmentLineItemId) return shipped.quantity - taken;
    refunded -= taken;
  }
  return 0;
}

/** The errors of a new return; the recorded ones with Shopify's words and codes. */
export function returnErrors(order: OrderRecord, input: ReturnInput): UserError[] {
  if (input.exchangeLineItems?.length) {
    return [
      userError(['returnInput', 'exchangeLineItems'], 'The local lab does not take exchangeLineItems', 'INVALID'),
    ];
  }
  const soFar = new Map<string, number>();
  return input.returnLineItems.flatMap((item, index) => {
    const at = ['returnInput', 'returnLineItems', String(index)];
    const line = shippedLine(order, item.fulfillmentLineItemId);
    // [recorded]
    if (!line)
      return [userError([...at, 'fulfillmentLineItemId'], 'Fulfillment Line Item was not found.', 'NOT_FOUND')];
    const units = (soFar.get(line.id) ?? 0) + item.quantity;
    soFar.set(line.id, units);
    const left = refundable(order, line.id) - onReturns(order, line.id);
    // [recorded]
    if (item.quantity < 1 || units > left)
      return [userError([...at, 'quantity'], 'Return line item has an invalid quantity.', 'INVALID')];
    if (!item.returnReason && !item.returnReasonDefinitionId)
      return [userError(at, 'Return reason definition was not found.', 'NOT_FOUND')];
    return [];
  });
}

/** What the units of a shipped line are worth after discounts. */
export function returnWorth(order: OrderRecord, fulfillmentLineItemId: string, quantity: number): Pair {
  const shipped = shippedLine(order, fulfillmentLineItemId);
  const line = order.lines.find(({id}) => id === shipped?.lineItemId);
  return line ? portionOf(lineNet(line), quantity, line.quantity) : ZERO;
}

/** Changes `order` after `returnErrors` found nothing. */
export function openReturn(store: Store, order: OrderRecord, input: ReturnInput): ReturnRecord {
  const fee = input.returnShippingFee?.amount;
  const made: ReturnRecord = {
    id: store.newGid('Return'),
    name: `${order.name}-R${order.returns.length + 1}`,
    status: 'OPEN',
    createdAt: store.clock.iso(),
    closedAt: null,
    lines: input.returnLineItems.map((item) => ({
      id: store.newGid('ReturnLineItem'),
      fulfillmentLineItemId: item.fulfillmentLineItemId,
      quantity: item.quantity,
      reason: item.returnReason ?? REASONS[item.returnReasonDefinitionId?.split('/').at(-1) ?? ''] ?? 'UNKNOWN',
      reasonNote: item.returnReasonNote ?? '',
      restockingFee: item.restockingFee
        ? {
            id: store.newGid('Fee'),
            percentage: item.restockingFee.percentage,
            // Percentages with up to four decimals, rounded down in the customer's favour.
            amount: feeOf(returnWorth(order, item.fulfillmentLineItemId, item.quantity), item.restockingFee.percentage),
          }
        : null,
    })),
    shippingFee: fee
      ? {
          id: store.newGid('Fee'),
          amount: atRatioOf(total(order), parseMinor(fee.amount, order.presentmentCurrency) ?? 0),
        }
      : null,
    reverseFulfillmentOrder: {
      id: store.newGid('ReverseFulfillmentOrder'),
      lines: input.returnLineItems.map(({fulfillmentLineItemId, quantity}) => ({
        id: store.newGid('ReverseFulfillmentOrderLineItem'),
        fulfillmentLineItemId,
        quantity,
      })),
    },
  };
  order.returns.push(made);
  // A return opens an archived order again (facts §5).
  order.closedAt = null;
  order.updatedAt = store.clock.iso();
  return made;
}

function feeOf(worth: Pair, percentage: number): Pair {
  const parts = BigInt(Math.round(percentage * 10_000));
  const of = (amount: number): number => Number((BigInt(amount) * parts) / 1_000_000n);
  return {shop: of(worth.shop), customer: of(worth.customer)};
}
