import {PRESETS} from '../core/index.ts';
import en from './en.json' with {type: 'json'};
import nl from './nl.json' with {type: 'json'};

type Tree = {readonly [key: string]: string | Tree};

/**
 * What an extension has from its locale files, for whoever has none (the function behind Flow's actions): the customer's
 * message in every language, the presets' titles, and which language this is. Anything else is empty.
 */
export function translateIn(language: 'en' | 'nl') {
  const preset = Object.fromEntries(
    PRESETS.map(({handle, title}) => [handle, {title: title[language] ?? title.en}] as const),
  );
  const words: Tree = {language, message: {en, nl}, preset};
  return (key: string, parameters: Readonly<Record<string, string | number>> = {}): string => {
    const text = key
      .split('.')
      .reduce<string | Tree | undefined>((inside, name) => (typeof inside === 'object' ? inside[name] : ''), words);
    if (typeof text !== 'string') return '';
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(parameters[name] ?? ''));
  };
}
