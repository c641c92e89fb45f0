/// <reference types="@shopify/ui-extensions/admin.order-details.block.render" />
import type {Api} from '@shopify/ui-extensions/admin.order-details.block.render';
// In this order what resembles lies together, which compresses better.
import {render} from 'preact';
import 'preact/jsx-runtime';
import {blockHost} from '../../../src/ui/order-block/host.ts';
import {OrderBlock} from '../../../src/ui/order-block/OrderBlock.tsx';

declare const shopify: Api;

/** Shopify calls this when an order's page shows the block. */
export default async function orderRefundBlock(): Promise<void> {
  render(<OrderBlock host={blockHost(shopify)} />, document.body);
}
