import {describe, expect, it} from 'vitest';
import {InputError, lineEntitlement} from '../core/index.ts';
import {snapshotFromAdmin} from './admin-order.ts';
import {snapshotLine} from './lines.ts';
import {node} from './read.ts';
import {answer, bag, line, payment, refund} from './order-answer.fixture.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});
const both = (minor: number) => ({shop: eur(minor), presentment: eur(minor)});

describe('snapshotFromAdmin', () => {
  it('reads an order whole', () => {
    const snapshot = snapshotFromAdmin(answer());
    expect(snapshot.lines).toEqual([
      {
        id: 'gid://shopify/LineItem/1',
        name: 'Linen shirt - M',
        sku: 'LS-M',
        quantity: 2,
        refundable: 2,
        unfulfilled: 0,
        restockable: true,
        discounted: both(5000),
        tax: both(868),
        duties: [],
        refunded: {quantity: 0, subtotal: both(0), tax: both(0)},
        onOpenReturn: 0,
      },
    ]);
    expect(snapshot.payments).toEqual([
      {
        id: 'gid://shopify/OrderTransaction/1',
        gateway: 'shopify_payments',
        label: '•••• 4242',
        kind: 'card',
        captured: both(5695),
        refundable: both(5695),
      },
    ]);
    expect(snapshot.shipping).toEqual([{discounted: both(695), tax: both(121)}]);
    expect(snapshot.creditOwner).toEqual({
      id: 'gid://shopify/Customer/1',
      kind: 'customer',
      accounts: [{id: 'gid://shopify/StoreCreditAccount/1', balance: eur(500)}],
    });
    expect(snapshot).toMatchObject({
      id: 'gid://shopify/Order/1001',
      currency: 'EUR',
      shopCurrency: 'EUR',
      taxesIncluded: true,
      cancelled: false,
      storeCreditEnabled: true,
      customerLocale: 'nl',
      total: both(5695),
      netPayment: both(5695),
    });
  });

  it('takes every discount share off a line', () => {
    const shared = line({
      discountAllocations: [{allocatedAmountSet: bag('1.00')}, {allocatedAmountSet: bag('0.33')}],
    });
    const snapshot = snapshotFromAdmin(
      answer({lineItems: {nodes: [shared], pageInfo: {hasNextPage: false, endCursor: null}}}),
    );
    expect(snapshot.lines[0]?.discounted).toEqual(both(4867));
  });

  it('gives a B2B order the store credit of the company location, a guest none', () => {
    const location = {id: 'gid://shopify/CompanyLocation/7', name: 'Depot', storeCreditAccounts: {nodes: []}};
    const b2b = snapshotFromAdmin(answer({purchasingEntity: {__typename: 'PurchasingCompany', location}}));
    expect(b2b.creditOwner).toEqual({id: 'gid://shopify/CompanyLocation/7', kind: 'companyLocation', accounts: []});
    const guest = snapshotFromAdmin(answer({customer: null, purchasingEntity: null}));
    expect([guest.creditOwner, guest.customerLocale]).toEqual([null, null]);
  });

  it('reads both currencies, each with its own digits', () => {
    const yen = (amount: string, shop: string) => bag(amount, shop, 'JPY', 'EUR');
    const none = yen('0', '0.0');
    const data = answer({
      presentmentCurrencyCode: 'JPY',
      totalPriceSet: yen('3000.0', '18.40'),
      totalReceivedSet: yen('3000.0', '18.40'),
      netPaymentSet: yen('3000', '18.40'),
      totalTipReceivedSet: none,
      totalRefundedSet: none,
      totalRefundedShippingSet: none,
      totalCashRoundingAdjustment: {paymentSet: none},
      shippingLines: {nodes: []},
      transactions: [payment({amountSet: yen('3000.0', '18.40')})],
      lineItems: {
        nodes: [line({originalTotalSet: yen('3000', '18.40'), taxLines: []})],
        pageInfo: {hasNextPage: false, endCursor: null},
      },
    });
    expect(snapshotFromAdmin(data).payments[0]?.refundable).toEqual({
      shop: {minor: 1840, currency: 'EUR'},
      presentment: {minor: 3000, currency: 'JPY'},
    });
  });

  it('counts units on requested and open returns, and only those', () => {
    const entry = (
      id: string,
      status: 'OPEN' | 'REQUESTED' | 'CLOSED',
      quantity: number,
      refundableQuantity: number,
    ) => ({
      name: `#1001-${id}`,
      status,
      returnLineItems: {
        nodes: [{quantity, refundableQuantity, fulfillmentLineItem: {lineItem: {id: 'gid://shopify/LineItem/1'}}}],
        pageInfo: {hasNextPage: false},
      },
    });
    const nodes = [entry('R1', 'OPEN', 2, 1), entry('R2', 'REQUESTED', 1, 0), entry('R3', 'CLOSED', 1, 1)];
    const snapshot = snapshotFromAdmin(answer({returns: {nodes, pageInfo: {hasNextPage: false}}}));
    expect(snapshot.lines[0]?.onOpenReturn).toBe(2);
    expect(snapshot.openReturns).toEqual([{name: '#1001-R1'}, {name: '#1001-R2'}]);
  });

  it('reads past unverified return lines, which come as empty objects', () => {
    const data: unknown = answer({
      returns: {
        nodes: [{name: 'R', status: 'OPEN', returnLineItems: {nodes: [], pageInfo: {hasNextPage: false}}}],
        pageInfo: {hasNextPage: false},
      },
    });
    const withEmpty: unknown = JSON.parse(
      JSON.stringify(data).replace('"returnLineItems":{"nodes":[]', '"returnLineItems":{"nodes":[{}]'),
    );
    const snapshot = snapshotFromAdmin(withEmpty);
    expect([snapshot.openReturns.length, snapshot.lines[0]?.onOpenReturn]).toEqual([1, 0]);
  });

  it('counts units that an earlier refund reports as zero for their share', () => {
    const entry = (quantity: number, subtotal: string) => ({
      quantity,
      restockType: 'NO_RESTOCK' as const,
      lineItem: {id: 'gid://shopify/LineItem/1'},
      subtotalSet: bag(subtotal),
      totalTaxSet: bag('0.0'),
    });
    const lines = (id: string, nodes: ReturnType<typeof entry>[]) => ({
      id,
      refundLineItems: {nodes, pageInfo: {hasNextPage: false, endCursor: null}},
      refundShippingLines: {nodes: []},
    });
    const snapshot = snapshotFromAdmin(
      answer({
        refunds: [refund({id: 'A'}), refund({id: 'B'})],
        refundLines: [lines('A', [entry(1, '0.0')]), lines('B', [entry(1, '9.66')])],
        lineItems: {
          nodes: [line({quantity: 3, refundableQuantity: 1, originalTotalSet: bag('29.0'), taxLines: []})],
          pageInfo: {hasNextPage: false, endCursor: null},
        },
      }),
    );
    const read = snapshot.lines[0];
    expect(read?.refunded).toEqual({quantity: 2, subtotal: both(1933), tax: both(0)});
    expect(read && lineEntitlement(read, 1, 'subtotal')).toEqual(eur(967));
  });

  it('adds the tax of a duty, and leaves duties to the price that holds them', () => {
    const duty = {id: 'D1', price: bag('4.0'), taxLines: [{priceSet: bag('0.84')}]};
    const lineItems = {nodes: [line({duties: [duty]})], pageInfo: {hasNextPage: false, endCursor: null}};
    const refunds = [refund({duties: [{originalDuty: {id: 'D1'}}]})];
    const plus = snapshotFromAdmin(answer({lineItems, refunds, taxesIncluded: false}));
    expect(plus.lines[0]?.duties).toEqual([{id: 'D1', amount: both(484), refunded: true}]);
    expect(snapshotFromAdmin(answer({lineItems, dutiesIncluded: true})).lines[0]?.duties).toEqual([]);
  });
});

