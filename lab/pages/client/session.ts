/** Who looks, in which language: kept in the browser, shared by all parts of the page. */
import {createContext} from 'preact';
import {useContext} from 'preact/hooks';
import type {LabConfig, StaffChoice} from './api.ts';
import type {Language, Words} from './words.ts';

export interface Session {
  config: LabConfig;
  language: Language;
  words: Words;
  staff: StaffChoice;
  /** Goes to another page without loading everything anew. */
  go(path: string): void;
  toast(message: string, isError?: boolean): void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session around this part of the page.');
  return session;
}

const LANGUAGE_KEY = 'refund-recipes-lab:language';
const STAFF_KEY = 'refund-recipes-lab:staff';

/** `?lang=nl` wins, then the last choice, then the browser's language. */
export function storedLanguage(): Language {
  const asked =
    new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(LANGUAGE_KEY) ?? navigator.language;
  return asked.startsWith('nl') ? 'nl' : 'en';
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE_KEY, language);
}

/** The last staff member chosen here, else the first. */
export function storedStaff(config: LabConfig): StaffChoice {
  const id = localStorage.getItem(STAFF_KEY);
  const found = config.staff.find((one) => one.id === id) ?? config.staff[0];
  if (!found) throw new Error('The lab has no staff.');
  return found;
}

export function storeStaff(staff: StaffChoice): void {
  localStorage.setItem(STAFF_KEY, staff.id);
}
