import type {OrderSnapshot} from '../core/index.ts';
import {currenciesOf, tagsOf} from './admin-order.ts';
import {noMoney, signedPair} from './money.ts';
import {children, optionalText, text, type Node} from './read.ts';

/**
 * An order without its lines, payments and refunds: enough for a gift that is not a part of what was paid. Everything that would
 * be refunded from it reads as nothing.
 * @throws InputError that names the field of anything missing or malformed
 */
export function bareSnapshot(order: Node): OrderSnapshot {
  const currencies = currenciesOf(order);
  const nothing = noMoney(currencies);
  const net = signedPair(order, 'netPaymentSet', currencies);
  return {
    id: text(order, 'id'),
    name: text(order, 'name'),
    updatedAt: text(order, 'updatedAt'),
    createdAt: text(order, 'createdAt'),
    currency: currencies.presentment,
    shopCurrency: currencies.shop,
    taxesIncluded: true,
    cancelled: optionalText(order, 'cancelledAt') !== null,
    financialStatus: null,
    tags: tagsOf(order),
    customerLocale: null,
    creditOwner: null,
    storeCreditEnabled: null,
    lines: [],
    shipping: [],
    shippingRefunded: nothing,
    tip: nothing,
    payments: [],
    refunds: [],
    openReturns: [],
    disputes: children(order, 'disputes').map((dispute) => ({status: text(dispute, 'status')})),
    cashRounding: nothing,
    total: nothing,
    received: nothing,
    refunded: nothing,
    netPayment: net,
  };
}
