/** `orderCreate`: an order out of its input, or the input field that doesn't work. */
import type {Store} from '../store.ts';
import {
  type AddressInput,
  type CreateInput,
  type MoneyBagInput,
  type PaymentInput,
  type TaxLineInput,
  UNSUPPORTED,
} from './create-input.ts';
import {discountLines, discountShipping} from './create-discounts.ts';
import {parseMinor} from './minor.ts';
import type {
  AddressRecord,
  LineRecord,
  OrderRecord,
  Pair,
  ShippingRecord,
  TaxRecord,
  TransactionRecord,
} from './model.ts';
import {ZERO} from './pair.ts';
import {nextNumber} from './repository.ts';

/** One input that orderCreate can't take: where it stands, and why. */
export class RefusedInput extends Error {
  readonly field: readonly string[];
  /** An OrderCreateUserErrorCode. */
  readonly code: string;

  constructor(field: readonly string[], message: string, code = 'INVALID') {
    super(message);
    this.field = field;
    this.code = code;
  }
}

interface Currencies {
  currency: string;
  presentmentCurrency: string;
}

function pair(bag: MoneyBagInput, currencies: Currencies, field: readonly string[]): Pair {
  const side = (name: 'presentmentMoney' | 'shopMoney', currency: string): number => {
    const money = bag[name];
    if (!money) throw new RefusedInput([...field, name], `${name} is needed where the order has two currencies`);
    if (money.currencyCode !== currency)
      throw new RefusedInput([...field, name, 'currencyCode'], `Currency must be ${currency}`);
    const minor = parseMinor(money.amount, currency);
    if (minor === undefined || minor < 0)
      throw new RefusedInput([...field, name, 'amount'], `Amount ${money.amount} is not an amount in ${currency}`);
    return minor;
  };
  const shop = side('shopMoney', currencies.currency);
  const alone = currencies.currency === currencies.presentmentCurrency && !bag.presentmentMoney;
  return {shop, customer: alone ? shop : side('presentmentMoney', currencies.presentmentCurrency)};
}

function taxes(
  given: readonly TaxLineInput[] | null | undefined,
  currencies: Currencies,
  field: readonly string[],
): TaxRecord[] {
  return (given ?? []).map(({title, rate, priceSet}, index) => {
    const at = [...field, 'taxLines', String(index)];
    if (!priceSet) throw new RefusedInput([...at, 'priceSet'], 'The lab needs the amount of each tax line');
    return {title, rate, amount: pair(priceSet, currencies, [...at, 'priceSet'])};
  });
}

export function refuseUnsupported(input: object, fields: readonly string[], at: readonly string[]): void {
  for (const field of fields) {
    const value = (input as Record<string, unknown>)[field];
    if (value !== null && value !== undefined)
      throw new RefusedInput([...at, field], `The local lab does not take ${field}`);
  }
}

function lines(store: Store, input: CreateInput, currencies: Currencies): LineRecord[] {
  const items = input.lineItems ?? [];
  if (items.length === 0) throw new RefusedInput(['order', 'lineItems'], 'Line items must have at least one line item');
  return items.map((item, index) => {
    const at = ['order', 'lineItems', String(index)];
    refuseUnsupported(item, UNSUPPORTED.line, at);
    if (!item.title)
      throw new RefusedInput([...at, 'title'], 'Title is needed: the lab has no products to take it from');
    if (!item.priceSet)
      throw new RefusedInput([...at, 'priceSet'], 'Price is needed: the lab has no products to take it from');
    if (item.quantity < 1) throw new RefusedInput([...at, 'quantity'], 'Quantity must be greater than 0');
    return {
      id: store.newGid('LineItem'),
      title: item.title,
      variantTitle: item.variantTitle ?? null,
      sku: item.sku ?? null,
      vendor: item.vendor ?? null,
      quantity: item.quantity,
      unitPrice: pair(item.priceSet, currencies, [...at, 'priceSet']),
      discounts: [],
      taxes: taxes(item.taxLines, currencies, at),
      duties: [],
      requiresShipping: item.requiresShipping ?? false,
      taxable: item.taxable ?? true,
      giftCard: item.giftCard ?? false,
      properties: (item.properties ?? []).map(({name, value}) => ({key: name, value})),
    };
  });
}

function shippingLines(store: Store, input: CreateInput, currencies: Currencies): ShippingRecord[] {
  return (input.shippingLines ?? []).map((line, index) => {
    const at = ['order', 'shippingLines', String(index)];
    return {
      id: store.newGid('ShippingLine'),
      title: line.title,
      code: line.code ?? null,
      source: line.source ?? null,
      price: pair(line.priceSet, currencies, [...at, 'priceSet']),
      discount: ZERO,
      taxes: taxes(line.taxLines, currencies, at),
    };
  });
}

const PAYMENT_KINDS = ['AUTHORIZATION', 'CAPTURE', 'CHANGE', 'SALE'];

