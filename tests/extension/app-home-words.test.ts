import {describe, expect, it} from 'vitest';
import type {Fault, FaultCode} from '../../src/core/index.ts';
import {RECIPE_FIELDS} from '../../src/core/recipe/fields.ts';
import {optionWords, labelOf} from '../../src/ui/app-home/recipes/Field.tsx';
import {faultText} from '../../src/ui/app-home/recipes/issues.ts';
import {createWords} from '../../src/ui/words/words.ts';
import {askedIn, shipped, translator} from './words.ts';

const FILES = {en: 'en.default.json', nl: 'nl.json'} as const;
const texts = (language: 'en' | 'nl') => shipped('app-home', FILES[language]);
const plain = (key: string): string => key.replace(/\.(one|other)$/, '');
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

const asked = askedIn(
  'src/ui/{app-home,waiting}/**/*.{ts,tsx}',
  'home|block|action|class|component|destination|problem',
);

describe('the words of App Home', () => {
  it('are there for every key that the code asks for', () => {
    expect(asked.length).toBeGreaterThan(120);
    const keys = [...texts('en').keys()].map(plain);
    const lost = asked.filter((key) => {
      const shape = key.replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '\\w+');
      return !keys.some((known) => new RegExp(`^${shape}(\\..+)?$`).test(known));
    });
    expect(lost).toEqual([]);
  });

  it('have the same keys and placeholders in both languages', () => {
    const [en, nl] = [texts('en'), texts('nl')];
    expect([...nl.keys()]).toEqual([...en.keys()]);
    for (const [key, text] of en) expect([key, placeholders(nl.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('have nothing empty, and no English left in Dutch', () => {
    const [en, nl] = [texts('en'), texts('nl')];
    expect([...en, ...nl].filter(([, text]) => text.trim() === '')).toEqual([]);
    const same = [...en].filter(([key, text]) => key.startsWith('home.') && text.includes(' ') && nl.get(key) === text);
    expect(same.map(([key]) => key)).toEqual(['home.heading', 'home.rates.value', 'home.check.flow.name']);
  });
});

const CODES: readonly FaultCode[] = [
  'object',
  'unknown',
  'twice',
  'gestureAsRefund',
  'withoutBonus',
  'otherAmount',
  'valueOfRemaining',
  'valueMissing',
  'percentage',
  'otherKinds',
  'capOfFixed',
  'rateWithoutShop',
  'followsOrder',
  'kindTwice',
  'feeWithoutItems',
  'amountBesideItems',
  'bonusAlone',
];

describe.each(['en', 'nl'] as const)('the fields of a recipe (%s)', (language) => {
  const words = createWords({
    translate: translator(texts(language)),
    formatCurrency: String,
    formatNumber: String,
    formatDate: String,
  });

  it.each(RECIPE_FIELDS.filter(({path}) => !path.endsWith('[]')))('have a name: $path', ({path}) => {
    expect(labelOf(path, words)).toMatch(/\S/);
  });

  it.each(
    RECIPE_FIELDS.flatMap(({path, type, values = []}) =>
      type === 'choice' ? values.map((value) => [path, value]) : [],
    ),
  )('have words for a choice: %s %s', (path, value) => {
    expect(optionWords(path ?? '', value ?? '', words)).toMatch(/\S/);
  });

  it.each(RECIPE_FIELDS)('have words for what is wrong with $path', (rule) => {
    const fault: Fault = {field: `recipe.${rule.path}`, value: null, code: 'wrong', rule};
    expect(faultText(fault, words)).toMatch(/\S/);
    expect(faultText({...fault, value: undefined}, words)).toBe(words.t('home.issue.required'));
  });

  it.each(CODES)('have words for %s', (code) => {
    expect(faultText({field: 'recipe.parts[0].kind', value: 'bonus', code, known: ['items']}, words)).toMatch(/\S/);
  });
});
