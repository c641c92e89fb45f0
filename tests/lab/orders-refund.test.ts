import {beforeEach, describe, expect, it} from 'vitest';
import {serve} from '../../lab/admin-api/http.ts';
import {setGatewayAnswer} from '../../lab/admin-api/orders/gateways.ts';
import {settleRefund} from '../../lab/admin-api/orders/controls.ts';
import {setTodaysRate} from '../../lab/admin-api/orders/rates.ts';
import {back, cushions, euros, openShop, paid, type SeenOrder, type Shop} from './orders-lab.ts';

let shop: Shop;
let order: SeenOrder;

const lineId = (of: SeenOrder = order, index = 0): string => of.lineItems.nodes[index]?.id ?? '';

beforeEach(async () => {
  shop = openShop();
  order = await shop.create(cushions({customer: {toAssociate: {id: shop.customer}}}));
});

const ship = async (of: SeenOrder): Promise<void> => {
  const {order: found} = await shop.ask<{order: {fulfillmentOrders: {nodes: {id: string}[]}}}>(
    'query ($id: ID!) {order(id: $id) {fulfillmentOrders(first: 5) {nodes {id}}}}',
    {id: of.id},
  );
  await shop.ask(
    'mutation ($fulfillment: FulfillmentInput!) {fulfillmentCreate(fulfillment: $fulfillment) {userErrors {message}}}',
    {
      fulfillment: {lineItemsByFulfillmentOrder: [{fulfillmentOrderId: found.fulfillmentOrders.nodes[0]?.id}]},
    },
  );
};

describe('a refund that works', () => {
  it('takes back one unit and a part of the shipping, restocked at a location', async () => {
    await ship(order);
    const answer = await shop.refund({
      orderId: order.id,
      note: 'partial',
      refundLineItems: [{lineItemId: lineId(), quantity: 1, restockType: 'RETURN', locationId: shop.warehouse}],
      shipping: {amount: '2.50'},
      transactions: [back(order, '27.50')],
    });
    expect(answer.userErrors).toEqual([]);
    const [line] = answer.refund?.refundLineItems.nodes ?? [];
    expect(line).toMatchObject({quantity: 1, restockType: 'RETURN', restocked: true, location: {id: shop.warehouse}});
    expect(paid(line?.subtotalSet)).toBe('25.0');
    expect(paid(answer.refund?.refundShippingLines.nodes[0]?.subtotalAmountSet)).toBe('2.5');
    expect(answer.refund?.orderAdjustments.nodes).toEqual([]);
    expect(answer.order).toMatchObject({
      displayFinancialStatus: 'PARTIALLY_REFUNDED',
      displayFulfillmentStatus: 'FULFILLED',
    });
    expect(answer.order?.lineItems.nodes[0]).toMatchObject({
      quantity: 2,
      currentQuantity: 1,
      refundableQuantity: 1,
      unfulfilledQuantity: 0,
    });
    expect(paid(answer.order?.totalRefundedShippingSet)).toBe('2.5');
    expect(paid(answer.order?.netPaymentSet)).toBe('29.45');
    expect(paid(answer.order?.currentTotalPriceSet)).toBe('29.45');
    expect(answer.order?.transactions[0]?.maximumRefundableV2?.amount).toBe('29.45');
  });

  it('cancels unshipped units without needing a location', async () => {
    const {refund, order: after} = await shop.refund({
      orderId: order.id,
      refundLineItems: [{lineItemId: lineId(), quantity: 2, restockType: 'CANCEL'}],
      transactions: [back(order, '50.00')],
    });
    expect(refund?.refundLineItems.nodes[0]).toMatchObject({restocked: true, location: null});
    expect(after?.lineItems.nodes[0]).toMatchObject({
      currentQuantity: 0,
      refundableQuantity: 0,
      unfulfilledQuantity: 0,
    });
  });

  it('leaves unshipped units on the order with NO_RESTOCK, and balances the money with an adjustment', async () => {
    const {refund, order: after} = await shop.refund({
      orderId: order.id,
      refundLineItems: [{lineItemId: lineId(), quantity: 1, restockType: 'NO_RESTOCK'}],
      transactions: [back(order, '25.00')],
    });
    expect(paid(refund?.refundLineItems.nodes[0]?.subtotalSet)).toBe('0.0');
    expect(refund?.orderAdjustments.nodes.map(({reason, amountSet}) => [reason, paid(amountSet)])).toEqual([
      ['REFUND_DISCREPANCY', '-25.0'],
    ]);
    expect(after?.lineItems.nodes[0]).toMatchObject({currentQuantity: 2, refundableQuantity: 1});
    expect(paid(after?.totalOutstandingSet)).toBe('0.0');
  });

  it('counts shipped units with NO_RESTOCK at their price', async () => {
    await ship(order);
    const {refund} = await shop.refund({
      orderId: order.id,
      refundLineItems: [{lineItemId: lineId(), quantity: 2, restockType: 'NO_RESTOCK'}],
      shipping: {fullRefund: true},
      transactions: [back(order, '56.95')],
    });
    expect(paid(refund?.refundLineItems.nodes[0]?.subtotalSet)).toBe('50.0');
    expect(refund?.orderAdjustments.nodes).toEqual([]);
  });

  it('books an amount without lines, labelled with the reason that was given', async () => {
    const {refund, order: after} = await shop.refund({
      orderId: order.id,
      discrepancyReason: 'DAMAGE',
      transactions: [back(order, '7.45')],
    });
    expect(refund?.orderAdjustments.nodes.map(({reason, amountSet}) => [reason, paid(amountSet)])).toEqual([
      ['DAMAGE', '-7.45'],
    ]);
    expect(paid(after?.refundDiscrepancySet)).toBe('-7.45');
    expect(paid(after?.currentTotalPriceSet)).toBe('49.5');
  });

  it('books lines without money when there are no payments to it', async () => {
    const {refund, order: after} = await shop.refund({
      orderId: order.id,
      refundLineItems: [{lineItemId: lineId(), quantity: 1, restockType: 'CANCEL'}],
      transactions: [],
    });
    expect(refund?.transactions.nodes).toEqual([]);
    expect(paid(refund?.totalRefundedSet)).toBe('0.0');
    expect(after?.displayFinancialStatus).toBe('PAID');
  });

  it("ignores the gateway that was sent and uses the parent's", async () => {
    const {refund} = await shop.refund({
      orderId: order.id,
      transactions: [{...back(order, '5.00'), gateway: 'nonsense'}],
    });
    expect(refund?.transactions.nodes[0]).toMatchObject({
      gateway: 'shopify_payments',
      kind: 'REFUND',
      status: 'SUCCESS',
    });
  });

  it('is REFUNDED when everything went back', async () => {
    const {order: after} = await shop.refund({orderId: order.id, transactions: [back(order, '56.95')]});
    expect(after?.displayFinancialStatus).toBe('REFUNDED');
    expect(paid(after?.netPaymentSet)).toBe('0.0');
  });
});

