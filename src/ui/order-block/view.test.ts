import {describe, expect, it} from 'vitest';
import {answer, bag, payment, refund} from '../../adapters/order-answer.fixture.ts';
import {moneyStateOf} from '../../execution/money-state.ts';
import {requestIdOf} from '../../execution/requests/id.ts';
import {readRequests} from '../../execution/requests/read.ts';
import type {Claim, ClaimedCall, ClaimedLeg, ReadClaim} from '../../execution/types.ts';
import type {BlockOrder, BlockReading} from './reading.ts';
import {viewOf} from './view.ts';

const AT = '2026-11-22T12:00:00Z';
const CARD = 'gid://shopify/OrderTransaction/1';
const OURS = 'Refund Recipes plan-1 call-1';
const eur = (minor: number) => ({minor, currency: 'EUR'});

function leg(kind: ClaimedLeg['kind'], minor: number, component: string, more: Partial<ClaimedLeg> = {}): ClaimedLeg {
  return {kind, amount: eur(minor), class: 'policy', components: [component], amounts: [minor], ...more};
}

function call(kind: ClaimedCall['kind'], state: ClaimedCall['state'], legs: ClaimedLeg[], id = 'call-1'): ClaimedCall {
  return {id, kind, state, legs, generation: 1, at: AT};
}

function claim(calls: ClaimedCall[], more: Partial<Claim> = {}): Claim {
  return {
    format: 1,
    epoch: 1,
    nonce: 'n',
    state: 'done',
    orderId: 'gid://shopify/Order/1001',
    planId: 'plan-1',
    intentId: 'intent-1',
    recipe: {handle: 'shipping-plus-label', version: 1},
    ground: 'policy',
    staff: '42',
    startedAt: AT,
    at: AT,
    calls,
    before: {netPayment: eur(5695), refundedShipping: eur(0), refundIds: []},
    earlier: [],
    outside: [],
    seal: 's',
    ...more,
  };
}

/** A refund of Shopify's with one payment back. */
function back(
  id: number,
  amount: string,
  more: {note?: string; status?: string; gateway?: string; parent?: string} = {},
) {
  const {note = null, status = 'SUCCESS', gateway = 'shopify_payments', parent = CARD} = more;
  const transaction = payment({
    id: `gid://shopify/OrderTransaction/9${id}`,
    kind: 'REFUND',
    status: status as 'SUCCESS',
    gateway,
    amountSet: bag(amount),
    parentTransaction: {id: parent},
  });
  return refund({id: `gid://shopify/Refund/${id}`, note, transactions: {nodes: [transaction]}});
}

function reading(over: Partial<BlockOrder> = {}, read: Partial<ReadClaim> = {}, request: unknown = null): BlockReading {
  const order = {...answer().order, claim: null, request: null, ...over} as BlockOrder;
  const metafield = request === null ? null : {value: JSON.stringify(request), compareDigest: 'd'};
  return {
    order,
    requests: readRequests({request: metafield}, order.id, Date.parse(AT)),
    confirmed: {
      orderId: order.id,
      claim: {claim: null, digest: null, updatedAt: AT, ...read},
      money: moneyStateOf(order),
      at: Date.parse(AT),
    },
  };
}

const rows = ({refunded}: ReturnType<typeof viewOf>) =>
  refunded.destinations.map(({kind, label, amount, elsewhere}) => [kind, label, amount.minor, elsewhere.minor]);

