/**
 * What one unit of a currency is worth today. Shopify has no query for it: a refund, or a payment booked later, just uses it.
 */
import {compare, dec, multiply, round, ZERO} from '../decimal.ts';
import {digitsOf} from '../money.ts';
import type {Store} from '../store.ts';
import {decimalOf} from './minor.ts';
import type {OrderRecord, Pair} from './model.ts';
import {atRatioOf} from './pair.ts';
import {total} from './totals.ts';

export function migrateRates(store: Store): void {
  store.exec(
    'CREATE TABLE IF NOT EXISTS todays_rates (currency TEXT, shop_currency TEXT, rate TEXT NOT NULL, PRIMARY KEY (currency, shop_currency)) STRICT',
  );
}

/**
 * Sets today's rate.
 * @param rate units of `shopCurrency` for one unit of `currency`, a decimal string
 * @throws Error unless the rate is above zero
 */
export function setTodaysRate(store: Store, currency: string, shopCurrency: string, rate: string): void {
  if (compare(dec(rate), ZERO) <= 0) throw new Error(`A rate has to be above zero: ${rate}`);
  store.run(
    'INSERT OR REPLACE INTO todays_rates (currency, shop_currency, rate) VALUES (?, ?, ?)',
    currency,
    shopCurrency,
    rate,
  );
}

export const todaysRates = (store: Store): {currency: string; shop_currency: string; rate: string}[] =>
  store.all('SELECT currency, shop_currency, rate FROM todays_rates ORDER BY currency, shop_currency');

/** A sum in the customer's currency with its shop side at today's rate, half up (assumption 10). */
export function today(store: Store, order: OrderRecord, customer: number): Pair {
  if (order.currency === order.presentmentCurrency) return {shop: customer, customer};
  const entry = store.get<{rate: string}>(
    'SELECT rate FROM todays_rates WHERE currency = ? AND shop_currency = ?',
    order.presentmentCurrency,
    order.currency,
  );
  if (!entry) return atRatioOf(total(order), customer);
  const exact = multiply(decimalOf(customer, order.presentmentCurrency), dec(entry.rate));
  return {shop: Number(round(exact, digitsOf(order.currency)).units), customer};
}
