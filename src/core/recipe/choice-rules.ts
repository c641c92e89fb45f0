import type {FieldRule} from './field-rules.ts';
import {DESTINATIONS, GROUNDS, PART_KINDS} from './fields.ts';

/** Every field of the choices for one order. */
export const CHOICE_FIELDS: readonly FieldRule[] = [
  {path: 'ground', type: 'choice', values: GROUNDS},
  {path: 'quantities', type: 'map'},
  {path: 'quantities{}', type: 'integer', min: 0, max: 1_000_000},
  {path: 'restock', type: 'map'},
  {
    path: 'restock{}',
    type: 'choice',
    values: ['return', 'cancel', 'none'],
  },
  {
    path: 'locationId',
    type: 'text',
    maxLength: 255,
    pattern: '^gid://shopify/Location/\\d+$',
  },
  {path: 'amounts', type: 'map', values: PART_KINDS},
  {path: 'amounts{}', type: 'decimal'},
  {path: 'creditShare', type: 'percent'},
  {path: 'consent', type: 'object'},
  {path: 'consent.by', type: 'text', required: true, maxLength: 255},
  {path: 'consent.at', type: 'text', required: true, maxLength: 64},
  {path: 'consent.channel', type: 'text', required: true, maxLength: 255},
  {path: 'prefer', type: 'object'},
  {path: 'prefer.owed', type: 'choice', values: DESTINATIONS},
  {path: 'prefer.policy', type: 'choice', values: DESTINATIONS},
  {path: 'prefer.goodwill', type: 'choice', values: DESTINATIONS},
  {path: 'dayRate', type: 'object'},
  {
    path: 'dayRate.value',
    type: 'decimal',
    required: true,
  },
  {
    path: 'dayRate.source',
    type: 'choice',
    required: true,
    values: ['recentOrders', 'typed'],
  },
  {path: 'dayRate.at', type: 'text', required: true, maxLength: 64},
  {path: 'notify', type: 'object'},
  {path: 'notify.refund', type: 'boolean'},
  {path: 'notify.storeCredit', type: 'boolean'},
  {path: 'acceptShopifyFigures', type: 'boolean'},
];