describe('what was refunded', () => {
  it('comes from Shopify’s refunds, and beyond them from the claim: nothing twice', () => {
    const view = viewOf(
      reading(
        {refunds: [back(1, '6.95', {note: OURS}), back(2, '20.00')], netPaymentSet: bag('30.0')},
        {
          claim: claim([
            call('refundCreate', 'done', [leg('refundToOriginalPayment', 695, 'shipping', {payment: CARD})]),
            call('storeCreditAccountCredit', 'done', [leg('storeCredit', 745, 'returnLabel')], 'call-2'),
          ]),
        },
      ),
    );
    expect(rows(view)).toEqual([
      ['payment', '•••• 4242', 2695, 2000],
      ['storeCredit', '', 745, 0],
    ]);
    expect(view.refunded.total).toEqual(eur(3440));
    expect(view.refunded.elsewhere).toEqual(eur(2000));
    expect(view.refunded.components).toEqual([
      {kind: 'component.shipping', amount: eur(695)},
      {kind: 'component.returnLabel', amount: eur(745)},
    ]);
    expect(view.headline).toEqual({code: 'refunded', amount: eur(3440)});
  });

  it('a refund to store credit stands among Shopify’s refunds already', () => {
    const refunds = [back(1, '50.00', {note: OURS, gateway: 'shopify_store_credit', parent: 'none'})];
    const legs = [leg('refundToStoreCredit', 5000, 'items'), leg('storeCredit', 500, 'bonus')];
    const view = viewOf(
      reading({refunds, netPaymentSet: bag('6.95')}, {claim: claim([call('refundCreate', 'done', legs)])}),
    );
    expect(rows(view)).toEqual([['storeCredit', '', 5500, 0]]);
    expect(view.left).toEqual({total: eur(695), payments: []});
  });

  it('what is only booked on a manual payment counts when the outside payment was made', () => {
    const order = {
      transactions: [payment({gateway: 'Bank Deposit', manualPaymentGateway: true, accountNumber: null})],
      refunds: [back(1, '19.99', {note: OURS, gateway: 'Bank Deposit'})],
    };
    const outside = {planId: 'plan-1', callId: 'call-2', amount: eur(1999), at: AT};
    const calls = [
      call('refundCreate', 'done', []),
      call('outsidePayment', 'done', [leg('outsidePayment', 1999, 'items')], 'call-2'),
    ];
    const owed = viewOf(reading(order, {claim: claim(calls, {outside: [{...outside, state: 'owed'}]})}));
    expect([rows(owed), owed.headline, owed.refunded.components]).toEqual([[], {code: 'owed', amount: eur(1999)}, []]);
    const paid = viewOf(reading(order, {claim: claim(calls, {outside: [{...outside, state: 'paid'}]})}));
    expect(rows(paid)).toEqual([['outsidePayment', '', 1999, 0]]);
    expect(paid.refunded.components).toEqual([{kind: 'component.items', amount: eur(1999)}]);
    const off = viewOf(reading(order, {claim: claim(calls, {outside: [{...outside, state: 'cancelled'}]})}));
    expect([rows(off), off.headline]).toEqual([[], {code: 'nothing'}]);
  });

  it('counts earlier executions, by class where their record is shorter', () => {
    const earlier = [
      {planId: 'plan-0', intentId: 'i', at: AT, legs: [leg('storeCredit', 300, 'goodwill')]},
      {
        planId: 'plan-00',
        intentId: 'i',
        at: AT,
        legs: [{kind: 'giftCard' as const, amount: eur(200), class: 'goodwill'}],
      },
      {planId: 'plan-000', intentId: 'i', at: AT, legs: [leg('outsidePayment', 100, 'items')]},
    ];
    const view = viewOf(reading({}, {claim: claim([], {earlier})}));
    expect(rows(view)).toEqual([
      ['storeCredit', '', 300, 0],
      ['giftCard', '', 200, 0],
    ]);
    expect(view.refunded.components).toEqual([
      {kind: 'component.goodwill', amount: eur(300)},
      {kind: 'class.goodwill', amount: eur(200)},
    ]);
  });

  it('of two equal outside payments of an earlier execution, one paid and one cancelled, one arrived', () => {
    const legs = [leg('outsidePayment', 500, 'goodwill'), leg('outsidePayment', 500, 'goodwill')];
    const entry = (callId: string, state: 'paid' | 'cancelled') =>
      ({planId: 'plan-0', callId, amount: eur(500), at: AT, state}) as const;
    const outside = [entry('call-1', 'cancelled'), entry('call-2', 'paid')];
    const earlier = [{planId: 'plan-0', intentId: 'i', at: AT, legs}];
    const {refunded} = viewOf(reading({}, {claim: claim([], {earlier, outside})}));
    expect([refunded.total, refunded.components]).toEqual([eur(500), [{kind: 'component.goodwill', amount: eur(500)}]]);
  });

  it('of an earlier execution what is on its way or failed has not arrived, until it is paid otherwise', () => {
    const legs = [leg('refundToOriginalPayment', 300, 'items'), leg('refundToOriginalPayment', 500, 'shipping')];
    const first = {planId: 'plan-0', intentId: 'i', at: AT, legs: [...legs, leg('storeCredit', 200, 'bonus')]};
    const bonus = {kind: 'component.bonus', amount: eur(200)};
    const both = {id: 't', status: 'PENDING', amount: eur(800), callId: 'call-1'};
    const shown = (earlier: Claim['earlier'][number], outside: Claim['outside'] = []) =>
      viewOf(reading({}, {claim: claim([], {earlier: [earlier], outside})})).refunded.components;
    expect(shown({...first, pending: [both]})).toEqual([bonus]);
    const failed = {planId: 'plan-0', callId: 'payment-9', amount: eur(800), at: AT};
    expect(shown(first, [{...failed, state: 'owed'}])).toEqual([bonus]);
    expect(shown(first, [{...failed, state: 'paid'}])).toEqual([
      {kind: 'component.items', amount: eur(300)},
      {kind: 'component.shipping', amount: eur(500)},
      bonus,
    ]);
  });

  it('what an earlier execution planned and never paid stays in sight', () => {
    const earlier = [
      {planId: 'plan-0', intentId: 'i', at: AT, legs: [], unpaid: [leg('storeCredit', 745, 'returnLabel')]},
    ];
    const view = viewOf(reading({}, {claim: claim([], {earlier})}));
    expect(view.abandoned).toMatchObject([
      {planId: 'plan-0', callId: 'unpaid-1', kind: 'storeCredit', amount: eur(745), at: AT},
    ]);
    expect([view.refunded.total, view.headline]).toEqual([eur(0), {code: 'abandoned', amount: eur(745)}]);
  });

  it('what is on its way or failed has not arrived', () => {
    const refunds = [back(1, '6.95', {note: OURS, status: 'PENDING'}), back(2, '5.00', {status: 'FAILURE'})];
    const view = viewOf(reading({refunds}));
    expect(view.refunded.total).toEqual(eur(0));
    expect(view.pending).toEqual([
      {
        amount: eur(695),
        state: 'onItsWay',
        kind: 'payment',
        label: '•••• 4242',
        at: '2026-11-05T10:00:00Z',
        elsewhere: false,
      },
    ]);
    expect(view.headline).toEqual({code: 'pending', amount: eur(695)});
  });

  it('a guest has no store credit; a B2B order shows the location’s', () => {
    expect(viewOf(reading({customer: null, purchasingEntity: null})).storeCredit).toBeNull();
    const location = {
      id: 'gid://shopify/CompanyLocation/1',
      storeCreditAccounts: {nodes: [{id: 'a', balance: {amount: '12.5', currencyCode: 'EUR' as const}}]},
    };
    const view = viewOf(reading({purchasingEntity: {__typename: 'PurchasingCompany', location}}));
    expect(view.storeCredit).toEqual([eur(1250)]);
  });

  it('names the field of an amount that can’t be read', () => {
    expect(() => viewOf(reading({transactions: [payment({amountSet: bag('6.955')})]}))).toThrow(/amount/);
  });
});

