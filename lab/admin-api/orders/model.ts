/**
 * An order as the lab keeps it: one plain document, amounts in minor units. Everything that Shopify derives
 * (statuses, totals, what is still refundable) is computed from it on reading and never stored.
 */

/** One amount in both currencies, in minor units of each: the shop's and the customer's (presentment). */
export interface Pair {
  readonly shop: number;
  readonly customer: number;
}

export interface TaxRecord {
  title: string;
  /** As a decimal string, "0.21" is 21 %. */
  rate: string;
  amount: Pair;
}

export interface DiscountRecord {
  /** 'line' lowers the line's own price; 'code' and 'cart' are the line's share of an order discount. */
  scope: 'line' | 'code' | 'cart';
  title: string;
  amount: Pair;
}

export interface DutyRecord {
  id: string;
  amount: Pair;
  harmonizedSystemCode: string | null;
  countryCodeOfOrigin: string | null;
}

export interface LineRecord {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  quantity: number;
  unitPrice: Pair;
  discounts: DiscountRecord[];
  taxes: TaxRecord[];
  duties: DutyRecord[];
  requiresShipping: boolean;
  taxable: boolean;
  giftCard: boolean;
  properties: {key: string; value: string}[];
}

export interface ShippingRecord {
  id: string;
  title: string;
  code: string | null;
  source: string | null;
  price: Pair;
  discount: Pair;
  taxes: TaxRecord[];
}

export type TransactionKind = 'AUTHORIZATION' | 'CAPTURE' | 'CHANGE' | 'REFUND' | 'SALE' | 'VOID';
export type TransactionStatus = 'AWAITING_RESPONSE' | 'ERROR' | 'FAILURE' | 'PENDING' | 'SUCCESS' | 'UNKNOWN';

export interface TransactionRecord {
  id: string;
  kind: TransactionKind;
  status: TransactionStatus;
  errorCode: string | null;
  gateway: string;
  parentId: string | null;
  amount: Pair;
  /** Cash rounding on this payment; null for every other payment. */
  rounding: Pair | null;
  accountNumber: string | null;
  giftCardId: string | null;
  createdAt: string;
  processedAt: string;
  test: boolean;
}

export type RestockType = 'CANCEL' | 'NO_RESTOCK' | 'RETURN';

export interface RefundLineRecord {
  id: string;
  lineItemId: string;
  quantity: number;
  restockType: RestockType;
  restocked: boolean;
  locationId: string | null;
  /** False where NO_RESTOCK left units on the order that were never shipped (assumption 4). */
  removed: boolean;
  subtotal: Pair;
  tax: Pair;
}

export interface AdjustmentRecord {
  id: string;
  reason: 'CUSTOMER' | 'DAMAGE' | 'PENDING_REFUND_DISCREPANCY' | 'REFUND_DISCREPANCY' | 'RESTOCK';
  amount: Pair;
}

export interface RefundRecord {
  id: string;
  note: string | null;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  lines: RefundLineRecord[];
  shipping: {id: string; shippingLineId: string; subtotal: Pair; tax: Pair}[];
  duties: {dutyId: string; amount: Pair}[];
  /** Chosen by whoever refunded; labels the gap between calculated and paid. */
  discrepancyReason: AdjustmentRecord['reason'];
  adjustments: AdjustmentRecord[];
  transactionIds: string[];
}

export interface FulfillmentOrderRecord {
  id: string;
  locationId: string;
  lines: {id: string; lineItemId: string; total: number; fulfilled: number}[];
}

export interface FulfillmentRecord {
  id: string;
  name: string;
  createdAt: string;
  locationId: string;
  fulfillmentOrderId: string;
  lines: {id: string; lineItemId: string; quantity: number}[];
}

export type ReturnStatus = 'CANCELED' | 'CLOSED' | 'DECLINED' | 'OPEN' | 'REQUESTED';

export interface ReturnRecord {
  id: string;
  name: string;
  status: ReturnStatus;
  createdAt: string;
  closedAt: string | null;
  lines: {
    id: string;
    fulfillmentLineItemId: string;
    quantity: number;
    reason: string;
    reasonNote: string;
    restockingFee: {id: string; percentage: number; amount: Pair} | null;
  }[];
  shippingFee: {id: string; amount: Pair} | null;
  reverseFulfillmentOrder: {id: string; lines: {id: string; fulfillmentLineItemId: string; quantity: number}[]};
}

export interface AddressRecord {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  zip: string | null;
  city: string | null;
  provinceCode: string | null;
  countryCode: string | null;
  phone: string | null;
}

export interface OrderRecord {
  id: string;
  number: number;
  name: string;
  email: string | null;
  phone: string | null;
  note: string | null;
  poNumber: string | null;
  sourceName: string | null;
  tags: string[];
  attributes: {key: string; value: string}[];
  test: boolean;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  closedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  cancelNote: string | null;
  /** The shop's currency at the time of sale. */
  currency: string;
  presentmentCurrency: string;
  taxesIncluded: boolean;
  dutiesIncluded: boolean;
  /** What orderCreate was told; shows only while there is no payment. */
  financialStatus: string | null;
  customerId: string | null;
  companyLocationId: string | null;
  customerLocale: string | null;
  shippingAddress: AddressRecord | null;
  billingAddress: AddressRecord | null;
  discountCodes: string[];
  lines: LineRecord[];
  shipping: ShippingRecord[];
  tip: Pair;
  transactions: TransactionRecord[];
  refunds: RefundRecord[];
  fulfillmentOrders: FulfillmentOrderRecord[];
  fulfillments: FulfillmentRecord[];
  returns: ReturnRecord[];
  disputes: {id: string; status: string; initiatedAs: string}[];
}
