import {assemble} from '../locales.ts';

type Tree = {readonly [key: string]: string | Tree};

/** The order action's words in a language, as Shopify gives them; empty where there are none. */
export function wordsIn(language: 'en' | 'nl') {
  const words: Tree = assemble('order-refund', language);
  return (key: string, parameters: Readonly<Record<string, string | number>> = {}): string => {
    const text = key.split('.').reduce<string | Tree | undefined>((inside, name) => {
      return typeof inside === 'object' ? inside[name] : undefined;
    }, words);
    return typeof text === 'string'
      ? text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => `${parameters[name] ?? ''}`)
      : '';
  };
}