describe('a refund that is refused', () => {
  const none = async (input: Record<string, unknown>): Promise<{field: string[] | null; message: string}[]> => {
    const before = await shop.read(order.id);
    const answer = await shop.refund({orderId: order.id, ...input});
    expect(answer.refund).toBeNull();
    expect(answer.order).toEqual(before);
    expect(await shop.read(order.id)).toEqual(before);
    return answer.userErrors;
  };

  it('for an order that does not exist, with no order in the answer', async () => {
    const answer = await shop.refund({orderId: 'gid://shopify/Order/999999999999'});
    expect(answer).toEqual({
      refund: null,
      order: null,
      userErrors: [{field: ['orderId'], message: 'Order does not exist'}],
    });
  });

  for (const allowOverRefunding of [false, true]) {
    it(`for more units than are left, allowOverRefunding ${allowOverRefunding}`, async () => {
      expect(
        await none({allowOverRefunding, refundLineItems: [{lineItemId: lineId(), quantity: 3, restockType: 'CANCEL'}]}),
      ).toEqual([
        {field: ['refundLineItems', '0', 'quantity'], message: 'Quantity cannot refund more items than were purchased'},
      ]);
    });

    it(`for more money than the net payment, allowOverRefunding ${allowOverRefunding}`, async () => {
      expect(await none({allowOverRefunding, transactions: [back(order, '999.00')]})).toEqual([
        {field: null, message: 'Refund amount €999.00 is greater than net payment received €56.95'},
      ]);
    });
  }

  it('counts the entries of one line together, and names the one that is too many', async () => {
    const entry = {lineItemId: lineId(), quantity: 1, restockType: 'CANCEL'};
    expect(await none({refundLineItems: [entry, {...entry, quantity: 2}]})).toEqual([
      {field: ['refundLineItems', '1', 'quantity'], message: 'Quantity cannot refund more items than were purchased'},
    ]);
  });

  it('measures against what is still held after an earlier refund', async () => {
    await shop.refund({orderId: order.id, transactions: [back(order, '50.00')]});
    expect(await none({transactions: [back(order, '6.96')]})).toEqual([
      {field: null, message: 'Refund amount €6.96 is greater than net payment received €6.95'},
    ]);
  });

  it('for a kind that is no refund', async () => {
    expect(await none({transactions: [{...back(order, '5.00'), kind: 'AUTHORIZATION'}]})).toEqual([
      {field: null, message: 'Kind authorization is not a valid transaction'},
    ]);
  });

  it('for a parent of another order, and for none', async () => {
    const message = 'Transactions require a parent_id associated with the order';
    const other = await shop.create(cushions());
    expect(await none({transactions: [{...back(order, '5.00'), parentId: other.transactions[0]?.id}]})).toEqual([
      {field: ['transactions'], message},
    ]);
    const {parentId: _, ...without} = back(order, '5.00');
    expect(await none({transactions: [without]})).toEqual([{field: ['transactions'], message}]);
  });

  it('for more shipping than is left, amounts that are not money, unknown lines and duties', async () => {
    expect((await none({shipping: {amount: '6.96'}}))[0]?.field).toEqual(['shipping', 'amount']);
    expect((await none({transactions: [back(order, '1.005')]}))[0]?.field).toEqual(['transactions', '0', 'amount']);
    expect((await none({transactions: [back(order, '0.00')]}))[0]?.field).toEqual(['transactions', '0', 'amount']);
    expect(await none({refundLineItems: [{lineItemId: 'gid://shopify/LineItem/9', quantity: 1}]})).toEqual([
      {field: ['refundLineItems', '0', 'lineItemId'], message: 'Line item does not exist'},
    ]);
    expect((await none({refundDuties: [{dutyId: 'gid://shopify/Duty/9'}]}))[0]?.field).toEqual([
      'refundDuties',
      '0',
      'dutyId',
    ]);
  });

  it('for cancelling units that were shipped', async () => {
    await ship(order);
    expect(
      (await none({refundLineItems: [{lineItemId: lineId(), quantity: 1, restockType: 'CANCEL'}]}))[0]?.field,
    ).toEqual(['refundLineItems', '0', 'quantity']);
  });
});

