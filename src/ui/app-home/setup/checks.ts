import {MetafieldsSet, OrdersToTry, ShopSetup} from '../../../../graphql/generated/operations.ts';
import {AdminError} from '../../../execution/admin/error.ts';
import type {HomeHost} from '../home-host.ts';
import {patient} from '../load.ts';

/** What the app asks for in its config; held to it by a test. */
export const NEEDED_SCOPES: readonly string[] = [
  'write_orders',
  'read_returns',
  'read_customers',
  'read_locations',
  'read_store_credit_accounts',
  'write_store_credit_account_transactions',
  'write_gift_cards',
];

export interface Check {
  readonly code: 'storeCredit' | 'customerAccounts' | 'scopes' | 'oldOrders' | 'rights' | 'flow';
  /** `absent`: needed only by some; `unknown`: an app can't see it. */
  readonly state: 'good' | 'mend' | 'absent' | 'unknown';
  readonly missing?: string;
}

export interface ShopCheck {
  readonly checks: readonly Check[];
  /** Currencies that customers can pay in, without the shop's own. */
  readonly currencies: readonly string[];
}

/** What refunds need of the shop, as far as an app can see it. @throws AdminError */
export async function checkShop(host: HomeHost): Promise<ShopCheck> {
  const {data} = await patient(host).request(ShopSetup, {});
  const granted = new Set(data.currentAppInstallation.accessScopes.map(({handle}) => handle));
  // The right to write includes the right to read.
  const missing = NEEDED_SCOPES.filter(
    (scope) => !granted.has(scope) && !granted.has(scope.replace(/^read_/, 'write_')),
  );
  const good = (yes: boolean): Check['state'] => (yes ? 'good' : 'mend');
  const {customerAccountsVersion} = data.shop.customerAccountsV2;
  return {
    checks: [
      {code: 'storeCredit', state: good(data.storeCreditConfiguration.storeCreditEnabled)},
      {code: 'customerAccounts', state: good(customerAccountsVersion !== 'CLASSIC')},
      {code: 'scopes', state: good(missing.length === 0), missing: missing.join(', ')},
      {code: 'oldOrders', state: granted.has('read_all_orders') ? 'good' : 'absent'},
      {code: 'rights', state: 'unknown'},
      {code: 'flow', state: 'unknown'},
    ],
    currencies: data.shop.enabledPresentmentCurrencies.filter((code: string) => code !== data.shop.currencyCode),
  };
}

/**
 * Whether whoever is signed in may note on an order that a refund is under way. Asks Shopify to change a note that isn't there,
 * under a digest that nothing has: who has the right hears that the note is stale, who hasn't hears that; nothing is written.
 * Whether they may refund can't be asked without refunding.
 * @returns null where the shop has no order to ask with. @throws AdminError
 */
export async function mayNote(host: HomeHost): Promise<boolean | null> {
  const admin = patient(host);
  const [order] = (await admin.request(OrdersToTry, {query: null})).data.orders.nodes;
  if (!order) return null;
  const probe = {ownerId: order.id, namespace: 'refund_recipes', key: 'rights', type: 'json', value: '{}'};
  try {
    await admin.request(MetafieldsSet, {metafields: [{...probe, compareDigest: 'never'}]});
    return true;
  } catch (error) {
    if (error instanceof AdminError && error.kind === 'accessDenied') return false;
    throw error;
  }
}
