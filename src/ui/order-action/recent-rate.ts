import {RecentOrderRates} from '../../../graphql/generated/operations.ts';
import {type Choices, mulDiv, type OrderSnapshot, parseMoney} from '../../core/index.ts';
import {digitsOf} from '../../core/money/index.ts';
import type {AdminApi} from '../../execution/types.ts';

type DayRate = NonNullable<Choices['dayRate']>;

/** Older than this says nothing about today. */
const FRESH_MS = 7 * 24 * 3_600_000;
/** Decimals of the rate. */
const DIGITS = 6;

/**
 * Today's rate as the shop's newest other order in the same two currencies shows it, or null: never invented. Shopify itself
 * tells no rate before a refund.
 * @param now milliseconds since 1970
 * @throws AdminError
 */
export async function recentRate(admin: AdminApi, order: OrderSnapshot, now: number): Promise<DayRate | null> {
  const {data} = await admin.request(RecentOrderRates, {after: null});
  for (const {id, createdAt, totalPriceSet} of data.orders.nodes) {
    const {shopMoney, presentmentMoney} = totalPriceSet;
    const same = presentmentMoney.currencyCode === order.currency && shopMoney.currencyCode === order.shopCurrency;
    if (!same || id === order.id || now - Date.parse(createdAt) > FRESH_MS) continue;
    const shop = parseMoney(shopMoney.amount, order.shopCurrency).minor;
    const presentment = parseMoney(presentmentMoney.amount, order.currency).minor;
    if (shop === 0 || presentment === 0) continue;
    // At most four digits apart (KWD and JPY are three), so the exponent stays above zero.
    const rate = mulDiv(
      presentment,
      10 ** (DIGITS + digitsOf(order.shopCurrency) - digitsOf(order.currency)),
      shop,
      'halfUp',
    );
    const text = String(rate).padStart(DIGITS + 1, '0');
    return {value: `${text.slice(0, -DIGITS)}.${text.slice(-DIGITS)}`, source: 'recentOrders', at: createdAt};
  }
  return null;
}
