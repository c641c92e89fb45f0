import {convert, invert} from '../../money/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import type {Choices} from '../../recipe/types.ts';
import type {Flow} from '../draft.ts';
import {dayRate, saleRate} from '../rates.ts';
import type {CurrencyView} from '../types.ts';
import {atSale} from './totals.ts';

/**
 * Both currencies of an order that was paid in another than the shop's: Shopify refunds in the customer's, at the rate of the
 * day, so the shop pays or gains the difference (design §4.8). Null where there is only one currency.
 */
export function currencyView(order: OrderSnapshot, choices: Choices, flows: readonly Flow[]): CurrencyView | null {
  if (order.currency === order.shopCurrency) return null;
  const minor = flows.reduce((all, flow) => all + (flow.kind === 'refundToOriginalPayment' ? flow.minor : 0), 0);
  const today = dayRate(choices);
  const {dayRate: known} = choices;
  return {
    saleRate: saleRate(order),
    dayRate: today && known ? {rate: today, source: known.source, at: known.at} : null,
    shopAtSale: atSale(order, minor),
    shopToday: today ? convert({minor, currency: order.currency}, invert(today), order.shopCurrency, 'halfUp') : null,
  };
}