/** A capture belongs to the authorization before it on the same gateway. */
function payments(store: Store, input: CreateInput, currencies: Currencies, at: string): TransactionRecord[] {
  const made: TransactionRecord[] = [];
  (input.transactions ?? []).forEach((entry: PaymentInput, index) => {
    const field = ['order', 'transactions', String(index)];
    refuseUnsupported(entry, UNSUPPORTED.transaction, field);
    const kind = entry.kind ?? 'SALE';
    const gateway = entry.gateway ?? 'manual';
    if (!PAYMENT_KINDS.includes(kind))
      throw new RefusedInput([...field, 'kind'], `Kind ${kind.toLowerCase()} is not a valid transaction`);
    const parent =
      kind === 'CAPTURE'
        ? made.findLast((other) => other.kind === 'AUTHORIZATION' && other.gateway === gateway)
        : undefined;
    made.push({
      id: store.newGid('OrderTransaction'),
      kind,
      status: entry.status ?? 'SUCCESS',
      errorCode: null,
      gateway,
      parentId: parent?.id ?? null,
      amount: pair(entry.amountSet, currencies, [...field, 'amountSet']),
      rounding: null,
      accountNumber: null,
      giftCardId: entry.giftCardId ?? null,
      createdAt: at,
      processedAt: entry.processedAt ?? at,
      test: entry.test ?? false,
    });
  });
  return made;
}

export function address(input: AddressInput | null | undefined): AddressRecord | null {
  if (!input) return null;
  const {firstName, lastName, company, address1, address2, zip, city, provinceCode, countryCode, phone} = input;
  return {
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    company: company ?? null,
    address1: address1 ?? null,
    address2: address2 ?? null,
    zip: zip ?? null,
    city: city ?? null,
    provinceCode: provinceCode ?? null,
    countryCode: countryCode ?? null,
    phone: phone ?? null,
  };
}

/** What the caller found out beforehand. */
export interface CreateSurroundings {
  shopCurrency: string;
  locationId: string;
  customerId: string | null;
  customerLocale: string | null;
}

/**
 * Builds the order; the caller keeps it.
 * @throws RefusedInput naming the first input field that doesn't work
 */
export function createOrder(store: Store, input: CreateInput, around: CreateSurroundings): OrderRecord {
  refuseUnsupported(input, UNSUPPORTED.order, ['order']);
  const now = store.clock.iso();
  const currency = input.currency ?? around.shopCurrency;
  const currencies = {currency, presentmentCurrency: input.presentmentCurrency ?? currency};
  const processedAt = input.processedAt ?? now;
  if (Date.parse(processedAt) > store.clock.now().getTime())
    throw new RefusedInput(['order', 'processedAt'], 'Processed at must not be in the future', 'PROCESSED_AT_INVALID');
  const number = nextNumber(store);
  const order: OrderRecord = {
    id: store.newGid('Order'),
    number,
    name: input.name ?? `#${number}`,
    email: input.email ?? null,
    phone: input.phone ?? null,
    note: input.note ?? null,
    poNumber: input.poNumber ?? null,
    sourceName: input.sourceName ?? null,
    tags: [...(input.tags ?? [])],
    attributes: [...(input.customAttributes ?? [])],
    test: input.test ?? false,
    createdAt: now,
    processedAt,
    updatedAt: now,
    closedAt: input.closedAt ?? null,
    cancelledAt: null,
    cancelReason: null,
    cancelNote: null,
    ...currencies,
    taxesIncluded: input.taxesIncluded ?? false,
    dutiesIncluded: false,
    financialStatus: input.financialStatus ?? null,
    customerId: around.customerId,
    companyLocationId: input.companyLocationId ?? null,
    customerLocale: around.customerLocale,
    shippingAddress: address(input.shippingAddress),
    billingAddress: address(input.billingAddress),
    discountCodes: [],
    lines: lines(store, input, currencies),
    shipping: shippingLines(store, input, currencies),
    tip: ZERO,
    transactions: payments(store, input, currencies, processedAt),
    refunds: [],
    fulfillmentOrders: [],
    fulfillments: [],
    returns: [],
    disputes: [],
  };
  const {
    itemFixedDiscountCode: fixed,
    itemPercentageDiscountCode: percentage,
    freeShippingDiscountCode: free,
  } = input.discountCode ?? {};
  if (fixed) {
    const field = ['order', 'discountCode', 'itemFixedDiscountCode', 'amountSet'];
    if (!fixed.amountSet) throw new RefusedInput(field, 'An amount is needed');
    discountLines(order, 'code', fixed.code, {amount: pair(fixed.amountSet, currencies, field)});
  }
  if (percentage) discountLines(order, 'code', percentage.code, {percentage: String(percentage.percentage ?? 0)});
  if (free) discountShipping(order);
  for (const given of [fixed, percentage, free]) if (given) order.discountCodes.push(given.code);
  order.fulfillmentOrders.push({
    id: store.newGid('FulfillmentOrder'),
    locationId: around.locationId,
    lines: order.lines.map((line) => ({
      id: store.newGid('FulfillmentOrderLineItem'),
      lineItemId: line.id,
      total: line.quantity,
      fulfilled: 0,
    })),
  });
  return order;
}
