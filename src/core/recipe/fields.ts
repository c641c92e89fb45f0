import type {FieldRule} from './field-rules.ts';
import type {Destination, Ground, PartAmount, PartKind} from './types.ts';

export const GROUNDS: readonly Ground[] = ['withdrawal', 'defect', 'policy', 'goodwill'];

export const DESTINATIONS: readonly Destination[] = ['originalPayment', 'storeCredit', 'giftCard', 'outsidePayment'];

/** The kinds of parts, and in which ways each of them can be an amount. */
export const AMOUNT_TYPES: Readonly<Record<PartKind, readonly PartAmount['type'][]>> = {
  items: ['remaining'],
  shipping: ['remaining', 'fixed', 'entered'],
  duties: ['remaining'],
  amount: ['fixed', 'entered'],
  returnLabel: ['fixed', 'entered'],
  goodwill: ['fixed', 'entered', 'percent'],
  bonus: ['percent'],
  restockingFee: ['fixed', 'entered', 'percent'],
  returnShippingFee: ['fixed', 'entered'],
  diminishedValue: ['entered'],
};

export const PART_KINDS = Object.keys(AMOUNT_TYPES) as readonly PartKind[];

const OWN_AMOUNT = PART_KINDS.filter((kind) =>
  AMOUNT_TYPES[kind].some((type) => type === 'fixed' || type === 'entered'),
);

const destinations = (className: string): readonly FieldRule[] => [
  {
    path: `destinations.${className}`,
    type: 'list',
    required: true,
    min: 1,
    max: 4,
  },
  {path: `destinations.${className}[]`, type: 'choice', values: DESTINATIONS},
];

/** Every field of a recipe. */
export const RECIPE_FIELDS: readonly FieldRule[] = [
  {path: 'format', type: 'format', required: true},
  {
    path: 'handle',
    type: 'text',
    required: true,
    maxLength: 64,
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  },
  {path: 'version', type: 'integer', required: true, min: 1, max: 1_000_000},
  {path: 'title', type: 'object', required: true},
  {path: 'title.en', type: 'text', required: true, maxLength: 80},
  {path: 'title.nl', type: 'text', maxLength: 80},
  {path: 'summary', type: 'object'},
  {path: 'summary.en', type: 'text', required: true, maxLength: 200},
  {path: 'summary.nl', type: 'text', maxLength: 200},
  {path: 'ground', type: 'choice', required: true, values: GROUNDS},
  {path: 'parts', type: 'list', required: true, min: 1, max: 10},
  {path: 'parts[].kind', type: 'choice', required: true, values: PART_KINDS},
  {path: 'parts[].amount', type: 'object', required: true},
  {
    path: 'parts[].amount.type',
    type: 'choice',
    required: true,
    values: ['remaining', 'fixed', 'entered', 'percent'],
  },
  {
    path: 'parts[].amount.value',
    type: 'decimal',
  },
  {
    path: 'parts[].selection',
    type: 'choice',
    values: ['all', 'chosen', 'unfulfilled'],
    default: 'all',
    kinds: ['items'],
  },
  {
    path: 'parts[].class',
    type: 'choice',
    values: ['byGround', 'owed', 'policy', 'goodwill'],
    default: 'byGround',
    kinds: ['returnLabel', 'goodwill'],
  },
  {
    path: 'parts[].currency',
    type: 'choice',
    values: ['presentment', 'shop'],
    default: 'presentment',
    kinds: OWN_AMOUNT,
  },
  {
    path: 'parts[].rate',
    type: 'choice',
    values: ['saleRate', 'dayRate', 'betterForCustomer'],
    default: 'saleRate',
    kinds: OWN_AMOUNT,
  },
  {
    path: 'parts[].cap',
    type: 'decimal',
    kinds: PART_KINDS.filter((kind) => kind !== 'items' && kind !== 'duties'),
  },
  {path: 'destinations', type: 'object', required: true},
  ...destinations('owed'),
  ...destinations('policy'),
  ...destinations('goodwill'),
  {path: 'creditShare', type: 'percent'},
  {
    path: 'bonusExpiresAfterDays',
    type: 'integer',
    min: 1,
    max: 3650,
  },
  {
    path: 'restock',
    type: 'choice',
    values: ['return', 'none'],
    default: 'return',
  },
  {path: 'notify', type: 'object'},
  {path: 'notify.refund', type: 'boolean', default: true},
  {path: 'notify.storeCredit', type: 'boolean', default: true},
];
