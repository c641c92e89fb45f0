/** Puts the order that a recording was made on into a lab: from the hydration that stands beside the recorded mutation. */
import type {
  LineRecord,
  OrderRecord,
  ShippingRecord,
  TransactionKind,
  TransactionRecord,
  TransactionStatus,
} from '../../lab/admin-api/orders/model.ts';
import {parseMinor} from '../../lab/admin-api/orders/minor.ts';
import {ZERO} from '../../lab/admin-api/orders/pair.ts';
import {blankOrder} from './blank-order.ts';

interface RecordedMoney {
  shopMoney: {amount: string; currencyCode: string};
  presentmentMoney?: {amount: string; currencyCode: string};
}

export interface RecordedOrder {
  id: string;
  name: string;
  totalPriceSet?: RecordedMoney;
  lineItems?: {nodes: {id: string; title: string; quantity: number; originalUnitPriceSet?: RecordedMoney}[]};
  shippingLines?: {nodes: {originalPriceSet: RecordedMoney}[]};
  transactions: {id?: string; kind: string; status: string; gateway: string; amountSet: RecordedMoney}[];
  fulfillmentOrders?: {
    nodes: {
      id: string;
      lineItems: {
        nodes: {id: string; totalQuantity: number; lineItem: {id: string; title: string; quantity: number}}[];
      };
    }[];
  };
}

function pair(money: RecordedMoney): {shop: number; customer: number} {
  const {shopMoney, presentmentMoney = shopMoney} = money;
  return {
    shop: parseMinor(shopMoney.amount, shopMoney.currencyCode) ?? Number.NaN,
    customer: parseMinor(presentmentMoney.amount, presentmentMoney.currencyCode) ?? Number.NaN,
  };
}

function line(id: string, title: string, quantity: number, unitPrice: {shop: number; customer: number}): LineRecord {
  return {
    id,
    title,
    variantTitle: null,
    sku: null,
    vendor: null,
    quantity,
    unitPrice,
    discounts: [],
    taxes: [],
    duties: [],
    requiresShipping: true,
    taxable: true,
    giftCard: false,
    properties: [],
  };
}

/** The recorded order as the lab keeps orders. Unit prices that weren't recorded follow from what was paid. */
export function importRecorded(recorded: RecordedOrder): OrderRecord {
  const [first] = recorded.transactions;
  const currency = recorded.totalPriceSet?.shopMoney.currencyCode ?? first?.amountSet.shopMoney.currencyCode ?? 'CAD';
  const presentmentCurrency = recorded.totalPriceSet?.presentmentMoney?.currencyCode ?? currency;
  const planned = recorded.fulfillmentOrders?.nodes ?? [];
  const paid = first ? pair(first.amountSet) : ZERO;
  const fromPlanned = planned.flatMap(({lineItems}) =>
    lineItems.nodes.map(({lineItem}) =>
      line(lineItem.id, lineItem.title, lineItem.quantity, {
        shop: paid.shop / lineItem.quantity,
        customer: paid.customer / lineItem.quantity,
      }),
    ),
  );
  const lines = recorded.lineItems
    ? recorded.lineItems.nodes.map((entry) =>
        line(
          entry.id,
          entry.title,
          entry.quantity,
          entry.originalUnitPriceSet ? pair(entry.originalUnitPriceSet) : paid,
        ),
      )
    : fromPlanned;
  const number = Number(recorded.name.slice(1));
  return blankOrder({
    id: recorded.id,
    name: recorded.name,
    number,
    currency,
    presentmentCurrency,
    lines: lines.length > 0 ? lines : [line(`gid://shopify/LineItem/${number}`, 'Recorded without its lines', 1, paid)],
    shipping: (recorded.shippingLines?.nodes ?? []).map(({originalPriceSet}, index): ShippingRecord => ({
      id: `gid://shopify/ShippingLine/${number}${index}`,
      title: 'Shipping',
      code: null,
      source: null,
      price: pair(originalPriceSet),
      discount: ZERO,
      taxes: [],
    })),
    transactions: recorded.transactions.map((entry, index): TransactionRecord => ({
      id: entry.id ?? `gid://shopify/OrderTransaction/${number}${index}`,
      kind: entry.kind as TransactionKind,
      status: entry.status as TransactionStatus,
      errorCode: null,
      gateway: entry.gateway,
      parentId: null,
      amount: pair(entry.amountSet),
      rounding: null,
      accountNumber: null,
      giftCardId: null,
      createdAt: '2026-06-22T23:01:17Z',
      processedAt: '2026-06-22T23:01:17Z',
      test: true,
    })),
    fulfillmentOrders: planned.map(({id, lineItems}) => ({
      id,
      locationId: 'gid://shopify/Location/1',
      lines: lineItems.nodes.map((entry) => ({
        id: entry.id,
        lineItemId: entry.lineItem.id,
        total: entry.totalQuantity,
        fulfilled: 0,
      })),
    })),
  });
}