describe('several payments', () => {
  it('gives a gift card its money back, and knows what each payment still holds', async () => {
    const {giftCardCreate} = await shop.ask<{giftCardCreate: {giftCard: {id: string}}}>(
      'mutation ($input: GiftCardCreateInput!) {giftCardCreate(input: $input) {giftCard {id} userErrors {message}}}',
      {input: {initialAmount: {amount: '25.00', currencyCode: 'EUR'}}},
    );
    const {id} = giftCardCreate.giftCard;
    const balance = async (): Promise<string> =>
      (
        await shop.ask<{giftCard: {balance: {amount: string}}}>(
          'query ($id: ID!) {giftCard(id: $id) {balance {amount}}}',
          {id},
        )
      ).giftCard.balance.amount;
    const split = await shop.create(
      cushions({
        transactions: [
          {gateway: 'shopify_payments', amountSet: euros('36.95')},
          {gateway: 'gift_card', giftCardId: id, amountSet: euros('20.00')},
        ],
      }),
    );
    expect(await balance()).toBe('5.0');
    const {order: suggested} = await shop.ask<{
      order: {suggestedRefund: {suggestedTransactions: {gateway: string; amountSet: never}[]}};
    }>(
      'query ($id: ID!, $lines: [RefundLineItemInput!]) {order(id: $id) {suggestedRefund(refundLineItems: $lines) {suggestedTransactions {gateway amountSet {presentmentMoney {amount}}}}}}',
      {id: split.id, lines: [{lineItemId: lineId(split), quantity: 1}]},
    );
    expect(
      suggested.suggestedRefund.suggestedTransactions.map(({gateway, amountSet}) => [gateway, paid(amountSet)]),
    ).toEqual([
      ['gift_card', '20.0'],
      ['shopify_payments', '5.0'],
    ]);

    const {refund, order: after} = await shop.refund({
      orderId: split.id,
      transactions: [back(split, '20.00', 1), back(split, '10.00', 0)],
    });
    expect(refund?.transactions.nodes.map(({gateway, amountSet}) => [gateway, paid(amountSet)])).toEqual([
      ['gift_card', '20.0'],
      ['shopify_payments', '10.0'],
    ]);
    expect(await balance()).toBe('25.0');
    expect(after?.transactions.slice(0, 2).map(({maximumRefundableV2}) => maximumRefundableV2?.amount)).toEqual([
      '26.95',
      '0.0',
    ]);
  });

  it('refuses more than one payment still holds, though the order holds enough', async () => {
    const split = await shop.create(
      cushions({
        transactions: ['20.00', '36.95'].map((amount) => ({gateway: 'shopify_payments', amountSet: euros(amount)})),
      }),
    );
    const {refund, userErrors} = await shop.refund({orderId: split.id, transactions: [back(split, '20.01', 0)]});
    expect(refund).toBeNull();
    expect(userErrors[0]?.field).toEqual(['transactions']);
  });
});

