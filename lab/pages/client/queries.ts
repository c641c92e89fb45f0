/** What the pages themselves read from the lab's Admin API, as the shop's owner. */
import type {MoneyBag, MoneyV2} from './format.ts';

const MONEY = 'shopMoney { amount currencyCode } presentmentMoney { amount currencyCode }';

export interface OrderRow {
  id: string;
  name: string;
  createdAt: string;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  returnStatus: string;
  totalPriceSet: MoneyBag;
  customer: {displayName: string} | null;
  tags: string[];
  disputes: {status: string; initiatedAs: string}[];
}

export interface OrdersAnswer {
  orders: {nodes: OrderRow[]};
}

export const ORDERS = `query LabPageOrders {
  orders(first: 100, sortKey: CREATED_AT, reverse: true) {
    nodes {
      id name createdAt displayFinancialStatus displayFulfillmentStatus returnStatus tags
      disputes { status initiatedAs }
      totalPriceSet { ${MONEY} }
      customer { displayName }
    }
  }
}`;

export interface OrderLine {
  id: string;
  name: string;
  sku: string | null;
  quantity: number;
  refundableQuantity: number;
  unfulfilledQuantity: number;
  originalUnitPriceSet: MoneyBag;
  originalTotalSet: MoneyBag;
  discountAllocations: {allocatedAmountSet: MoneyBag}[];
  taxLines: {priceSet: MoneyBag}[];
}

export interface Payment {
  id: string;
  kind: string;
  status: string;
  gateway: string | null;
  formattedGateway: string | null;
  accountNumber: string | null;
  manualPaymentGateway: boolean | null;
  processedAt: string | null;
  amountSet: MoneyBag;
  maximumRefundableV2: MoneyV2 | null;
}

export interface StoreCreditAccount {
  id: string;
  balance: MoneyV2;
  transactions: {nodes: {amount: MoneyV2; createdAt: string; expiresAt?: string | null}[]};
}

export interface Refund {
  id: string;
  createdAt: string | null;
  note: string | null;
  totalRefundedSet: MoneyBag;
  refundLineItems: {
    nodes: {
      quantity: number;
      restockType: string;
      subtotalSet: MoneyBag;
      totalTaxSet: MoneyBag;
      lineItem: {name: string};
    }[];
  };
  refundShippingLines: {nodes: {subtotalAmountSet: MoneyBag; taxAmountSet: MoneyBag}[]};
  duties: {amountSet: MoneyBag}[] | null;
  orderAdjustments: {nodes: {reason: string | null; amountSet: MoneyBag}[]};
  transactions: {nodes: {id: string}[]};
}

/** One record of what the app did, as it stored it for good. */
export interface Evidence {
  handle: string;
  updatedAt: string;
  order: {value: string | null} | null;
  evidence: {value: string | null} | null;
}

export interface IssuedCard {
  id: string;
  maskedCode: string;
  balance: MoneyV2;
  createdAt: string;
  expiresOn: string | null;
}

export interface RecordedMetafield {
  key: string;
  value: string;
  updatedAt: string;
}

export interface OrderDetails extends OrderRow {
  cancelledAt: string | null;
  test: boolean;
  taxesIncluded: boolean;
  totalDiscountsSet: MoneyBag | null;
  originalTotalDutiesSet: MoneyBag | null;
  totalTaxSet: MoneyBag | null;
  totalTipReceivedSet: MoneyBag;
  totalReceivedSet: MoneyBag;
  totalRefundedSet: MoneyBag;
  totalRefundedShippingSet: MoneyBag;
  netPaymentSet: MoneyBag;
  shippingLines: {nodes: {id: string; title: string; discountedPriceSet: MoneyBag}[]};
  lineItems: {nodes: OrderLine[]; pageInfo: {hasNextPage: boolean; endCursor: string | null}};
  transactions: Payment[];
  refunds: Refund[];
  owner: {displayName: string; storeCreditAccounts: {nodes: StoreCreditAccount[]}} | null;
  purchasingEntity: {location?: {name: string; storeCreditAccounts: {nodes: StoreCreditAccount[]}}} | null;
  claim: RecordedMetafield | null;
  summary: RecordedMetafield | null;
  request: RecordedMetafield | null;
  ask: RecordedMetafield | null;
}

export interface OrderAnswer {
  order: OrderDetails | null;
}

