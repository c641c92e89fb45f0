import type {Recipe, RecipePart} from './types.ts';

const ALL_LEFT = {type: 'remaining'} as const;

const EVERYTHING: readonly RecipePart[] = [
  {kind: 'items', amount: ALL_LEFT, selection: 'all'},
  {kind: 'shipping', amount: ALL_LEFT},
  {kind: 'duties', amount: ALL_LEFT},
];

const TYPED_LABEL: RecipePart = {kind: 'returnLabel', amount: {type: 'entered'}, class: 'byGround'};

/** Money that was paid goes back the way it came; a gesture is store credit, a gift card only where a recipe prefers one. */
const DESTINATIONS: Recipe['destinations'] = {
  owed: ['originalPayment', 'outsidePayment'],
  policy: ['storeCredit', 'outsidePayment'],
  goodwill: ['storeCredit', 'outsidePayment'],
};

/** A recipe without the words that staff choose it by. */
export type RecipeRules = Omit<Recipe, 'title' | 'summary'>;

type Preset = Omit<RecipeRules, 'format' | 'version' | 'destinations'> & Partial<Pick<Recipe, 'destinations'>>;

const preset = (recipe: Preset): RecipeRules => ({format: 1, version: 1, destinations: DESTINATIONS, ...recipe});

/**
 * What the presets do. Data: a merchant's own recipe is made of the same fields. Their words stand apart, because an
 * extension has them in its locale files.
 */
export const PRESET_RULES: readonly RecipeRules[] = [
  preset({
    handle: 'shipping-plus-label',
    ground: 'withdrawal',
    parts: [{kind: 'shipping', amount: ALL_LEFT}, TYPED_LABEL],
  }),
  preset({
    handle: 'everything-plus-label',
    ground: 'withdrawal',
    parts: [...EVERYTHING, TYPED_LABEL],
  }),
  preset({
    handle: 'full-refund',
    ground: 'withdrawal',
    parts: EVERYTHING,
  }),
  preset({
    handle: 'chosen-items',
    ground: 'withdrawal',
    parts: [{kind: 'items', amount: ALL_LEFT, selection: 'chosen'}],
  }),
  preset({
    handle: 'shipping-only',
    ground: 'policy',
    parts: [{kind: 'shipping', amount: ALL_LEFT}],
  }),
  preset({
    handle: 'store-credit-bonus',
    ground: 'policy',
    parts: [...EVERYTHING, {kind: 'bonus', amount: {type: 'percent', value: '10'}}],
    destinations: {...DESTINATIONS, owed: ['storeCredit', 'originalPayment', 'outsidePayment']},
    bonusExpiresAfterDays: 365,
  }),
  preset({
    handle: 'split-cash-credit',
    ground: 'policy',
    parts: EVERYTHING,
    creditShare: '50',
  }),
  preset({
    handle: 'chosen-amount',
    ground: 'policy',
    parts: [{kind: 'amount', amount: {type: 'entered'}}],
  }),
  preset({
    handle: 'goodwill-amount',
    ground: 'goodwill',
    parts: [{kind: 'goodwill', amount: {type: 'entered'}}],
  }),
  preset({
    handle: 'goodwill-percent',
    ground: 'goodwill',
    parts: [{kind: 'goodwill', amount: {type: 'percent', value: '10'}}],
  }),
  preset({
    handle: 'minus-return-fee',
    ground: 'withdrawal',
    parts: [
      {kind: 'items', amount: ALL_LEFT, selection: 'all'},
      {kind: 'returnShippingFee', amount: {type: 'entered'}},
    ],
  }),
  preset({
    handle: 'minus-restocking-fee',
    ground: 'policy',
    parts: [
      {kind: 'items', amount: ALL_LEFT, selection: 'all'},
      {kind: 'restockingFee', amount: {type: 'percent', value: '15'}},
    ],
  }),
  preset({
    handle: 'cancel-remainder',
    ground: 'policy',
    parts: [{kind: 'items', amount: ALL_LEFT, selection: 'unfulfilled'}],
  }),
  preset({
    handle: 'fair-currency',
    ground: 'withdrawal',
    parts: [
      {kind: 'shipping', amount: ALL_LEFT},
      {...TYPED_LABEL, currency: 'shop', rate: 'betterForCustomer'},
    ],
  }),
];
