/// <reference types="@shopify/ui-extensions/admin.app.home.render" />
import type {Api} from '@shopify/ui-extensions/admin.app.home.render';
// In this order what resembles lies together, which compresses better.
import {render} from 'preact';
import 'preact/jsx-runtime';
import {homeHost} from '../../../src/ui/app-home/home-host.ts';
import {AppHome} from '../../../src/ui/app-home/AppHome.tsx';

declare const shopify: Api;

/** Shopify calls this when staff open the app: recipes, what waits, and the set-up. */
export default async function appHome(): Promise<void> {
  render(<AppHome host={homeHost(shopify)} />, document.body);
}
