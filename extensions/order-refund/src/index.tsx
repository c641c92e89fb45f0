/// <reference types="@shopify/ui-extensions/admin.order-details.action.render" />
import type {Api} from '@shopify/ui-extensions/admin.order-details.action.render';
// In this order what resembles lies together, which compresses better.
import {render} from 'preact';
import 'preact/jsx-runtime';
import {actionHost} from '../../../src/ui/action-host.ts';
import {RefundAction} from '../../../src/ui/order-action/RefundAction.tsx';

declare const shopify: Api;

/** Shopify calls this when staff open *Refund with a recipe* on an order. */
export default async function orderRefund(): Promise<void> {
  render(<RefundAction host={actionHost(shopify)} />, document.body);
}
