import type {Api} from '@shopify/ui-extensions/admin.order-details.block.render';
import {adminHost} from '../admin-host.ts';
import type {Host} from '../host.ts';

/** What the block may touch outside. It can't close itself, but it can open the action on the same page. */
export interface BlockHost extends Omit<Host, 'close' | 'storage'> {
  openAction(): void;
}

/** The handle stands in extensions/order-refund/shopify.extension.toml. */
const ACTION = 'extension://order-refund';

export function blockHost(shopify: Api): BlockHost {
  return {
    ...adminHost(shopify),
    orderId: shopify.data.selected[0]?.id ?? null,
    openAction: () => shopify.navigation.navigate(ACTION),
  };
}
