import type {Api} from '@shopify/ui-extensions/admin.order-details.action.render';
import {adminHost} from './admin-host.ts';
import type {Host} from './host.ts';

/** The host of an action on an order's page. */
export function actionHost(shopify: Api): Host {
  return {...adminHost(shopify), orderId: shopify.data.selected[0]?.id ?? null, close: () => shopify.close()};
}
