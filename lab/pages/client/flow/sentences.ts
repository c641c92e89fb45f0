/** What the lab's Flow says, in the language of the page. */
import {sentenceOf} from '../../../flow/said.ts';
import type {Said} from '../../../flow/types.ts';
import {useSession} from '../session.ts';
import type {Language} from '../words.ts';
import {Refused} from './api.ts';
import {DUTCH} from './dutch/index.ts';

/** What has no Dutch stays as it is: words of Shopify or of a script. */
export function inLanguage(said: Said, language: Language): string {
  return language === 'nl' ? sentenceOf(said, (english) => DUTCH[english] ?? english) : sentenceOf(said);
}

export interface Sentences {
  /** @param said nothing for what an older lab wrote down in English only */
  told(said: Said | null | undefined, english: string): string;
  /** What went wrong. */
  wrong(error: unknown): string;
}

export function useSentences(): Sentences {
  const {language} = useSession();
  const told: Sentences['told'] = (said, english) => (said ? inLanguage(said, language) : english);
  return {
    told,
    wrong: (error) =>
      error instanceof Error ? told(error instanceof Refused ? error.said : null, error.message) : String(error),
  };
}
