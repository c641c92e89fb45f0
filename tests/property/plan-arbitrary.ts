import fc from 'fast-check';
import type {
  Choices,
  Destination,
  OrderSnapshot,
  Recipe,
  RecipePart,
  SnapshotLine,
  SnapshotPayment,
} from '../../src/core/index.ts';
import {line, order, pair, payment} from '../../src/core/plan/order.fixture.ts';

export interface Case {
  readonly order: OrderSnapshot;
  readonly recipe: Recipe;
  readonly choices: Choices;
}

const cents = (max: number) => fc.integer({min: 0, max});
const decimal = (max: number) =>
  cents(max).map((minor) => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`);

function lineOf(number: number, taxesIncluded: boolean): fc.Arbitrary<SnapshotLine> {
  return fc
    .record({
      quantity: fc.integer({min: 1, max: 9}),
      total: cents(90_000),
      tax: cents(9_000),
      gone: fc.double({min: 0, max: 1, noNaN: true}),
      unshipped: fc.double({min: 0, max: 1, noNaN: true}),
      duty: fc.option(cents(2_000), {freq: 4}),
      restockable: fc.boolean(),
    })
    .map(({quantity, total, tax, gone, unshipped, duty, restockable}) => {
      const refundable = quantity - Math.floor(gone * (quantity + 0.99));
      return line({
        number,
        quantity,
        refundable,
        unfulfilled: Math.floor(unshipped * (refundable + 0.99)),
        restockable,
        discounted: pair(total),
        tax: pair(taxesIncluded ? Math.floor(tax / 2) : tax),
        duties: duty === null ? [] : [{id: `gid://shopify/Duty/${number}`, amount: pair(duty), refunded: false}],
        refunded: {quantity: quantity - refundable, subtotal: pair(0), tax: pair(0)},
      });
    });
}

function paymentOf(number: number): fc.Arbitrary<SnapshotPayment> {
  return fc
    .record({kind: fc.constantFrom('card', 'card', 'giftCard', 'manual', 'storeCredit'), minor: cents(200_000)})
    .map(({kind, minor}) =>
      payment({
        id: `gid://shopify/OrderTransaction/${number}`,
        kind: kind,
        label: `${kind} ${number}`,
        refundable: pair(minor),
        captured: pair(minor),
      }),
    );
}

const listed = <Value>(count: number, make: (number: number) => fc.Arbitrary<Value>) =>
  fc.tuple(...Array.from({length: count}, (_, index) => make(index + 1)));

const anyOrder: fc.Arbitrary<OrderSnapshot> = fc
  .record({
    lines: fc.integer({min: 0, max: 8}),
    payments: fc.integer({min: 0, max: 4}),
    taxesIncluded: fc.boolean(),
    guest: fc.boolean(),
    enabled: fc.constantFrom(true, true, false, null),
    shipping: cents(3_000),
    shippingTax: cents(500),
    shippingRefunded: cents(1_000),
    netShare: fc.constantFrom(1, 1, 1, 0.5, 0.1, 0),
    tip: fc.constantFrom(0, 300),
  })
  .chain((spec) =>
    fc
      .tuple(
        listed(spec.lines, (number) => lineOf(number, spec.taxesIncluded)),
        listed(spec.payments, paymentOf),
      )
      .map(([lines, payments]) => {
        const paid = payments.reduce((all, entry) => all + entry.refundable.presentment.minor, 0);
        return order({
          lines: lines,
          payments: payments,
          taxesIncluded: spec.taxesIncluded,
          creditOwner: spec.guest ? null : order().creditOwner,
          storeCreditEnabled: spec.enabled,
          shipping: [
            {
              discounted: pair(spec.shipping),
              tax: pair(spec.shippingTax),
            },
          ],
          shippingRefunded: pair(Math.min(spec.shipping, spec.shippingRefunded)),
          netPayment: pair(Math.floor(paid * spec.netShare)),
          tip: pair(spec.tip),
        });
      }),
  );

