/** Sentences that a person reads, kept so that a page can say them in its own language: their Dutch stands with the pages' words. */
import type {Said} from './types.ts';

/** A sentence in English: say`There is no order ${name}.` */
export function say(texts: TemplateStringsArray, ...values: readonly (string | number | Said)[]): Said {
  const words = texts.reduce((before, text, at) => `${before}{${at - 1}}${text}`);
  return {words, values: values.map((value) => (typeof value === 'number' ? String(value) : value))};
}

/** Words from elsewhere, of Shopify or of a script for example: they stay as they are. */
export const verbatim = (text: string): Said => ({words: '{0}', values: [text]});

/**
 * A sentence with its values filled in.
 * @param inLanguage the words in the reader's language; left out: in English
 */
export function sentenceOf(
  {words, values}: Said,
  inLanguage: (english: string) => string = (english) => english,
): string {
  return inLanguage(words).replace(/\{(\d+)\}/g, (_hole, at: string) => {
    const value = values[Number(at)] ?? '';
    return typeof value === 'string' ? value : sentenceOf(value, inLanguage);
  });
}