describe('store credit', () => {
  const credit = (amount: string, more: object = {}): object => ({
    storeCreditRefund: {amount: {amount, currencyCode: 'EUR'}, ...more},
  });
  const accounts = async (): Promise<unknown> =>
    (
      await shop.ask<{customer: {storeCreditAccounts: {nodes: unknown[]}}}>(
        `query ($id: ID!) {customer(id: $id) {storeCreditAccounts(first: 5) {nodes {balance {amount currencyCode}
          transactions(first: 5) {nodes {amount {amount} event origin {... on OrderTransaction {id}}}}}}}}`,
        {id: shop.customer},
      )
    ).customer.storeCreditAccounts.nodes;

  it('takes a refund as credit, which says where it came from', async () => {
    const {refund, order: after} = await shop.refund({orderId: order.id, refundMethods: [credit('30.00')]});
    const [transaction] = refund?.transactions.nodes ?? [];
    expect(transaction).toMatchObject({
      kind: 'REFUND',
      status: 'SUCCESS',
      gateway: 'shopify_store_credit',
      parentTransaction: null,
    });
    expect(paid(after?.netPaymentSet)).toBe('26.95');
    expect(await accounts()).toEqual([
      {
        balance: {amount: '30.0', currencyCode: 'EUR'},
        transactions: {nodes: [{amount: {amount: '30.0'}, event: 'ORDER_REFUND', origin: {id: transaction?.id}}]},
      },
    ]);
  });

  it('lets the original payment be refunded as well only with the flag, and never more than it holds', async () => {
    await shop.refund({orderId: order.id, refundMethods: [credit('30.00')]});
    const without = await shop.refund({orderId: order.id, transactions: [back(order, '56.95')]});
    expect(without.userErrors).toEqual([
      {field: null, message: 'Refund amount €56.95 is greater than net payment received €26.95'},
    ]);
    const beyond = await shop.refund({
      orderId: order.id,
      allowOverRefunding: true,
      transactions: [back(order, '56.96')],
    });
    expect(beyond.userErrors[0]?.message).toBe('Refund amount €56.96 is greater than net payment received €56.95');
    const {order: after, userErrors} = await shop.refund({
      orderId: order.id,
      allowOverRefunding: true,
      transactions: [back(order, '56.95')],
    });
    expect(userErrors).toEqual([]);
    expect(paid(after?.totalRefundedSet)).toBe('86.95');
    expect(paid(after?.netPaymentSet)).toBe('-30.0');
  });

  it('cannot exceed what was paid, not with the flag and not together with a payment', async () => {
    const {userErrors} = await shop.refund({
      orderId: order.id,
      allowOverRefunding: true,
      transactions: [back(order, '50.00')],
      refundMethods: [credit('6.96')],
    });
    expect(userErrors).toEqual([
      {field: null, message: 'Refund amount €56.96 is greater than net payment received €56.95'},
    ]);
    expect(await accounts()).toEqual([]);
  });

  it('needs a customer, and an expiry that lies ahead', async () => {
    const guest = await shop.create(cushions({email: 'gast@voorbeeld.nl'}));
    const {refund, userErrors} = await shop.refund({orderId: guest.id, refundMethods: [credit('5.00')]});
    expect(refund).toBeNull();
    expect(userErrors[0]?.field).toEqual(['refundMethods']);
    const late = await shop.refund({
      orderId: order.id,
      refundMethods: [credit('5.00', {expiresAt: '2026-11-22T11:00:00Z'})],
    });
    expect(late.userErrors[0]?.message).toBe('The expiry date must be in the future');
    expect(await accounts()).toEqual([]);
  });

  it('is suggested instead of payments when that is asked', async () => {
    const {order: found} = await shop.ask<{order: {suggestedRefund: unknown}}>(
      `query ($id: ID!) {order(id: $id) {suggestedRefund(suggestFullRefund: true, refundMethodAllocation: STORE_CREDIT) {
        suggestedTransactions {gateway} suggestedRefundMethods {__typename amount {presentmentMoney {amount}} maximumRefundable {presentmentMoney {amount}}}}}}`,
      {id: order.id},
    );
    expect(found.suggestedRefund).toEqual({
      suggestedTransactions: [],
      suggestedRefundMethods: [
        {
          __typename: 'SuggestedStoreCreditRefund',
          amount: {presentmentMoney: {amount: '56.95'}},
          maximumRefundable: {presentmentMoney: {amount: '56.95'}},
        },
      ],
    });
  });
});

