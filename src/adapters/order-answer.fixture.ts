import type {OrderForRefundQuery} from '../../graphql/generated/admin.generated.d.ts';

type Order = NonNullable<OrderForRefundQuery['order']>;
type Line = Order['lineItems']['nodes'][number];
type Payment = Order['transactions'][number];
type Refund = Order['refunds'][number];

/** The same amount in both currencies of the answer; EUR unless said. */
export function bag(presentment: string, shop = presentment, currency: string = 'EUR', shopCurrency = currency) {
  return {
    shopMoney: {amount: shop, currencyCode: shopCurrency as 'EUR'},
    presentmentMoney: {amount: presentment, currencyCode: currency as 'EUR'},
  };
}

export function line(over: Partial<Line> = {}): Line {
  return {
    id: 'gid://shopify/LineItem/1',
    name: 'Linen shirt - M',
    sku: 'LS-M',
    quantity: 2,
    refundableQuantity: 2,
    unfulfilledQuantity: 0,
    restockable: true,
    originalTotalSet: bag('50.0'),
    discountAllocations: [],
    taxLines: [{priceSet: bag('8.68')}],
    duties: [],
    ...over,
  };
}

export function payment(over: Partial<Payment> = {}): Payment {
  return {
    id: 'gid://shopify/OrderTransaction/1',
    kind: 'SALE',
    status: 'SUCCESS',
    gateway: 'shopify_payments',
    formattedGateway: 'Shopify Payments',
    accountNumber: '•••• •••• •••• 4242',
    manualPaymentGateway: false,
    amountSet: bag('56.95'),
    maximumRefundableV2: null,
    parentTransaction: null,
    ...over,
  };
}

export function refund(over: Partial<Refund> = {}): Refund {
  return {
    id: 'gid://shopify/Refund/1',
    createdAt: '2026-11-05T10:00:00Z',
    note: null,
    totalRefundedSet: bag('10.0'),
    duties: [],
    transactions: {nodes: []},
    ...over,
  };
}

/** What OrderForRefund.graphql answers for 2 × 25.00 and 6.95 shipping, paid by card, tax included. */
export function answer(over: Partial<Order> = {}): OrderForRefundQuery & {order: Order} {
  return {
    shop: {currencyCode: 'EUR'},
    storeCreditConfiguration: {storeCreditEnabled: true},
    locations: {nodes: [{id: 'gid://shopify/Location/1', name: 'Magazijn'}]},
    recipes: {nodes: [], pageInfo: {hasNextPage: false}},
    settings: null,
    order: {
      id: 'gid://shopify/Order/1001',
      name: '#1001',
      updatedAt: '2026-11-20T10:00:00Z',
      createdAt: '2026-11-01T10:00:00Z',
      cancelledAt: null,
      displayFinancialStatus: 'PAID',
      tags: [],
      currencyCode: 'EUR',
      presentmentCurrencyCode: 'EUR',
      taxesIncluded: true,
      dutiesIncluded: false,
      customer: {
        id: 'gid://shopify/Customer/1',
        locale: 'nl',
        storeCreditAccounts: {
          nodes: [{id: 'gid://shopify/StoreCreditAccount/1', balance: {amount: '5.0', currencyCode: 'EUR'}}],
        },
      },
      purchasingEntity: {__typename: 'Customer'},
      disputes: [],
      totalPriceSet: bag('56.95'),
      totalReceivedSet: bag('56.95'),
      totalTipReceivedSet: bag('0.0'),
      totalCashRoundingAdjustment: {paymentSet: bag('0.0')},
      netPaymentSet: bag('56.95'),
      totalRefundedSet: bag('0.0'),
      totalRefundedShippingSet: bag('0.0'),
      refunds: [],
      refundLines: [],
      transactions: [payment()],
      returns: {nodes: [], pageInfo: {hasNextPage: false}},
      shippingLines: {
        nodes: [
          {
            isRemoved: false,
            discountedPriceSet: bag('6.95'),
            taxLines: [{priceSet: bag('1.21')}],
          },
        ],
      },
      lineItems: {nodes: [line()], pageInfo: {hasNextPage: false, endCursor: null}},
      claim: null,
      request: null,
      ...over,
    },
  };
}
