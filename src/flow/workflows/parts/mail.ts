import {liquid, type Liquid, type Steps} from '../../builder/index.ts';
import type {Path} from '../../builder/path.ts';
import type {EnvironmentOrder, EnvironmentShop} from '../../environment/environment.types.ts';

/** The order that a mail is about, and the shop in whose admin it stands. */
export interface OrderOfShop<Scope> {
  readonly order: Path<EnvironmentOrder, Scope>;
  readonly shop: Path<EnvironmentShop, Scope>;
}

/** A mail to staff: its subject begins with the order's name, its last line opens the order in the admin. */
export function mailStaff<Known, Here>(
  steps: Steps<Known, Here>,
  words: string,
  {order, shop}: OrderOfShop<Known>,
  subject: Liquid<Known>,
  message: Liquid<Known>,
): void {
  steps.sendInternalEmail(words, {
    subject: liquid`Order ${order.name}: ${subject}`,
    message: liquid`${message}\n\nhttps://${shop.myshopifyDomain}/admin/orders/${order.legacyResourceId}`,
  });
}
