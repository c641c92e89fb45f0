import type {FieldRule} from './field-rules.ts';
import {DESTINATIONS, GROUNDS, PART_KINDS} from './fields.ts';

/** Every field of the choices for one order. */
export const CHOICE_FIELDS: readonly FieldRule[] = [
  {path: 'ground', type: 'choice', values: GROUNDS, about: 'Why the customer gets money back.'},
  {path: 'quantities', type: 'map', about: 'Units by line id.'},
  {path: 'quantities{}', type: 'integer', min: 0, max: 1_000_000, about: 'Units to refund.'},
  {path: 'restock', type: 'map', about: 'What becomes of the units, by line id.'},
  {
    path: 'restock{}',
    type: 'choice',
    values: ['return', 'cancel', 'none'],
    about: 'Back to stock, cancelled, or neither.',
  },
  {path: 'locationId', type: 'text', maxLength: 255, about: 'Where returned units go back to stock.'},
  {path: 'amounts', type: 'map', values: PART_KINDS, about: 'Typed sums by kind of part.'},
  {path: 'amounts{}', type: 'decimal', about: "A sum in the part's currency; empty while it is not typed yet."},
  {path: 'creditShare', type: 'percent', about: 'The percentage of what is owed that becomes store credit.'},
  {path: 'consent', type: 'object', about: "The customer's consent to store credit in place of money."},
  {path: 'consent.by', type: 'text', required: true, maxLength: 255, about: 'Who recorded it.'},
  {path: 'consent.at', type: 'text', required: true, maxLength: 64, about: 'When.'},
  {path: 'consent.channel', type: 'text', required: true, maxLength: 255, about: 'How the customer said so.'},
  {path: 'prefer', type: 'object', about: 'The destination to try first, by class.'},
  {path: 'prefer.owed', type: 'choice', values: DESTINATIONS, about: 'For what is owed.'},
  {path: 'prefer.policy', type: 'choice', values: DESTINATIONS, about: "For the shop's own rules."},
  {path: 'prefer.goodwill', type: 'choice', values: DESTINATIONS, about: 'For gestures.'},
  {path: 'dayRate', type: 'object', about: "Today's rate, where one is known."},
  {
    path: 'dayRate.value',
    type: 'decimal',
    required: true,
    about: "The customer's currency for one unit of the shop's.",
  },
  {
    path: 'dayRate.source',
    type: 'choice',
    required: true,
    values: ['recentOrders', 'typed'],
    about: 'Where it is from.',
  },
  {path: 'dayRate.at', type: 'text', required: true, maxLength: 64, about: 'When it held.'},
  {path: 'notify', type: 'object', about: "Which of Shopify's own mails go out."},
  {path: 'notify.refund', type: 'boolean', about: "Shopify's refund mail."},
  {path: 'notify.storeCredit', type: 'boolean', about: "Shopify's store credit mail."},
  {path: 'acceptShopifyFigures', type: 'boolean', about: "A person takes Shopify's figures over ours."},
];
