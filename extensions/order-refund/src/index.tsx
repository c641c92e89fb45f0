/// <reference types="@shopify/ui-extensions/admin.order-details.action.render" />
import type {Api} from '@shopify/ui-extensions/admin.order-details.action.render';
import {render} from 'preact';
import {RefundAction} from '../../../src/ui/order-action/RefundAction.tsx';
import {actionHost} from '../../../src/ui/action-host.ts';

declare const shopify: Api;

/** Shopify calls this when staff open *Refund with a recipe* on an order. */
export default async function orderRefund(): Promise<void> {
  render(<RefundAction host={actionHost(shopify)} />, document.body);
}
