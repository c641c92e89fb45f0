import {
  InputError,
  presetByHandle,
  type Choices,
  type PartKind,
  type Recipe,
  type RecipePart,
} from '../src/core/index.ts';
import {buildOrder, type ExampleOrder, type OrderFile} from './order.ts';

/** A worked example: an order, a recipe, and one or more plans, each on the order as it stands after the one before. */
export interface Example {
  readonly name: string;
  readonly about: string;
  readonly recipe: Recipe;
  readonly steps: readonly Choices[];
  order(): OrderFile;
}

const TWO_SHIRTS: ExampleOrder = {
  number: 1001,
  currency: 'EUR',
  taxPercent: 21,
  lines: [{name: 'Linen shirt', quantity: 2, price: 2500}],
  shipping: 695,
  payments: [{gateway: 'shopify_payments', amount: 5695}],
};

const ONE_POSTER: ExampleOrder = {
  number: 1008,
  currency: 'EUR',
  taxPercent: 21,
  lines: [{name: 'Poster', quantity: 1, price: 1999}],
  payments: [{gateway: 'shopify_payments', amount: 1999}],
};

const LABEL: Choices = {amounts: {returnLabel: '7.45'}};
const CONSENT: Choices = {consent: {by: 'Noor', at: '2026-11-12T10:00:00Z', channel: 'email'}};
const ONE_UNIT: Choices = {quantities: {'gid://shopify/LineItem/1': 1}};

/** The same recipe with one part changed. */
function withPart(recipe: Recipe, kind: PartKind, changed: Partial<RecipePart>): Recipe {
  return {...recipe, parts: recipe.parts.map((part) => (part.kind === kind ? {...part, ...changed} : part))};
}

function example(
  name: string,
  about: string,
  spec: ExampleOrder,
  recipe: string | Recipe,
  ...steps: Choices[]
): Example {
  const ready = typeof recipe === 'string' ? presetByHandle(recipe) : recipe;
  return {name, about, recipe: ready, steps, order: () => buildOrder(spec)};
}

export const EXAMPLES: readonly Example[] = [
  example('label-credit', 'Shipping back, the return label as a gesture', TWO_SHIRTS, 'shipping-plus-label', {
    ...LABEL,
    ground: 'withdrawal',
  }),
  example('label-owed', 'Faulty goods: the label is owed and goes to the card', TWO_SHIRTS, 'shipping-plus-label', {
    ...LABEL,
    ground: 'defect',
  }),
  example(
    'beyond-total',
    'Everything back, and the label beyond the total',
    TWO_SHIRTS,
    'everything-plus-label',
    LABEL,
  ),
  example(
    'beyond-total-guest',
    'The same for a guest',
    {...TWO_SHIRTS, number: 1002, guest: true},
    'everything-plus-label',
    LABEL,
  ),
  example(
    'fx',
    'A label receipt in the shop’s currency, at the sale’s rate',
    {
      number: 1003,
      currency: 'USD',
      paidInShop: {minor: 4000, currency: 'EUR'},
      taxPercent: 10,
      lines: [{name: 'Linen shirt', quantity: 1, price: 3850}],
      shipping: 550,
      payments: [{gateway: 'shopify_payments', amount: 4400}],
    },
    {...withPart(presetByHandle('fair-currency'), 'returnLabel', {rate: 'saleRate'}), handle: 'fair-at-sale-rate'},
    LABEL,
  ),
  example(
    'thirds',
    'One unit at a time, three times: nothing is lost to rounding',
    {
      number: 1004,
      currency: 'EUR',
      taxPercent: 21,
      lines: [{name: 'Candle', quantity: 3, price: 1000, discount: 100}],
      payments: [{gateway: 'shopify_payments', amount: 2900}],
    },
    'chosen-items',
    ONE_UNIT,
    ONE_UNIT,
    ONE_UNIT,
  ),
  example(
    'yen',
    'A currency without a smaller unit',
    {
      number: 1005,
      currency: 'JPY',
      taxPercent: 10,
      lines: [{name: 'Tea cup', quantity: 3, price: 1000, discount: 100}],
      payments: [{gateway: 'shopify_payments', amount: 2900}],
    },
    'chosen-items',
    ONE_UNIT,
  ),
  example(
    'dinar',
    'Three digits, and a bonus of an eighth',
    {
      number: 1006,
      currency: 'KWD',
      taxPercent: 5,
      lines: [{name: 'Scarf', quantity: 1, price: 10000}],
      payments: [{gateway: 'shopify_payments', amount: 10000}],
    },
    {
      ...withPart(presetByHandle('store-credit-bonus'), 'bonus', {amount: {type: 'percent', value: '12.5'}}),
      handle: 'store-credit-eighth',
      title: {en: 'Store credit with a 12.5% bonus', nl: 'Winkeltegoed met 12,5% extra'},
    },
    CONSENT,
  ),
  example('rounding', 'A fee rounds down', {...ONE_POSTER, number: 1007}, 'minus-restocking-fee', {ground: 'policy'}),
  example('bonus', 'A bonus rounds up', ONE_POSTER, 'store-credit-bonus', CONSENT),
  example(
    'split-tender',
    'Gift card first, then the card',
    {
      ...TWO_SHIRTS,
      number: 1009,
      payments: [
        {gateway: 'gift_card', amount: 2000},
        {gateway: 'shopify_payments', amount: 3695},
      ],
    },
    'chosen-amount',
    {amounts: {amount: '30.00'}},
  ),
  example(
    'bank-transfer',
    'Shopify books it, you pay it',
    {...ONE_POSTER, number: 1010, payments: [{gateway: 'manual', amount: 1999}]},
    'full-refund',
    {},
  ),
  example(
    'long-order',
    'More lines than one call takes',
    {
      number: 1011,
      currency: 'EUR',
      taxPercent: 21,
      lines: Array.from({length: 300}, (_, index) => ({name: `Bead ${index + 1}`, quantity: 1, price: 100})),
      payments: [{gateway: 'shopify_payments', amount: 30000}],
    },
    'full-refund',
    {},
  ),
];

/** @throws InputError for a name that no example has */
export function exampleByName(name: string): Example {
  const found = EXAMPLES.find((candidate) => candidate.name === name);
  if (found) return found;
  throw new InputError('--example', name, `Use one of ${EXAMPLES.map((candidate) => candidate.name).join(', ')}.`);
}
