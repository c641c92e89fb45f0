import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {amountOf, oneOfThese, percentOf, switchOf, textOf, wholeOf, wordsOf} from './constants.ts';
import {Date as FlowDate} from './date.ts';
import {dayText, momentOf, momentText} from './days.ts';
import {jsonText, safeText} from './json.ts';
import {TextEncoder as FlowEncoder} from './text-encoder.ts';

describe('days', () => {
  it.each([
    ['1970-01-01', 0],
    ['2026-11-22T10:00:00Z', 1_795_341_600_000],
    ['2026-11-22T10:00:00.250Z', 1_795_341_600_250],
    ['2026-11-22T12:00:00+02:00', 1_795_341_600_000],
    ['2026-11-22T04:30:00-0530', 1_795_341_600_000],
    ['2028-02-29', 1_835_395_200_000],
    ['2026-12-31', 1_798_675_200_000],
  ])('%s', (text, moment) => {
    expect(momentOf(text, 'at')).toBe(moment);
  });

  it('are the language’s own', () => {
    const any = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(any, (date) => {
        const text = `${date.toISOString().slice(0, 19)}Z`;
        expect(momentOf(text, 'at')).toBe(Date.parse(text));
        expect(momentText(date.getTime())).toBe(text);
        expect(dayText(date.getTime())).toBe(text.slice(0, 10));
      }),
    );
  });

  it.each([
    '',
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-12-32',
    '22-11-2026',
    '2026-11-22T25:00:00Z',
    '2026-11-22T10:60:00Z',
    '2026-11-22T10:00:60Z',
    'now',
    null,
    5,
  ])('%j is no time', (text) => {
    expect(() => momentOf(text, 'order.at')).toThrow(/^order\.at: /);
    expect(FlowDate.parse(String(text))).toBeNaN();
  });
});

describe('TextEncoder', () => {
  it('writes what the platform’s own writes', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 40}), (text) => {
        expect([...new FlowEncoder().encode(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
    expect([...new FlowEncoder().encode('a\ud800b')]).toEqual([...new TextEncoder().encode('a\ud800b')]);
    const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(hex(new FlowEncoder().encode('Zoë €'))).toBe(hex(new TextEncoder().encode('Zoë €')));
  });
});

describe('JSON within a request', () => {
  it('brings back what went in, and never holds Liquid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '%', '}', '"', '\\', '\n', 'a', '{{', '{%')).map((parts) => parts.join('')),
        (text) => {
          const json = jsonText({reason: text, list: [{text}]});
          expect(JSON.parse(json)).toEqual({reason: text, list: [{text}]});
          expect(json).not.toMatch(/\{[{%]/);
        },
      ),
    );
  });
});

describe('a sentence', () => {
  it('stands in JSON and in a mail as it is', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 40}), (text) => {
        const said = safeText(text);
        expect(JSON.parse(`"${said}"`)).toBe(said);
        expect(said).not.toMatch(/\{[{%]|[\ud800-\udfff]/u);
      }),
    );
  });

  it.each([
    ['AT_MOST: "1,00" can\'t be used.', "AT_MOST: '1,00' can't be used."],
    ['Shopify says: Not "now"\r\n', "Shopify says: Not 'now'  "],
    ['a\\b {{ shop.name }}{% if %}', 'a b { { shop.name }}{ % if %}'],
    ['half \ud83d of 😀\u2028', 'half   of 😀 '],
  ])('%j', (text, said) => {
    expect(safeText(text)).toBe(said);
  });
});

describe('a constant that was edited badly', () => {
  const message = (work: () => unknown) => {
    try {
      return String(work());
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    [
      () => amountOf({A: '7,45'}, 'A', 'EUR'),
      'A: "7,45" can\'t be used. Write digits with a point before the decimals and nothing else, for example 7.45.',
    ],
    [() => amountOf({A: 7.45}, 'A', 'EUR'), 'A: 7.45 can\'t be used. Write it as text, for example "7.45".'],
    [() => amountOf({A: '0'}, 'A', 'EUR'), 'A: "0" can\'t be used. Write an amount above zero.'],
    [
      () => amountOf({A: '7.45'}, 'A', 'JPY'),
      'A: "7.45" can\'t be used. Write a whole number: JPY has no smaller unit.',
    ],
    [() => amountOf({}, 'A', 'EUR'), 'A: is missing. Write it as text, for example "7.45".'],
    [
      () => percentOf({A: '0'}, 'A'),
      'A: "0" can\'t be used. Write a percentage above 0 and at most 100 between quotes, for example "10".',
    ],
    [
      () => percentOf({A: '101'}, 'A'),
      'A: "101" can\'t be used. Write a percentage above 0 and at most 100 between quotes, for example "10".',
    ],
    [
      () => percentOf({A: 10}, 'A'),
      'A: 10 can\'t be used. Write a percentage above 0 and at most 100 between quotes, for example "10".',
    ],
    [
      () => percentOf({A: '10,5'}, 'A'),
      'A: "10,5" can\'t be used. Write a percentage above 0 and at most 100 between quotes, for example "10".',
    ],
    [() => switchOf({A: 'true'}, 'A'), 'A: "true" can\'t be used. Write true or false, without quotes.'],
    [() => wholeOf({A: 1.5}, 'A', 1, 9), "A: 1.5 can't be used. Write a whole number from 1 to 9, without quotes."],
    [() => wordsOf({A: '  '}, 'A'), 'A: "" can\'t be used. Write a text between the quotes.'],
    [() => textOf({A: 5}, 'A'), "A: 5 can't be used. Write a text between quotes."],
    [() => oneOfThese({A: 'x'}, 'A', ['a', 'b']), 'A: "x" can\'t be used. Write one of a, b, between quotes.'],
    [() => percentOf({A: '12.5'}, 'A'), '12.5'],
    [() => amountOf({A: '7.4'}, 'A', 'EUR'), '7.40'],
  ])('%#', (work, said) => {
    expect(message(work)).toBe(said);
  });
});
