/** What nobody could confirm of Shopify's Flow and this one had to choose, as far as it is a value. The rest stands in lab/README.md. */
import versions from '../../graphql/versions.json' with {type: 'json'};

/** Flow's own version of the Admin API. */
export const FLOW_VERSION: string = versions.flow;

/** Flow is an app of its own: it sees nothing that our app owns. */
export const FLOW_APP = '15100001';

/** What Flow may do in a shop; its real list isn't public. */
export const FLOW_SCOPES: readonly string[] = [
  'write_orders',
  'write_customers',
  'write_products',
  'write_draft_orders',
  'write_fulfillments',
  'write_assigned_fulfillment_orders',
  'write_merchant_managed_fulfillment_orders',
  'write_third_party_fulfillment_orders',
  'write_gift_cards',
  'write_inventory',
  'write_metaobjects',
  'write_metaobject_definitions',
  'write_returns',
  'write_store_credit_account_transactions',
  'read_store_credit_accounts',
  'read_locations',
  'read_companies',
  'read_payment_terms',
  'write_order_edits',
];

/** How many items of a list the environment holds; the real number is unknown. */
export const LIST_LIMIT = 250;

/** For each and Get data (facts §9). */
export const ITEM_LIMIT = 100;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** All steps between two Waits, with every attempt (facts §9). */
export const SECTION_MILLISECONDS = 36 * HOUR;

/** Waits of one workflow (facts §3). */
export const WAIT_MILLISECONDS = 90 * DAY;

/** "Growing delays": these ones are the lab's. */
export const retryDelay = (attempt: number): number => Math.min(MINUTE * 2 ** attempt, 4 * HOUR);

/** How long a custom action may take to answer (the newer text of facts §7). */
export const ACTION_MILLISECONDS = 10_000;

/** An answer of a custom action beyond this is a transient failure; the real number is unknown. */
export const ACTION_ANSWER_BYTES = 1_000_000;

/** Scheduled workflows run at most this often (facts §9). */
export const SHORTEST_INTERVAL = 10 * MINUTE;

/**
 * The task id of a trigger or action of our own app in an export isn't publicly known. The lab takes every id of an unknown
 * task whose last part is the handle of an extension of ours.
 */
export const handleOf = (taskId: string): string => taskId.split(/::|\//).at(-1) ?? taskId;

/** What the project writes into a file until it learned an id; Flow itself would refuse it. */
export const isDraftId = (taskId: string): boolean => taskId.startsWith('unlearned::');
