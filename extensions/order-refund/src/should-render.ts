/// <reference types="@shopify/ui-extensions/admin.order-details.action.should-render" />
import type {Api, Output} from '@shopify/ui-extensions/admin.order-details.action.should-render';

declare const shopify: Api;

/**
 * Shows the action on every single order. Shopify's sources disagree on whether a request may be awaited here, so the
 * answer needs none; where nothing can be refunded, the action itself says why. In doubt it shows.
 */
export default function shouldRender(): Awaited<Output> {
  const selected: unknown = shopify.data?.selected;
  return {display: !Array.isArray(selected) || selected.length <= 1};
}
