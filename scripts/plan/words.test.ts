import {describe, expect, it} from 'vitest';
import english from '../../src/ui/locales/plan.en.json' with {type: 'json'};
import dutch from '../../src/ui/locales/plan.nl.json' with {type: 'json'};
import {planWords} from './words.ts';

type Tree = {readonly [key: string]: string | Tree};

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => String(name)).toSorted();
}

describe('words of a plan', () => {
  it('are the same ones in both languages, with the same placeholders', () => {
    const shape = (tree: Tree) => leaves(tree).map(([key, text]) => [key, placeholders(text)]);
    expect(shape(dutch)).toEqual(shape(english));
  });

  it('write money with its currency and grouped digits, lists with commas, one and many', () => {
    const en = planWords('en');
    const amount = {minor: 123456789, currency: 'EUR'};
    expect(en.say('warning.refundPending', {amount})).toBe(
      'An earlier refund of EUR 1,234,567.89 is still on its way.',
    );
    expect(planWords('nl').digits(amount)).toBe('1.234.567,89');
    expect(en.digits({minor: 1250, currency: 'KWD'})).toBe('1.250');
    expect(en.digits({minor: -1250, currency: 'JPY'})).toBe('-1,250');
    expect(en.say('stop.itemsAlreadyRefunded', {lines: ['A', 'B']})).toBe('Fewer units are left than you chose: A, B.');
    expect(en.say('reason.itemsReturned', {count: 1})).toBe('1 unit, at the price that was paid');
    expect(en.say('reason.itemsReturned', {count: 2})).toBe('2 units, at the price that was paid');
  });

  it('name the part whose amount is missing', () => {
    const stop = {code: 'amountMissing', kind: 'returnLabel'};
    expect(planWords('en').say('stop.amountMissing', stop)).toBe('An amount still has to be filled in: Return label.');
    expect(planWords('nl').say('stop.amountMissing', stop)).toBe(
      'Er moet nog een bedrag worden ingevuld: Retourlabel.',
    );
  });

  it('are never a code', () => {
    expect(() => planWords('en').say('reason.unheardOf')).toThrow('No words for reason.unheardOf');
  });
});