describe('an answer that is cut', () => {
  const cut = {nodes: [line()], pageInfo: {hasNextPage: true, endCursor: 'x'}};

  it('is refused without the further lines, and whole with them', () => {
    expect(() => snapshotFromAdmin(answer({lineItems: cut}))).toThrow(
      `order.lineItems.pageInfo.hasNextPage: true can't be used. Read the further lines with OrderLinesPage.graphql and give them along.`,
    );
    const linesAfter = [line({id: 'gid://shopify/LineItem/2'})];
    expect(snapshotFromAdmin(answer({lineItems: cut}), {linesAfter}).lines).toHaveLength(2);
    expect(() => snapshotFromAdmin(answer({lineItems: cut}), {linesAfter: [line()]})).toThrow(
      `linesAfter[0].id: "gid://shopify/LineItem/1" can't be used. Give every line once.`,
    );
  });

  it('is refused without the further lines of a refund', () => {
    const entry = {
      quantity: 1,
      restockType: 'RETURN' as const,
      lineItem: {id: 'gid://shopify/LineItem/1'},
      subtotalSet: bag('25.0'),
      totalTaxSet: bag('4.34'),
    };
    const refundLines = [
      {
        id: 'A',
        refundLineItems: {nodes: [entry], pageInfo: {hasNextPage: true, endCursor: 'x'}},
        refundShippingLines: {nodes: []},
      },
    ];
    expect(() => snapshotFromAdmin(answer({refundLines}))).toThrow(
      `order.refundLines[0].refundLineItems.pageInfo.hasNextPage: true can't be used.`,
    );
    const whole = snapshotFromAdmin(answer({refundLines}), {refundLinesAfter: {A: [entry]}});
    expect(whole.lines[0]?.refunded).toEqual({quantity: 2, subtotal: both(5000), tax: both(868)});
  });

  it('is refused with more returns, return lines, transactions or refunds than one page shows', () => {
    const full = {
      id: 'R',
      name: 'R',
      status: 'OPEN' as const,
      returnLineItems: {nodes: [], pageInfo: {hasNextPage: true}},
    };
    expect(() => snapshotFromAdmin(answer({returns: {nodes: [], pageInfo: {hasNextPage: true}}}))).toThrow(
      'order.returns.pageInfo.hasNextPage',
    );
    expect(() => snapshotFromAdmin(answer({returns: {nodes: [full], pageInfo: {hasNextPage: false}}}))).toThrow(
      'order.returns.nodes[0].returnLineItems.pageInfo.hasNextPage',
    );
    const transactions = Array.from({length: 100}, (_, index) => payment({id: String(index)}));
    expect(() => snapshotFromAdmin(answer({transactions}))).toThrow('order.transactions: 100');
    const refunds = Array.from({length: 250}, (_, index) => refund({id: String(index)}));
    expect(() => snapshotFromAdmin(answer({refunds}))).toThrow('order.refunds: 250');
  });
});