describe('gateways', () => {
  it('answers PENDING when told so: nothing counts as refunded until it is settled, and nothing goes out twice', async () => {
    setGatewayAnswer(shop.lab.store, 'shopify_payments', {status: 'PENDING', errorCode: null}, 1);
    const {refund, order: after} = await shop.refund({
      orderId: order.id,
      shipping: {fullRefund: true},
      transactions: [back(order, '6.95')],
    });
    expect(paid(refund?.totalRefundedSet)).toBe('0.0');
    expect(refund?.orderAdjustments.nodes.map(({reason, amountSet}) => [reason, paid(amountSet)])).toEqual([
      ['PENDING_REFUND_DISCREPANCY', '6.95'],
    ]);
    expect(after).toMatchObject({displayFinancialStatus: 'PAID'});
    expect(after?.transactions[0]?.maximumRefundableV2?.amount).toBe('50.0');
    const again = await shop.refund({orderId: order.id, transactions: [back(order, '50.01')]});
    expect(again.userErrors[0]?.message).toBe('Refund amount €50.01 is greater than net payment received €50.00');

    const id = refund?.transactions.nodes[0]?.id ?? '';
    settleRefund(shop.lab.store, id, 'SUCCESS');
    const settled = await shop.read(order.id);
    expect(settled.displayFinancialStatus).toBe('PARTIALLY_REFUNDED');
    expect(paid(settled.totalRefundedSet)).toBe('6.95');
    expect(paid(settled.refundDiscrepancySet)).toBe('0.0');
    expect(() => settleRefund(shop.lab.store, id, 'SUCCESS')).toThrow('is not a refund on its way');
  });

  it('books the refund but moves no money when the gateway declines', async () => {
    setGatewayAnswer(shop.lab.store, order.transactions[0]?.id ?? '', {
      status: 'FAILURE',
      errorCode: 'INSUFFICIENT_FUNDS',
    });
    const {refund, order: after} = await shop.refund({
      orderId: order.id,
      shipping: {fullRefund: true},
      transactions: [back(order, '6.95')],
    });
    expect(refund?.transactions.nodes[0]).toMatchObject({status: 'FAILURE', errorCode: 'INSUFFICIENT_FUNDS'});
    expect(paid(after?.netPaymentSet)).toBe('56.95');
    expect(paid(after?.refundDiscrepancySet)).toBe('6.95');
    expect(paid(after?.totalOutstandingSet)).toBe('0.0');
  });
});

describe('idempotency', () => {
  it('refunds once per key, answers the same again, and refuses the key for something else', async () => {
    const input = {orderId: order.id, transactions: [back(order, '10.00')]};
    const first = await shop.refund(input, 'one');
    expect(await shop.refund(input, 'one')).toEqual(first);
    const other = await shop.refund({...input, note: 'other'}, 'one');
    expect(other.userErrors[0]?.message).toBe(
      'The same idempotency key cannot be used with different operation parameters.',
    );
    expect((await shop.read(order.id)).refunds).toHaveLength(1);
  });
});

