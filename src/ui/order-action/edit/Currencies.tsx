import type {CurrencyView} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';

/** Both rates with source and age, and what the refund is worth to the shop: only where an order knows two currencies. */
export function Currencies({view, to, words}: {view: CurrencyView; to: string; words: Words}) {
  const {saleRate, dayRate, shopAtSale, shopToday} = view;
  const from = shopAtSale.currency;
  const lines = [
    words.t('action.gets.saleRateLine', {from, to, rate: words.rate(saleRate)}),
    dayRate
      ? words.t('action.gets.dayRateLine', {
          from,
          to,
          rate: words.rate(dayRate.rate),
          source: words.t(`action.gets.${dayRate.source}`),
          at: words.dateTime(dayRate.at),
        })
      : words.t('action.gets.dayRateUnknown'),
    shopAtSale.minor > 0 &&
      words.t(`action.gets.${shopToday ? 'worth' : 'worthAtSale'}`, {
        atSale: shopAtSale,
        today: shopToday || undefined,
      }),
  ];
  return (
    <s-stack gap="none">
      {lines.map(
        (line) =>
          line && (
            <s-text key={line} color="subdued">
              {line}
            </s-text>
          ),
      )}
    </s-stack>
  );
}
