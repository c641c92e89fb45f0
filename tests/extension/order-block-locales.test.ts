import {describe, expect, it} from 'vitest';
import {summaryText} from '../../src/ui/order-block/summary-text.ts';
import type {Headline} from '../../src/ui/order-block/view.ts';
import {createWords} from '../../src/ui/words/words.ts';
import {askedIn, shipped, translator} from './words.ts';

const FILES = {en: 'en.default.json', nl: 'nl.json'} as const;
const words = (language: 'en' | 'nl') => shipped('order-refund-block', FILES[language]);
const plain = (key: string): string => key.replace(/\.(one|other)$/, '');

const asked = askedIn('src/ui/{order-block,waiting,words}/**/*.{ts,tsx}', 'block|action|destination');

describe('the words of the order block', () => {
  it('are there for every key that the code asks for', () => {
    expect(asked.length).toBeGreaterThan(60);
    const keys = [...words('en').keys()].map(plain);
    const lost = asked.filter((key) => {
      const shape = key.replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '\\w+');
      return !keys.some((known) => new RegExp(`^${shape}(\\..+)?$`).test(known));
    });
    expect(lost).toEqual([]);
  });

  it('are asked for, all of them', () => {
    const shapes = asked.map((key) => new RegExp(`^${key.replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`));
    const own = [...words('en').keys()].map(plain).filter((key) => key.startsWith('block.'));
    const coded = /^block\.summary(Short)?\./;
    expect(own.filter((key) => !coded.test(key) && !shapes.some((shape) => shape.test(key)))).toEqual([]);
  });

  it('have no English left in Dutch', () => {
    const nl = words('nl');
    const same = [...words('en')].filter(
      // The customer's message ships in every language, whatever staff read.
      ([key, text]) => text.includes(' ') && nl.get(key) === text && !key.startsWith('message.'),
    );
    expect(same.map(([key]) => key).filter((key) => key !== 'problem.input')).toEqual([]);
  });
});

const amounts = [
  {minor: 745, currency: 'EUR'},
  {minor: 123_456_789_012, currency: 'EUR'},
  {minor: 9_876_543_210, currency: 'KWD'},
];
const CODES = ['open', 'question', 'duplicate', 'owed', 'abandoned', 'pending', 'refunded'] as const;
const HEADLINES: readonly Headline[] = [
  ...(['untrusted', 'unfinished', 'requestUnreadable', 'nothing'] as const).map((code) => ({code})),
  ...CODES.flatMap((code) => amounts.map((amount) => ({code, amount}))),
  {code: 'requests', count: 1},
  {code: 'requests', count: 250},
];

describe.each(['en', 'nl'] as const)('the collapsed summary (%s)', (language) => {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const i18n = {
    translate: translator(words(language)),
    formatCurrency: (value: number, options: {currency: string; minimumFractionDigits: number}) =>
      new Intl.NumberFormat(locale, {style: 'currency', ...options}).format(value),
    formatNumber: String,
    formatDate: String,
  };

  it.each(HEADLINES)('fits into 30 characters: %j', (headline) => {
    const text = (explicit: boolean): string =>
      summaryText({name: 'ready', view: {headline}} as Parameters<typeof summaryText>[0], createWords(i18n, explicit));
    for (const one of [text(false), text(true)]) {
      expect(one.length).toBeGreaterThan(3);
      expect(one.length).toBeLessThanOrEqual(30);
    }
  });

  it('says the amount where there is room', () => {
    const view = {headline: {code: 'refunded', amount: amounts[0]}};
    const text = summaryText({name: 'ready', view} as Parameters<typeof summaryText>[0], createWords(i18n));
    expect(text.replaceAll('\u00a0', ' ')).toBe(language === 'nl' ? 'Terugbetaald: € 7,45' : 'Refunded: €7.45');
  });
});
