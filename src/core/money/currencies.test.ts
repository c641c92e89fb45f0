import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {InputError} from '../errors.ts';
import {digitsOf} from './currencies.ts';

const schema = readFileSync(new URL('../../../graphql/schema/2026-07.graphql', import.meta.url), 'utf8');
const shopifyCodes = [
  ...(/enum CurrencyCode \{([^}]+)\}/.exec(schema)?.[1] ?? '').matchAll(/^\s*([A-Z]{3,4})\b/gm),
].map((match) => String(match[1]));

describe('digitsOf', () => {
  it.each([
    [0, 'JPY KRW CLP VND ISK UGX XAF XOF XPF PYG RWF BIF DJF GNF KMF VUV'],
    [2, 'EUR USD GBP IDR HUF TWD MGA MRU COP'],
    [3, 'KWD BHD OMR JOD TND IQD LYD'],
    [4, 'CLF UYW'],
  ])('knows the currencies with %i digits', (digits, codes) => {
    for (const code of codes.split(' ')) expect([code, digitsOf(code)]).toEqual([code, digits]);
  });

  it("knows every one of Shopify's currencies, save the two that no order is kept in", () => {
    expect(shopifyCodes.length).toBeGreaterThanOrEqual(160);
    const unknown = shopifyCodes.filter((code) => {
      try {
        digitsOf(code);
        return false;
      } catch {
        return true;
      }
    });
    expect(unknown.toSorted()).toEqual(['USDC', 'XXX']);
  });

  it.each(['', 'eur', 'EURO', 'XXX', 'toString'])('refuses %j', (code) => {
    expect(() => digitsOf(code)).toThrow(InputError);
  });

  it('names field, value and fix', () => {
    expect(() => digitsOf('EUX', 'order.currencyCode')).toThrow(
      `order.currencyCode: "EUX" can't be used. Write an ISO 4217 code such as EUR, USD or JPY.`,
    );
  });
});
