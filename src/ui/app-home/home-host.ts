import type {Api} from '@shopify/ui-extensions/admin.app.home.render';
import {adminHost} from '../admin-host.ts';
import type {Host} from '../host.ts';

/** What App Home hands down to its pieces. */
export interface HomeHost extends Omit<Host, 'orderId' | 'close'> {
  /** A few words at the bottom of the page that go by themselves. */
  toast(message: string): void;
}

export function homeHost(shopify: Api): HomeHost {
  const toast = (message: string): void => {
    shopify.toast.show(message);
  };
  return {...adminHost(shopify), toast};
}
