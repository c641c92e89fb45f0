import {describe, expect, it} from 'vitest';
import type {CustomerHistoryQuery} from '../../../graphql/generated/admin.generated.d.ts';
import {CustomerHistory} from '../../../graphql/generated/operations.ts';
import type {RefundPlan} from '../../core/index.ts';
import type {LookedAt} from '../approval/gate.ts';
import {sealOf} from '../claim/read.ts';
import type {AdminApi, Claim, ClaimedCall} from '../types.ts';
import {givenTo} from './given.ts';

const ORDER = 'gid://shopify/Order/1';
const OTHER = 'gid://shopify/Order/2';
const AT = '2026-11-20T10:00:00.000Z';
const eur = (minor: number) => ({minor, currency: 'EUR'});
const money = (amount: string, currencyCode = 'EUR') => ({amount, currencyCode});
const bag = (shop: string, presentment: string, currency = 'EUR') => ({
  shopMoney: money(shop),
  presentmentMoney: money(presentment, currency),
});

function call(change: Partial<ClaimedCall> & Pick<ClaimedCall, 'legs'>): ClaimedCall {
  return {id: 'call-1', kind: 'storeCreditAccountCredit', state: 'done', generation: 1, at: AT, ...change};
}

const credit = (minor: number, of: string, currency = 'EUR'): ClaimedCall['legs'][number] => ({
  kind: 'storeCredit',
  amount: {minor, currency},
  class: of,
  components: ['goodwill'],
});

function claimOf(orderId: string, calls: ClaimedCall[], earlier: Claim['earlier'] = []) {
  const claim = {
    format: 1,
    epoch: 1,
    nonce: 'n',
    state: 'done',
    orderId,
    planId: 'plan-1',
    intentId: 'intent-1',
    recipe: {handle: 'goodwill-amount', version: 1},
    ground: 'goodwill',
    staff: null,
    startedAt: AT,
    at: AT,
    calls,
    earlier,
    outside: [],
    before: {netPayment: eur(0), refundedShipping: eur(0), refundIds: []},
  } as unknown as Claim;
  const value = JSON.stringify({...claim, seal: sealOf(claim)});
  return {id: 'm', key: 'claim', value, compareDigest: 'd', updatedAt: AT};
}

type Customer = NonNullable<NonNullable<CustomerHistoryQuery['order']>['customer']>;
type Entry = Customer['storeCreditAccounts']['nodes'][number]['transactions']['nodes'][number];

const entry = (id: number, amount: string, change: object = {}): Entry =>
  ({
    __typename: 'StoreCreditAccountCreditTransaction',
    id: `gid://shopify/StoreCreditAccountCreditTransaction/${id}`,
    amount: money(amount),
    createdAt: '2026-11-20T10:00:00Z',
    event: 'ADJUSTMENT',
    ...change,
  }) as Entry;

const taken = (amount: string): Entry => entry(99, amount, {__typename: 'StoreCreditAccountDebitTransaction'});

async function given(
  own: ReturnType<typeof claimOf> | null,
  orders: Customer['orders']['nodes'] = [],
  entries: Entry[] = [],
  plan: object = {},
) {
  const account = {id: 'account', transactions: {nodes: entries}};
  const customer = {id: 'customer', orders: {nodes: orders}, storeCreditAccounts: {nodes: [account]}};
  const admin: AdminApi = {
    request: (operation) => {
      expect(operation).toBe(CustomerHistory);
      return Promise.resolve({data: {order: {id: ORDER, customer}} as never, cost: null});
    },
  };
  const order = {id: ORDER, claim: own} as LookedAt['order'];
  const whole = {totals: {toCustomer: eur(0)}, currencies: null, ...plan} as unknown as RefundPlan;
  return (await givenTo(admin, whole, order, 'EUR')).map(({class: of, amount}) => `${of} ${amount.minor}`);
}

describe('givenTo', () => {
  it('counts policy and goodwill of this order and of others, and not what is owed, planned or failed', async () => {
    const here = claimOf(ORDER, [
      call({legs: [credit(500, 'goodwill'), credit(300, 'owed')]}),
      call({
        id: 'call-2',
        state: 'planned',
        act: {kind: 'storeCreditAccountCredit'} as never,
        legs: [credit(700, 'goodwill')],
      }),
      call({
        id: 'call-3',
        state: 'failed',
        act: {kind: 'storeCreditAccountCredit'} as never,
        legs: [credit(9, 'policy')],
      }),
    ]);
    const there = claimOf(OTHER, [call({legs: [credit(250, 'policy')]})]);
    expect(await given(here, [{id: OTHER, totalPriceSet: bag('10', '10'), claim: there}])).toEqual([
      'goodwill 500',
      'policy 250',
    ]);
  });

  it('counts what may have been sent, and what earlier executions gave', async () => {
    const act = {kind: 'storeCreditAccountCredit'} as never;
    const own = claimOf(
      ORDER,
      [call({state: 'unknown', act, legs: [credit(500, 'goodwill')]})],
      [{planId: 'plan-0', intentId: 'i', at: AT, legs: [{kind: 'giftCard', amount: eur(800), class: 'goodwill'}]}],
    );
    expect(await given(own)).toEqual(['goodwill 500', 'goodwill 800']);
  });

  it('counts credits by hand, once, and none that a claim gave, a refund brought or somebody took back', async () => {
    const own = claimOf(
      ORDER,
      [
        call({
          legs: [credit(745, 'goodwill')],
          evidence: {creditTransactionId: 'gid://shopify/StoreCreditAccountCreditTransaction/1'},
        }),
      ],
      [{planId: 'p', intentId: 'i', at: AT, legs: [{kind: 'storeCredit', amount: eur(200), class: 'goodwill'}]}],
    );
    const entries = [
      taken('-6.00'),
      entry(6, '6.00'),
      entry(5, '11.00', {event: 'ORDER_REFUND'}),
      entry(4, '7.45'),
      entry(2, '2.00'),
      entry(1, '7.45'),
    ];
    expect(await given(own, [], entries)).toEqual(['goodwill 745', 'goodwill 200', 'goodwill 745']);
  });

  it('takes a rate from an order in the same currency, rounds up, and invents none', async () => {
    const usd = claimOf(OTHER, [call({legs: [credit(1000, 'goodwill', 'USD'), credit(100, 'goodwill', 'GBP')]})]);
    const order = {id: OTHER, totalPriceSet: bag('30', '33', 'USD'), claim: usd};
    expect(await given(null, [order])).toEqual(['goodwill 910']);
    const plan = {
      totals: {toCustomer: {minor: 0, currency: 'USD'}},
      currencies: {saleRate: {numerator: 5, denominator: 4}},
    };
    expect(await given(null, [{...order, totalPriceSet: bag('0', '0', 'USD')}], [], plan)).toEqual(['goodwill 800']);
  });

  it('counts nothing of a claim that was altered', async () => {
    const own = claimOf(ORDER, [call({legs: [credit(500, 'goodwill')]})]);
    expect(await given({...own, value: own.value.replace('500', '5')})).toEqual([]);
  });
});
