import {EN} from './words.en.ts';
import {NL} from './words.nl.ts';

export type Language = 'en' | 'nl';
export type WordCode = keyof typeof EN;
export type Words = Readonly<Record<WordCode, string>>;
export type WordParameters = Readonly<Record<string, string | number>>;

export function isWordCode(text: string): text is WordCode {
  return Object.hasOwn(EN, text);
}

const WORDS: Readonly<Record<Language, Words>> = {en: EN, nl: NL};
/** Room for the handles of a shop's recipes. */
const MOST_CHARACTERS = 400;

/** Words in one language, their parameters filled in; a parameter is cut where it is long. */
export function wordsIn(language: Language): (code: WordCode, parameters?: WordParameters) => string {
  return (code, parameters = {}) =>
    WORDS[language][code].replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => {
      const text = String(parameters[name] ?? '');
      return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
    });
}
