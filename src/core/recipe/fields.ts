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
    about: `Where ${className} parts go, the first that can be had.`,
  },
  {path: `destinations.${className}[]`, type: 'choice', values: DESTINATIONS, about: 'A destination.'},
];

/** Every field of a recipe. */
export const RECIPE_FIELDS: readonly FieldRule[] = [
  {path: 'format', type: 'format', required: true, about: 'The version of this JSON format: 1.'},
  {
    path: 'handle',
    type: 'text',
    required: true,
    maxLength: 64,
    pattern: {source: '^[a-z0-9]+(-[a-z0-9]+)*$', says: 'lower-case letters, digits and single hyphens'},
    about: 'The name of the recipe in links, files and records.',
  },
  {path: 'version', type: 'integer', required: true, min: 1, max: 1_000_000, about: 'Rises with every change.'},
  {path: 'title', type: 'object', required: true, about: 'What staff choose the recipe by.'},
  {path: 'title.en', type: 'text', required: true, maxLength: 80, about: 'In English.'},
  {path: 'title.nl', type: 'text', maxLength: 80, about: 'In Dutch.'},
  {path: 'summary', type: 'object', about: 'One line that says what the recipe does.'},
  {path: 'summary.en', type: 'text', required: true, maxLength: 200, about: 'In English.'},
  {path: 'summary.nl', type: 'text', maxLength: 200, about: 'In Dutch.'},
  {path: 'ground', type: 'choice', required: true, values: GROUNDS, about: 'The reason that staff start from.'},
  {path: 'parts', type: 'list', required: true, min: 1, max: 10, about: 'What the customer gets, each kind once.'},
  {path: 'parts[].kind', type: 'choice', required: true, values: PART_KINDS, about: 'What the part is about.'},
  {path: 'parts[].amount', type: 'object', required: true, about: 'How much it is.'},
  {
    path: 'parts[].amount.type',
    type: 'choice',
    required: true,
    values: ['remaining', 'fixed', 'entered', 'percent'],
    about: 'All that is left, a fixed sum, a sum that staff type for each order, or a percentage.',
  },
  {
    path: 'parts[].amount.value',
    type: 'decimal',
    about: 'The sum or percentage; for `entered` the sum to start from.',
  },
  {
    path: 'parts[].selection',
    type: 'choice',
    values: ['all', 'chosen', 'unfulfilled'],
    default: 'all',
    kinds: ['items'],
    about: 'Which units are refunded before staff change anything.',
  },
  {
    path: 'parts[].class',
    type: 'choice',
    values: ['byGround', 'owed', 'policy', 'goodwill'],
    default: 'byGround',
    kinds: ['returnLabel', 'goodwill'],
    about: "Whether the part is owed, the shop's own rule or a gesture.",
  },
  {
    path: 'parts[].currency',
    type: 'choice',
    values: ['presentment', 'shop'],
    default: 'presentment',
    kinds: OWN_AMOUNT,
    about: "Whether the sum and the cap are in the customer's currency or in the shop's.",
  },
  {
    path: 'parts[].rate',
    type: 'choice',
    values: ['saleRate', 'dayRate', 'betterForCustomer'],
    default: 'saleRate',
    kinds: OWN_AMOUNT,
    about: "The rate at which a sum in the shop's currency reaches the customer.",
  },
  {
    path: 'parts[].cap',
    type: 'decimal',
    kinds: PART_KINDS.filter((kind) => kind !== 'items' && kind !== 'duties'),
    about: 'The most that this part may be.',
  },
  {path: 'destinations', type: 'object', required: true, about: 'Where the money goes, by class.'},
  ...destinations('owed'),
  ...destinations('policy'),
  ...destinations('goodwill'),
  {path: 'creditShare', type: 'percent', about: 'The percentage of what is owed that becomes store credit.'},
  {
    path: 'bonusExpiresAfterDays',
    type: 'integer',
    min: 1,
    max: 3650,
    about: 'Days after which a bonus expires; refunded value never does.',
  },
  {
    path: 'restock',
    type: 'choice',
    values: ['return', 'none'],
    default: 'return',
    about: 'What becomes of refunded units that were shipped.',
  },
  {path: 'notify', type: 'object', about: "Which of Shopify's own mails go out."},
  {path: 'notify.refund', type: 'boolean', default: true, about: "Shopify's refund mail."},
  {path: 'notify.storeCredit', type: 'boolean', default: true, about: "Shopify's store credit mail."},
];
