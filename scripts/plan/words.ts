import {toDecimal, type Money} from '../../src/core/index.ts';
import english from '../../src/ui/locales/plan.en.json' with {type: 'json'};
import dutch from '../../src/ui/locales/plan.nl.json' with {type: 'json'};
import type {Language} from './arguments.ts';

type Tree = {readonly [key: string]: string | Tree};

const WORDS: Readonly<Record<Language, Tree>> = {en: english, nl: dutch};

export interface PlanWords {
  readonly language: Language;
  /** @throws Error where there are no words for a key: a plan must never say a code */
  say(key: string, parameters?: Readonly<Record<string, unknown>>): string;
  /** Digits as the language writes them, without the currency. */
  digits(money: Money): string;
}

/** The same words as in the extension, filled in as Shopify's `i18n.translate` does. */
export function planWords(language: Language): PlanWords {
  const digits = (money: Money): string => {
    const [whole = '', decimals] = toDecimal(money).split('.');
    const [group, point] = language === 'nl' ? ['.', ','] : [',', '.'];
    return whole.replace(/\B(?=(\d{3})+$)/g, group) + (decimals === undefined ? '' : point + decimals);
  };
  const find = (key: string): string | Tree | undefined =>
    key
      .split('.')
      .reduce<string | Tree | undefined>(
        (tree, step) => (typeof tree === 'object' ? tree[step] : undefined),
        WORDS[language],
      );
  const written = (name: string, value: unknown): string => {
    if (name === 'kind') {
      const word = find(`component.${String(value)}`);
      return typeof word === 'string' ? word : String(value);
    }
    if (Array.isArray(value)) return value.join(', ');
    if (typeof value === 'object' && value !== null) {
      const money = value as Money;
      return `${money.currency} ${digits(money)}`;
    }
    return String(value);
  };
  return {
    language,
    digits,
    say(key, parameters = {}) {
      const found = find(key);
      const text = typeof found === 'object' ? found[parameters['count'] === 1 ? 'one' : 'other'] : found;
      if (typeof text !== 'string') throw new Error(`No words for ${key} in plan.${language}.json`);
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => written(name, parameters[name]));
    },
  };
}
