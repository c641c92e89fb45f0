import {type Filled, FIRST_STAND_IN, type Inserted} from '../liquid/template.ts';

/** The value that Liquid would put here, where this number is a stand-in. */
export function standIn(value: unknown, {values}: Filled): Inserted | null {
  return typeof value === 'number' ? (values.get(value) ?? null) : null;
}

const LIKE_ONE = new RegExp(`${String(FIRST_STAND_IN).slice(0, 5)}\\d{5}`, 'g');

/** The values that Liquid would put into this text. */
export function standInsOf(text: string, {values}: Filled): Inserted[] {
  return [...text.matchAll(LIKE_ONE)].flatMap(([number]) => values.get(Number(number)) ?? []);
}

/** Nothing of the text is left without its stand-ins: what it will be can't be known. */
export function isWholly(text: string, {values}: Filled): boolean {
  return text.replace(LIKE_ONE, (number) => (values.has(Number(number)) ? '' : number)) !== text;
}
