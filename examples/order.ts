import {mulDiv, ratioOf, type Money} from '../src/core/index.ts';
import type {OrderForRefundQuery, OrderLineFragment} from '../graphql/generated/admin.generated.d.ts';
import {bag, type Bag, type ExampleCurrencies} from './amounts.ts';

export type OrderNode = NonNullable<OrderForRefundQuery['order']>;

/** What OrderForRefund.graphql returns, with the lines of further pages beside it. */
export type OrderFile = Omit<OrderForRefundQuery, 'order'> & {order: OrderNode; linesAfter?: OrderLineFragment[]};

export interface ExampleLine {
  readonly name: string;
  readonly quantity: number;
  /** Minor units of the customer's currency. */
  readonly price: number;
  /** The line's share of the order's discount, minor units. */
  readonly discount?: number;
}

export interface ExamplePayment {
  readonly gateway: 'shopify_payments' | 'gift_card' | 'manual';
  /** Minor units of the customer's currency. */
  readonly amount: number;
}

/** The few things in which one example's order differs from another's. */
export interface ExampleOrder {
  readonly number: number;
  readonly currency: string;
  /** The whole order in both currencies, where the shop keeps another; shop EUR otherwise follows the customer's. */
  readonly paidInShop?: Money;
  /** Whole per cent of tax that the prices include. */
  readonly taxPercent: number;
  readonly lines: readonly ExampleLine[];
  readonly shipping?: number;
  readonly payments: readonly ExamplePayment[];
  readonly guest?: boolean;
}

const PAGE = 250;

const GATEWAYS = {
  shopify_payments: {formattedGateway: 'Shopify Payments', accountNumber: '•••• •••• •••• 4242', manual: false},
  gift_card: {formattedGateway: 'Gift card', accountNumber: '•••• 7f3k', manual: false},
  manual: {formattedGateway: 'Bank transfer', accountNumber: null, manual: true},
} as const;

/** A paid, shipped order without refunds: a complete answer, page after page, as the Admin API gives it. */
export function buildOrder(spec: ExampleOrder): OrderFile {
  const goods = spec.lines.reduce((all, line) => all + line.quantity * line.price - (line.discount ?? 0), 0);
  const shipping = spec.shipping ?? 0;
  const currencies = currenciesOf(spec, goods + shipping);
  const money = (minor: number): Bag => bag(minor, currencies);
  const tax = (minor: number) => [
    {
      priceSet: money(mulDiv(minor, spec.taxPercent, 100 + spec.taxPercent, 'halfUp')),
    },
  ];
  const lines = spec.lines.map((line, index) => lineNode(line, index, money, tax));
  const number = String(spec.number);
  return {
    shop: {
      currencyCode: currencies.shopCurrency as 'EUR',
    },
    storeCreditConfiguration: {storeCreditEnabled: true},
    locations: {nodes: [{id: 'gid://shopify/Location/1', name: 'Warehouse'}]},
    recipes: {nodes: [], pageInfo: {hasNextPage: false}},
    settings: null,
    order: {
      id: `gid://shopify/Order/${number}`,
      name: `#${number}`,
      createdAt: '2026-11-02T09:30:00Z',
      updatedAt: '2026-11-10T15:00:00Z',
      cancelledAt: null,
      displayFinancialStatus: 'PAID',
      tags: [],
      currencyCode: currencies.shopCurrency,
      presentmentCurrencyCode: currencies.currency,
      taxesIncluded: true,
      dutiesIncluded: false,
      customer: spec.guest ? null : {id: 'gid://shopify/Customer/1', locale: 'nl', storeCreditAccounts: {nodes: []}},
      purchasingEntity: spec.guest ? null : {__typename: 'Customer'},
      disputes: [],
      totalPriceSet: money(goods + shipping),
      totalReceivedSet: money(goods + shipping),
      totalTipReceivedSet: money(0),
      totalCashRoundingAdjustment: {paymentSet: money(0)},
      netPaymentSet: money(goods + shipping),
      totalRefundedSet: money(0),
      totalRefundedShippingSet: money(0),
      refunds: [],
      refundLines: [],
      transactions: spec.payments.map((payment, index) => paymentNode(payment, index, money)),
      returns: {nodes: [], pageInfo: {hasNextPage: false}},
      shippingLines: {nodes: shipping === 0 ? [] : [shippingNode(shipping, money, tax)]},
      lineItems: {
        nodes: lines.slice(0, PAGE),
        pageInfo: {hasNextPage: lines.length > PAGE, endCursor: lines.length > PAGE ? 'line-250' : null},
      },
      claim: null,
      request: null,
    },
    ...(lines.length > PAGE ? {linesAfter: lines.slice(PAGE)} : {}),
  };
}

type Tax = (minor: number) => OrderLineFragment['taxLines'];

function currenciesOf(spec: ExampleOrder, total: number): ExampleCurrencies {
  const presentment = {minor: total, currency: spec.currency};
  const shop = spec.paidInShop ?? presentment;
  return {currency: spec.currency, shopCurrency: shop.currency, rate: ratioOf({shop, presentment})};
}

function lineNode(line: ExampleLine, index: number, money: (minor: number) => Bag, tax: Tax): OrderLineFragment {
  const total = line.quantity * line.price;
  const discount = line.discount ?? 0;
  return {
    id: `gid://shopify/LineItem/${index + 1}`,
    name: line.name,
    sku: `SKU-${index + 1}`,
    quantity: line.quantity,
    refundableQuantity: line.quantity,
    unfulfilledQuantity: 0,
    restockable: true,
    originalTotalSet: money(total),
    discountAllocations: discount === 0 ? [] : [{allocatedAmountSet: money(discount)}],
    taxLines: tax(total - discount),
    duties: [],
  };
}

function shippingNode(
  minor: number,
  money: (minor: number) => Bag,
  tax: Tax,
): OrderNode['shippingLines']['nodes'][number] {
  return {
    isRemoved: false,
    discountedPriceSet: money(minor),
    taxLines: tax(minor),
  };
}

function paymentNode(
  payment: ExamplePayment,
  index: number,
  money: (minor: number) => Bag,
): OrderNode['transactions'][number] {
  const {formattedGateway, accountNumber, manual} = GATEWAYS[payment.gateway];
  return {
    id: `gid://shopify/OrderTransaction/${index + 1}`,
    kind: 'SALE',
    status: 'SUCCESS',
    gateway: payment.gateway === 'manual' ? 'Bank transfer' : payment.gateway,
    formattedGateway,
    accountNumber,
    manualPaymentGateway: manual,
    amountSet: money(payment.amount),
    maximumRefundableV2: null,
    parentTransaction: null,
  };
}