describe('currencies', () => {
  const both = (shopAmount: string, amount: string, currency: string): object => ({
    shopMoney: {amount: shopAmount, currencyCode: 'EUR'},
    presentmentMoney: {amount, currencyCode: currency},
  });
  const foreign = (currency: string, shopAmount: string, amount: string): Promise<SeenOrder> =>
    shop.create({
      currency: 'EUR',
      presentmentCurrency: currency,
      taxesIncluded: true,
      lineItems: [{title: 'Mok', quantity: 1, priceSet: both(shopAmount, amount, currency)}],
      transactions: [{gateway: 'shopify_payments', amountSet: both(shopAmount, amount, currency)}],
    });

  it("fixes the customer's side and lets the shop's follow today's rate", async () => {
    setTodaysRate(shop.lab.store, 'USD', 'EUR', '0.86');
    const dollars = await foreign('USD', '40.00', '44.00');
    const {refund, order: after} = await shop.refund({
      orderId: dollars.id,
      currency: 'USD',
      transactions: [back(dollars, '5.50')],
    });
    expect(refund?.totalRefundedSet).toEqual({
      shopMoney: {amount: '4.73', currencyCode: 'EUR'},
      presentmentMoney: {amount: '5.5', currencyCode: 'USD'},
    });
    expect(after?.netPaymentSet?.shopMoney.amount).toBe('35.27');
    expect(paid(after?.totalOutstandingSet)).toBe('0.0');
  });

  it("takes the order's own ratio where no rate of the day is known", async () => {
    const yen = await foreign('JPY', '17.69', '2900');
    const {refund} = await shop.refund({orderId: yen.id, currency: 'JPY', transactions: [back(yen, '967')]});
    expect(refund?.totalRefundedSet).toEqual({
      shopMoney: {amount: '5.9', currencyCode: 'EUR'},
      presentmentMoney: {amount: '967.0', currencyCode: 'JPY'},
    });
  });

  it('needs the currency where it is not the shop’s, and no more digits than it has', async () => {
    const yen = await foreign('JPY', '17.69', '2900');
    expect((await shop.refund({orderId: yen.id, transactions: [back(yen, '967')]})).userErrors[0]?.field).toEqual([
      'currency',
    ]);
    const broken = await shop.refund({orderId: yen.id, currency: 'JPY', transactions: [back(yen, '100.5')]});
    expect(broken.userErrors[0]?.field).toEqual(['transactions', '0', 'amount']);
    const beyond = await shop.refund({orderId: yen.id, currency: 'JPY', transactions: [back(yen, '3000')]});
    expect(beyond.userErrors[0]?.message).toBe('Refund amount ¥3,000 is greater than net payment received ¥2,900');
  });

  it('keeps three decimals of a dinar', async () => {
    const dinar = await foreign('KWD', '30.00', '10.000');
    const {refund} = await shop.refund({orderId: dinar.id, currency: 'KWD', transactions: [back(dinar, '1.125')]});
    expect(paid(refund?.totalRefundedSet)).toBe('1.125');
  });
});

describe('the lab from outside', () => {
  it('sets gateways and rates and settles refunds over HTTP, and says what is wrong with a request', async () => {
    const {server, port} = await serve(shop.lab);
    const post = async (what: string, body: object): Promise<number> =>
      (await fetch(`http://localhost:${port}/lab/api/orders/${what}`, {method: 'POST', body: JSON.stringify(body)}))
        .status;
    try {
      expect(await post('gateway', {target: 'shopify_payments', status: 'PENDING'})).toBe(200);
      expect(await post('rate', {currency: 'USD', shopCurrency: 'EUR', rate: '0.9'})).toBe(200);
      const {refund} = await shop.refund({orderId: order.id, transactions: [back(order, '10.00')]});
      expect(
        await post('settle', {
          transactionId: refund?.transactions.nodes[0]?.id,
          status: 'FAILURE',
          errorCode: 'EXPIRED_CARD',
        }),
      ).toBe(200);
      expect((await shop.read(order.id)).transactions[1]).toMatchObject({status: 'FAILURE', errorCode: 'EXPIRED_CARD'});
      expect(await post('gateway', {target: 'shopify_payments', status: 'MAYBE'})).toBe(400);
      expect(await post('rate', {currency: 'USD', shopCurrency: 'EUR', rate: '0'})).toBe(400);
    } finally {
      server.close();
    }
  });
});