describe('an answer that is wrong', () => {
  /** Sets the value at a path, or deletes it for undefined. */
  function broken(path: string, value: unknown): unknown {
    const data: unknown = structuredClone(answer({refunds: [refund()]}));
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = String(keys.pop());
    const parent = keys.reduce((at, key) => (at as Record<string, unknown>)[key], data) as Record<string, unknown>;
    if (value === undefined) delete parent[last];
    else parent[last] = value;
    return data;
  }

  it.each([
    ['order.lineItems.nodes[0].originalTotalSet.presentmentMoney.amount', undefined],
    ['order.lineItems.nodes[0].originalTotalSet.presentmentMoney.amount', '50.005'],
    ['order.lineItems.nodes[0].originalTotalSet.presentmentMoney.amount', 50],
    ['order.lineItems.nodes[0].originalTotalSet.presentmentMoney.amount', '-50.0'],
    ['order.lineItems.nodes[0].originalTotalSet.shopMoney.currencyCode', 'USD'],
    ['order.lineItems.nodes[0].refundableQuantity', 3],
    ['order.lineItems.nodes[0].quantity', '2'],
    ['order.lineItems.nodes[0].unfulfilledQuantity', -1],
    ['order.lineItems.nodes[0].taxLines', null],
    ['order.lineItems.nodes[0].restockable', 'yes'],
    ['order.lineItems.nodes', undefined],
    ['order.lineItems.pageInfo', undefined],
    ['order.transactions[0].amountSet', undefined],
    ['order.transactions[0].manualPaymentGateway', undefined],
    ['order.transactions[0].status', 7],
    ['order.shippingLines.nodes[0].discountedPriceSet.shopMoney.amount', 'free'],
    ['order.presentmentCurrencyCode', 'EUX'],
    ['order.currencyCode', undefined],
    ['order.taxesIncluded', undefined],
    ['order.netPaymentSet', null],
    ['order.tags', 'vip'],
    ['order.id', ''],
    ['order.refunds', undefined],
    ['order.refundLines', undefined],
    ['order.returns', undefined],
    ['order', null],
  ])('names %s when it is %j', (path, value) => {
    expect(() => snapshotFromAdmin(broken(path, value))).toThrow(new RegExp(`^${path.replace(/[.[\]]/g, '\\$&')}[:.]`));
  });

  it('is refused with a named field or read, whatever stands in it', () => {
    const paths = (value: unknown, path: string): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inside]) => [`${path}.${key}`, ...paths(inside, `${path}.${key}`)])
        : [];
    const all = paths(answer({refunds: [refund()], transactions: [payment()]}).order, 'order');
    expect(all.length).toBeGreaterThan(150);
    const surprises = all.flatMap((path) =>
      [undefined, null, '', 'x', -1, 1e300, true, [], [null], {}, {amount: '1e9'}].flatMap((junk) => {
        try {
          snapshotFromAdmin(broken(path, junk));
          return [];
        } catch (error) {
          return error instanceof InputError && error.field !== '' ? [] : [`${path} ${String(error)}`];
        }
      }),
    );
    expect(surprises).toEqual([]);
  });

  it("lets the shop's side of many discounts pass zero by a rounding", () => {
    const allocations = Array.from({length: 2}, () => ({allocatedAmountSet: bag('25.0', '20.84', 'USD', 'EUR')}));
    const read = snapshotLine(
      node(
        line({
          originalTotalSet: bag('50.0', '41.67', 'USD', 'EUR'),
          discountAllocations: allocations,
          taxLines: [],
        }),
        'line',
      ),
      {shop: 'EUR', presentment: 'USD'},
      {
        refundedUnits: new Map(),
        refundedDuties: new Set(),
        onOpenReturn: new Map(),
        dutiesIncluded: false,
        taxesIncluded: true,
      },
    );
    expect(read.discounted).toEqual({shop: eur(0), presentment: {minor: 0, currency: 'USD'}});
  });

  it('refuses a discount above the price', () => {
    const nodes = [line({discountAllocations: [{allocatedAmountSet: bag('50.01')}]})];
    expect(() =>
      snapshotFromAdmin(answer({lineItems: {nodes, pageInfo: {hasNextPage: false, endCursor: null}}})),
    ).toThrow('order.lineItems.nodes[0].discountAllocations: 5001');
  });

  it.each([
    'customer',
    'purchasingEntity',
    'cancelledAt',
    'displayFinancialStatus',
    'totalTipReceivedSet',
    'totalCashRoundingAdjustment',
  ])('is refused without %s, whose null would say something else', (key) => {
    const data = answer();
    Reflect.deleteProperty(data.order, key);
    expect(() => snapshotFromAdmin(data)).toThrow(`order.${key}: is missing.`);
  });

  it('is refused with a payment or a return of a kind that nobody knows', () => {
    const odd = (over: object) => () => snapshotFromAdmin(answer({transactions: [{...payment(), ...over}]}));
    expect(odd({kind: 'GIFT'})).toThrow('order.transactions[0].kind: "GIFT" can\'t be used. Give one of');
    expect(odd({status: 'DONE'})).toThrow('order.transactions[0].status: "DONE" can\'t be used. Give one of');
    expect(odd({parentTransaction: undefined})).toThrow('order.transactions[0].parentTransaction: is missing.');
    expect(odd({maximumRefundableV2: undefined})).toThrow('order.transactions[0].maximumRefundableV2: is missing.');
    const data = JSON.parse(
      JSON.stringify(answer()).replace('"returns":{"nodes":[]', '"returns":{"nodes":[{"status":"LOST"}]'),
    ) as unknown;
    expect(() => snapshotFromAdmin(data)).toThrow('order.returns.nodes[0].status: "LOST" can\'t be used. Give one of');
  });

  it.each([null, [], 'order', 7])('refuses %j for an answer', (data) => {
    expect(() => snapshotFromAdmin(data)).toThrow("can't be used");
  });
});
