import {describe, expect, it} from 'vitest';
import {createI18n} from './i18n.ts';

const MESSAGES = {
  'lines.one': '{{count}} regel',
  'lines.other': '{{count}} regels',
  hello: 'Hallo {{who}}, {{missing}}',
};

describe('createI18n', () => {
  const i18n = createI18n('nl', MESSAGES);

  it('picks the plural by the language and writes the count as the language does', () => {
    expect(i18n.translate('lines', {count: 1})).toBe('1 regel');
    expect(i18n.translate('lines', {count: 2500})).toBe('2.500 regels');
  });

  it('fills in what is given and shows what is not', () => {
    expect(i18n.translate('hello', {who: 'Noor'})).toBe('Hallo Noor, {{missing}}');
  });

  it('answers pieces as soon as a replacement is a component', () => {
    const component = {type: 's-text'};
    expect(i18n.translate('hello', {who: component, missing: 'dag'})).toEqual(['Hallo ', component, ', ', 'dag']);
  });

  it('refuses a key that no locale file has', () => {
    expect(() => i18n.translate('nothing')).toThrow('The locale files have no words for "nothing".');
  });

  it('formats amounts and numbers in the admin’s language', () => {
    expect(i18n.formatCurrency(1234.5, {currency: 'EUR'})).toBe('€\u00a01.234,50');
    expect(i18n.formatNumber(0.5, {inExtensionLocale: true})).toBe('0,5');
  });
});
