/**
 * Turns what a person types into a decimal string, or gives the text back trimmed where it can't be read for sure.
 * `7,45` and `7.45` are the same; with both marks the last one is the decimal mark (`1.234,50`). A lone mark is always taken as
 * the decimal mark: `1,234` stays one and a bit, and the check on digits then asks instead of guessing thousands.
 */
export function decimalText(typed: string): string {
  const text = typed.replace(/[\s\u00a0\u202f']/g, '');
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (last < 0) return text;
  const whole = text.slice(0, last);
  const fraction = text.slice(last + 1);
  const grouped = /[.,]/.test(whole);
  if (grouped && (whole.includes(text[last] || '') || !/^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole))) return text;
  return `${whole.replace(/[.,]/g, '') || '0'}.${fraction}`.replace(/\.$/, '');
}

/** A stored decimal as it first stands in a field: with a comma in Dutch. `decimalText` takes either back. */
export function typedText(decimal: string, language: 'en' | 'nl'): string {
  return language === 'nl' ? decimal.replace('.', ',') : decimal;
}

export type AmountFault = 'notANumber' | 'negative' | 'tooPrecise' | 'tooMuch';

/**
 * What is wrong with a typed amount, or null.
 * @param typed as it stands in the field; empty is no fault
 * @param digits how many decimals the currency has
 * @param max the most that is accepted, in minor units, or null
 */
export function amountFault(typed: string, digits: number, max: number | null): AmountFault | null {
  const text = decimalText(typed);
  if (text === '') return null;
  const parts = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (!parts) return 'notANumber';
  if (parts[1]) return 'negative';
  const fraction = (parts[3] || '').replace(/0+$/, '');
  if (fraction.length > digits) return 'tooPrecise';
  const minor = Number(`${parts[2]}${fraction.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(minor)) return 'tooMuch';
  return max !== null && minor > max ? 'tooMuch' : null;
}

/** The same for a number of units: whole, from 0 to `max`. */
export function quantityFault(typed: string, max: number): 'notWhole' | 'tooMany' | null {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^\d{1,9}$/.test(text)) return 'notWhole';
  return Number(text) > max ? 'tooMany' : null;
}
