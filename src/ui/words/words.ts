import {digitsOf} from '../../core/money/currencies.ts';
import type {Money, Ratio} from '../../core/money/types.ts';
import type {HostI18n} from '../host.ts';

type Parameter = string | number | Money | readonly string[] | undefined;

/** A reason, warning, stop or problem: a code, and what its words need. */
interface Coded {
  readonly code: string;
  readonly [parameter: string]: Parameter;
}

/** All that a screen says goes through here: translated, with money and dates as the staff member reads them. */
export interface Words {
  /** @param parameters money is written out; lists are joined */
  t(key: string, parameters?: Readonly<Record<string, Parameter>>): string;
  /** The words under `section` for a code, for example `warning.beyondTotal`. */
  coded(section: string, notice: Coded): string;
  money(amount: Money): string;
  dateTime(iso: string): string;
  /** Five significant digits: shows, never computes. */
  rate(rate: Ratio): string;
  /** The language that the words are in. */
  readonly language: 'en' | 'nl';
}

/**
 * @param explicit names the currency's code behind each amount: for orders that know two currencies, whose symbols ($) may
 * look the same
 */
export function createWords(i18n: HostI18n, explicit = false): Words {
  const money = (amount: Money): string => {
    const digits = digitsOf(amount.currency);
    // Division only shows: a double holds every safe integer's decimals closely enough for the host to print them exactly.
    const text = i18n.formatCurrency(amount.minor / 10 ** digits, {
      currency: amount.currency,
      minimumFractionDigits: digits,
      // With its code behind it the short sign is enough: $ 22,94 USD, not US$ 22,94 USD.
      ...(explicit ? {currencyDisplay: 'narrowSymbol'} : {}),
    });
    return explicit && !text.includes(amount.currency) ? `${text} ${amount.currency}` : text;
  };
  const written = (value: Parameter): string | number => {
    if (typeof value === 'object' && 'minor' in value) return money(value);
    if (typeof value === 'object') return value.join(', ');
    return value ?? '';
  };
  const t: Words['t'] = (key, parameters = {}) =>
    i18n.translate(key, Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, written(value)])));
  return {
    t,
    coded: (section, {code, ...parameters}) => {
      const {kind} = parameters;
      const part = section === 'stop' && typeof kind === 'string' ? {kind: t(`component.${kind}`)} : {};
      return t(`${section}.${code}`, {...parameters, ...part});
    },
    money,
    dateTime: (iso) => i18n.formatDate(new Date(iso), {dateStyle: 'medium', timeStyle: 'short'}),
    rate: (rate) => i18n.formatNumber(rate.numerator / rate.denominator, {maximumSignificantDigits: 5}),
    language: i18n.translate('language') === 'nl' ? 'nl' : 'en',
  };
}
