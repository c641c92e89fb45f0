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
}

export interface OrdersAnswer {
  orders: {nodes: OrderRow[]};
}

export const ORDERS = `query LabPageOrders {
  orders(first: 100, sortKey: CREATED_AT, reverse: true) {
    nodes {
      id name createdAt displayFinancialStatus displayFulfillmentStatus returnStatus
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
}

export interface RecordedMetafield {
  key: string;
  value: string;
  updatedAt: string;
}

export interface OrderDetails extends OrderRow {
  cancelledAt: string | null;
  test: boolean;
  tags: string[];
  taxesIncluded: boolean;
  totalReceivedSet: MoneyBag;
  totalRefundedSet: MoneyBag;
  totalRefundedShippingSet: MoneyBag;
  netPaymentSet: MoneyBag;
  shippingLines: {nodes: {id: string; title: string; discountedPriceSet: MoneyBag}[]};
  lineItems: {nodes: OrderLine[]; pageInfo: {hasNextPage: boolean; endCursor: string | null}};
  transactions: Payment[];
  refunds: {id: string; createdAt: string | null; note: string | null; totalRefundedSet: MoneyBag}[];
  owner: {displayName: string; storeCreditAccounts: {nodes: StoreCreditAccount[]}} | null;
  purchasingEntity: {location?: {name: string; storeCreditAccounts: {nodes: StoreCreditAccount[]}}} | null;
  claim: RecordedMetafield | null;
  summary: RecordedMetafield | null;
  request: RecordedMetafield | null;
}

export interface OrderAnswer {
  order: OrderDetails | null;
}

const RECORDED = 'key value updatedAt';
const ACCOUNTS = 'storeCreditAccounts(first: 10) { nodes { id balance { amount currencyCode } } }';
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
    refunds(first: 100) { id createdAt note totalRefundedSet { ${MONEY} } }
    claim: metafield(namespace: "refund_recipes", key: "claim") { ${RECORDED} }
    summary: metafield(namespace: "refund_recipes", key: "summary") { ${RECORDED} }
    request: metafield(namespace: "refund_recipes", key: "request") { ${RECORDED} }
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
