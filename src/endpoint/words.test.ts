import {describe, expect, it} from 'vitest';
import {EN} from './words.en.ts';
import {NL} from './words.nl.ts';
import {wordsIn} from './words.ts';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

describe('the words', () => {
  it.each(Object.keys(EN) as (keyof typeof EN)[])('%s say the same in Dutch, with the same parameters', (code) => {
    expect(placeholders(NL[code])).toEqual(placeholders(EN[code]));
    expect(NL[code]).not.toBe(EN[code]);
  });

  it('take their parameters as text, cut where it is long', () => {
    expect(wordsIn('en')('unknownAction', {handle: '{{handle}} $&'})).toContain('“{{handle}} $&”');
    expect(wordsIn('nl')('recipeOff', {recipe: 'x'.repeat(500)})).toContain(`‘${'x'.repeat(399)}…’`);
  });
});