const refunding = call('refundCreate', 'done', [leg('refundToOriginalPayment', 695, 'shipping', {payment: CARD})]);
const credit = (state: ClaimedCall['state'], id = 'call-2'): ClaimedCall =>
  call('storeCreditAccountCredit', state, [leg('storeCredit', 745, 'returnLabel')], id);
const owed = {planId: 'plan-1', callId: 'call-9', amount: eur(300), at: AT, state: 'owed' as const};
const waiting = (kind: 'request' | 'approval', intentId = 'intent-2') => {
  const recipe = {handle: 'full-refund', version: 1};
  const id = requestIdOf('gid://shopify/Order/1001', recipe, {}, intentId);
  return {id, state: 'waiting', kind, recipe, choices: {}, reason: '', by: '7', at: AT, expiresAt: null, intentId};
};

describe('the one thing that matters most', () => {
  it.each([
    ['a record that can’t be trusted', {problem: {code: 'claimAltered'}}, {code: 'untrusted'}],
    [
      'a step that is still to do, before the question',
      {claim: claim([refunding, credit('unknown'), credit('planned', 'call-3')], {state: 'stopped', outside: [owed]})},
      {code: 'open', amount: eur(745)},
    ],
    [
      'a question',
      {claim: claim([refunding, credit('unknown')], {state: 'stopped', outside: [owed]})},
      {code: 'question', amount: eur(745)},
    ],
    [
      'an open execution',
      {claim: claim([refunding, credit('intended')], {state: 'open'})},
      {code: 'open', amount: eur(745)},
    ],
    ['an open execution that has done all', {claim: claim([refunding], {state: 'open'})}, {code: 'unfinished'}],
    [
      'a duplicate',
      {
        claim: claim([{...credit('done'), evidence: {problem: {code: 'duplicateCredit', count: 2}}}], {
          outside: [owed],
        }),
      },
      {code: 'duplicate', amount: eur(745)},
    ],
    ['requests, before what is owed', {claim: claim([], {outside: [owed]})}, {code: 'requests', count: 2}, true],
    ['what is owed', {claim: claim([], {outside: [owed]})}, {code: 'owed', amount: eur(300)}],
    ['nothing', {}, {code: 'nothing'}],
  ])('%s', (_name, read, headline, asked = false) => {
    const requests = asked
      ? {format: 1, nonce: 'n', requests: [waiting('request'), waiting('approval', 'other')]}
      : null;
    expect(viewOf(reading({}, read as Partial<ReadClaim>, requests)).headline).toEqual(headline);
  });
});

describe('an unfinished execution', () => {
  it('says who, how far, from when it may be taken over, and what it would send', () => {
    const stopped = claim([refunding, credit('unknown'), credit('failed', 'call-3')], {state: 'stopped'});
    expect(viewOf(reading({}, {claim: stopped})).unfinished).toEqual({
      claim: stopped,
      done: 1,
      at: Date.parse(AT) + 120_000,
      resumable: true,
      sends: [{kind: 'storeCreditAccountCredit', amount: eur(745)}],
    });
  });

  it('that only a person can settle offers nothing to finish', () => {
    const view = viewOf(reading({}, {claim: claim([{...refunding, state: 'partlyDone'}], {state: 'stopped'})}));
    expect([view.unfinished?.resumable, view.unfinished?.sends]).toEqual([false, []]);
    expect(view.questions.map(({id}) => id)).toEqual(['call-1']);
  });

  it('asks nothing while someone may be at work', () => {
    const view = viewOf(reading({}, {claim: claim([refunding, credit('unknown')], {state: 'open'})}));
    expect([view.questions, view.unfinished?.resumable]).toEqual([[], true]);
  });
});
