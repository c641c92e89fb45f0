import {describe, expect, it} from 'vitest';
import {snapshotPayments} from './payments.ts';
import {bag, payment} from './order-answer.fixture.ts';
import {node} from './read.ts';

type Over = Parameters<typeof payment>[0];

const currencies = {shop: 'EUR', presentment: 'EUR'};

function payments(...list: Over[]) {
  const read = snapshotPayments(
    list.map((over, index) => node(payment({id: `t${index}`, ...over}), `transactions[${index}]`)),
    currencies,
  );
  return read.map(({id, kind, captured, refundable}) => [
    id,
    kind,
    captured.presentment.minor,
    refundable.presentment.minor,
  ]);
}

const refundOn = (parent: string | null, amount: string, over: Over = {}): Over => ({
  kind: 'REFUND',
  amountSet: bag(amount),
  parentTransaction: parent === null ? null : {id: parent},
  ...over,
});

describe('snapshotPayments', () => {
  it('takes sales and captures that succeeded, and nothing else', () => {
    expect(
      payments(
        {kind: 'AUTHORIZATION'},
        {kind: 'CAPTURE', parentTransaction: {id: 't0'}},
        {status: 'PENDING'},
        {status: 'FAILURE'},
        {kind: 'VOID'},
        {kind: 'SUGGESTED_REFUND'},
      ),
    ).toEqual([['t1', 'card', 5695, 5695]]);
  });

  it('subtracts what is gone or may still go, not what failed', () => {
    expect(
      payments(
        {},
        refundOn('t0', '10.00'),
        refundOn('t0', '5.00', {status: 'PENDING'}),
        refundOn('t0', '2.00', {status: 'AWAITING_RESPONSE'}),
        refundOn('t0', '1.00', {status: 'UNKNOWN'}),
        refundOn('t0', '20.00', {status: 'FAILURE'}),
        refundOn('t0', '20.00', {status: 'ERROR'}),
      ),
    ).toEqual([['t0', 'card', 5695, 3895]]);
  });

  it('counts a refund once, wherever it stands', () => {
    expect(payments({}, refundOn('t0', '10.00', {id: 'r'}), refundOn('t0', '10.00', {id: 'r'}))).toEqual([
      ['t0', 'card', 5695, 4695],
    ]);
  });

  it('matches a refund on the authorization with its captures, in order', () => {
    expect(
      payments(
        {kind: 'AUTHORIZATION'},
        {kind: 'CAPTURE', parentTransaction: {id: 't0'}, amountSet: bag('20.00')},
        {kind: 'CAPTURE', parentTransaction: {id: 't0'}, amountSet: bag('36.95')},
        refundOn('t0', '25.00'),
      ),
    ).toEqual([
      ['t1', 'card', 2000, 0],
      ['t2', 'card', 3695, 3195],
    ]);
  });

  it('matches a refund without parent by its gateway, store credit with none of a card payment', () => {
    expect(
      payments(
        {gateway: 'gift_card', amountSet: bag('20.00')},
        {amountSet: bag('36.95')},
        refundOn(null, '5.00', {gateway: 'gift_card'}),
        refundOn(null, '30.00', {gateway: 'shopify_store_credit'}),
      ),
    ).toEqual([
      ['t0', 'giftCard', 2000, 1500],
      ['t1', 'card', 3695, 3695],
    ]);
  });

  it('never counts change that was given at the till', () => {
    expect(
      payments(
        {gateway: 'cash', amountSet: bag('60.00')},
        {kind: 'CHANGE', gateway: 'cash', amountSet: bag('3.05'), parentTransaction: {id: 't0'}},
      ),
    ).toEqual([['t0', 'manual', 5695, 5695]]);
  });

  it('knows what kind of payment it is', () => {
    expect(
      payments(
        {gateway: 'gift_card'},
        {gateway: 'shopify_store_credit'},
        {gateway: 'Bank Deposit', manualPaymentGateway: true},
        {gateway: 'manual', manualPaymentGateway: false},
        {gateway: 'cash', manualPaymentGateway: false},
      ).map(([, kind]) => kind),
    ).toEqual(['giftCard', 'storeCredit', 'manual', 'card', 'manual']);
  });

  it("stays within Shopify's own maximum", () => {
    expect(payments({maximumRefundableV2: {amount: '30.0', currencyCode: 'EUR'}})).toEqual([
      ['t0', 'card', 5695, 3000],
    ]);
    expect(payments({maximumRefundableV2: {amount: '99.0', currencyCode: 'EUR'}})).toEqual([
      ['t0', 'card', 5695, 5695],
    ]);
    expect(() => payments({maximumRefundableV2: {amount: '9.0', currencyCode: 'GBP'}})).toThrow(
      `transactions[0].maximumRefundableV2.currencyCode: "GBP" can't be used. Give EUR.`,
    );
  });

  it("holds both currencies at the payment's own rate", () => {
    const sale = payment({amountSet: bag('44.00', '40.00', 'USD', 'EUR')});
    const back = payment({
      id: 'r',
      kind: 'REFUND',
      parentTransaction: {id: sale.id},
      amountSet: bag('5.50', '5.20', 'USD', 'EUR'),
    });
    const read = (maximum: {amount: string; currencyCode: 'EUR'} | null) =>
      snapshotPayments(
        [node({...sale, maximumRefundableV2: maximum}, 'transactions[0]'), node(back, 'transactions[1]')],
        {shop: 'EUR', presentment: 'USD'},
      )[0]?.refundable;
    expect(read(null)).toEqual({shop: {minor: 3500, currency: 'EUR'}, presentment: {minor: 3850, currency: 'USD'}});
    expect(read({amount: '30.00', currencyCode: 'EUR'})).toEqual({
      shop: {minor: 3000, currency: 'EUR'},
      presentment: {minor: 3300, currency: 'USD'},
    });
  });

  it('labels a payment as staff know it', () => {
    const label = (over: Over) => snapshotPayments([node(payment(over), 'p')], currencies)[0]?.label;
    expect(label({accountNumber: '•••• •••• •••• 4242'})).toBe('•••• 4242');
    expect(label({accountNumber: null})).toBe('Shopify Payments');
    expect(label({accountNumber: null, formattedGateway: null})).toBe('shopify_payments');
  });
});