/** What stands elsewhere in the shop and belongs to the order: it is picked out by the order's own records. */
export interface BesideAnswer {
  metaobjects: {nodes: Evidence[]};
  giftCards: {nodes: IssuedCard[]};
}

export const BESIDE = `query LabPageBeside {
  metaobjects(type: "$app:refund-evidence", first: 250, reverse: true) {
    nodes { handle updatedAt order: field(key: "order") { value } evidence: field(key: "evidence") { value } }
  }
  giftCards(first: 250, reverse: true) {
    nodes { id maskedCode balance { amount currencyCode } createdAt expiresOn }
  }
}`;

const RECORDED = 'key value updatedAt';
const ACCOUNTS = `storeCreditAccounts(first: 10) {
  nodes {
    id
    balance { amount currencyCode }
    transactions(first: 4, reverse: true) {
      nodes { amount { amount currencyCode } createdAt ... on StoreCreditAccountCreditTransaction { expiresAt } }
    }
  }
}`;
const REFUND = `
  id createdAt note
  totalRefundedSet { ${MONEY} }
  refundLineItems(first: 250) {
    nodes { quantity restockType lineItem { name } subtotalSet { ${MONEY} } totalTaxSet { ${MONEY} } }
  }
  refundShippingLines(first: 25) { nodes { subtotalAmountSet { ${MONEY} } taxAmountSet { ${MONEY} } } }
  duties { amountSet { ${MONEY} } }
  orderAdjustments(first: 25) { nodes { reason amountSet { ${MONEY} } } }
  transactions(first: 25) { nodes { id } }`;
const LINE = `
  id name sku quantity refundableQuantity unfulfilledQuantity
  originalUnitPriceSet { ${MONEY} }
  originalTotalSet { ${MONEY} }
  discountAllocations { allocatedAmountSet { ${MONEY} } }
  taxLines { priceSet { ${MONEY} } }`;

export const ORDER = `query LabPageOrder($id: ID!) {
  order(id: $id) {
    id name createdAt cancelledAt test tags taxesIncluded
    displayFinancialStatus displayFulfillmentStatus returnStatus
    totalPriceSet { ${MONEY} }
    totalDiscountsSet { ${MONEY} }
    originalTotalDutiesSet { ${MONEY} }
    totalTaxSet { ${MONEY} }
    totalTipReceivedSet { ${MONEY} }
    totalReceivedSet { ${MONEY} }
    totalRefundedSet { ${MONEY} }
    totalRefundedShippingSet { ${MONEY} }
    netPaymentSet { ${MONEY} }
    customer { displayName }
    owner: customer { displayName ${ACCOUNTS} }
    purchasingEntity { ... on PurchasingCompany { location { name ${ACCOUNTS} } } }
    shippingLines(first: 25) { nodes { id title discountedPriceSet { ${MONEY} } } }
    lineItems(first: 250) { nodes { ${LINE} } pageInfo { hasNextPage endCursor } }
    transactions(first: 100) {
      id kind status gateway formattedGateway accountNumber manualPaymentGateway processedAt
      amountSet { ${MONEY} }
      maximumRefundableV2 { amount currencyCode }
    }
    refunds(first: 100) { ${REFUND} }
    disputes { status initiatedAs }
    claim: metafield(namespace: "refund_recipes", key: "claim") { ${RECORDED} }
    summary: metafield(namespace: "refund_recipes", key: "summary") { ${RECORDED} }
    request: metafield(namespace: "refund_recipes", key: "request") { ${RECORDED} }
    ask: metafield(namespace: "refund_recipes", key: "ask") { ${RECORDED} }
  }
}`;

export interface LinesAnswer {
  order: Pick<OrderDetails, 'lineItems'> | null;
}

export const MORE_LINES = `query LabPageOrderLines($id: ID!, $after: String) {
  order(id: $id) {
    lineItems(first: 250, after: $after) { nodes { ${LINE} } pageInfo { hasNextPage endCursor } }
  }
}`;

export interface TagAnswer {
  changed: {userErrors: {message: string}[]};
}

export const ADD_TAG = `mutation LabPageAddTag($id: ID!, $tags: [String!]!) {
  changed: tagsAdd(id: $id, tags: $tags) { userErrors { message } }
}`;

export const REMOVE_TAG = `mutation LabPageRemoveTag($id: ID!, $tags: [String!]!) {
  changed: tagsRemove(id: $id, tags: $tags) { userErrors { message } }
}`;
