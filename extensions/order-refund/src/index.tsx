/// <reference types="@shopify/ui-extensions/admin.order-details.action.render" />
import type {Api} from '@shopify/ui-extensions/admin.order-details.action.render';
// First: what resembles lies together then, which compresses better.
import {actionHost} from '../../../src/ui/action-host.ts';
import {render} from 'preact';
import {RefundAction} from '../../../src/ui/order-action/RefundAction.tsx';

declare const shopify: Api;

/** Shopify calls this when staff open *Refund with a recipe* on an order. */
export default async function orderRefund(): Promise<void> {
  render(<RefundAction host={actionHost(shopify)} />, document.body);
}