/** Long enough for several calls. */
const longOrder: fc.Arbitrary<OrderSnapshot> = fc
  .record({
    count: fc.integer({min: 240, max: 620}),
    prices: fc.array(cents(999), {minLength: 3, maxLength: 3}),
    kinds: fc.array(fc.constantFrom('card', 'giftCard', 'manual'), {minLength: 1, maxLength: 3}),
    share: fc.integer({min: 1, max: 120}),
  })
  .map(({count, prices, kinds, share}) => {
    const lines = Array.from({length: count}, (_, index) =>
      line({
        number: index + 1,
        quantity: 2,
        refundable: 2,
        unfulfilled: index % 7 === 0 ? 1 : 0,
        discounted: pair(prices[index % 3] ?? 0),
      }),
    );
    const total = lines.reduce((all, entry) => all + entry.discounted.presentment.minor, 695);
    const each = Math.ceil((total * share) / 100 / kinds.length);
    const payments = kinds.map((kind, index) =>
      payment({
        id: `gid://shopify/OrderTransaction/${index + 1}`,
        kind: kind as 'card',
        label: kind,
        refundable: pair(each),
      }),
    );
    return order({lines, payments, netPayment: pair(Math.min(total, each * kinds.length))});
  });

const ways = fc.uniqueArray(
  fc.constantFrom<Destination>('originalPayment', 'storeCredit', 'giftCard', 'outsidePayment'),
  {minLength: 1, maxLength: 4},
);
const gestureWays = fc.uniqueArray(fc.constantFrom<Destination>('storeCredit', 'giftCard', 'outsidePayment'), {
  minLength: 1,
  maxLength: 3,
});
const fixed = (max: number) => decimal(max).map((value) => ({type: 'fixed', value}) as const);
const percent = decimal(10_000).map((value) => ({type: 'percent', value}) as const);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, {nil: undefined});

const parts: fc.Arbitrary<RecipePart[]> = fc
  .tuple(
    maybe(
      fc
        .constantFrom('all', 'unfulfilled')
        .map((selection): RecipePart => ({kind: 'items', amount: {type: 'remaining'}, selection: selection as 'all'})),
    ),
    maybe(
      fc
        .oneof(fc.constant({type: 'remaining'} as const), fixed(5_000))
        .map((amount): RecipePart => ({kind: 'shipping', amount})),
    ),
    maybe(fc.constant<RecipePart>({kind: 'duties', amount: {type: 'remaining'}})),
    maybe(fixed(9_000).map((amount): RecipePart => ({kind: 'amount', amount}))),
    maybe(
      fc.record({
        kind: fc.constant('returnLabel' as const),
        amount: fixed(2_000),
        class: fc.constantFrom('byGround' as const, 'owed' as const, 'policy' as const),
      }),
    ),
    maybe(fc.oneof(fixed(2_000), percent).map((amount): RecipePart => ({kind: 'goodwill', amount, cap: '50.00'}))),
    maybe(percent.map((amount): RecipePart => ({kind: 'bonus', amount}))),
    maybe(fc.oneof(fixed(5_000), percent).map((amount): RecipePart => ({kind: 'restockingFee', amount}))),
    maybe(fixed(5_000).map((amount): RecipePart => ({kind: 'returnShippingFee', amount}))),
  )
  .map((all) => all.filter((part): part is RecipePart => part !== undefined));

const anyRecipe: fc.Arbitrary<Recipe> = fc
  .record({
    parts,
    owed: ways,
    policy: ways,
    goodwill: gestureWays,
    creditShare: maybe(decimal(10_000)),
    ground: fc.constantFrom('withdrawal' as const, 'defect' as const, 'policy' as const),
  })
  .map(({parts: list, owed, policy, goodwill, creditShare, ground}) => ({
    format: 1,
    handle: 'any',
    version: 1,
    title: {en: 'Any'},
    ground,
    parts: list,
    destinations: {owed, policy, goodwill},
    bonusExpiresAfterDays: 365,
    ...(creditShare === undefined ? {} : {creditShare}),
  }));

const anyChoices: fc.Arbitrary<Choices> = fc
  .record({consent: maybe(fc.constant({by: 'Noor', at: '2026-11-12T10:00:00Z', channel: 'email'}))})
  .map(({consent}) => (consent ? {consent} : {}));

export const anyCase: fc.Arbitrary<Case> = fc.record({
  order: fc.oneof({arbitrary: anyOrder, weight: 6}, {arbitrary: longOrder, weight: 1}),
  recipe: anyRecipe,
  choices: anyChoices,
});
