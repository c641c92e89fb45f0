/** Types of metafield and metaobject values: what is a good value, and how `jsonValue` shows it. */

const NUMBER = /^-?\d+(\.\d+)?$/;
const KILOBYTE = 1024;

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

const CHECKS: Readonly<Record<string, {readonly good: (value: string) => boolean; readonly message: string}>> = {
  json: {good: isJson, message: 'Value is invalid JSON.'},
  number_integer: {good: (value) => /^-?\d+$/.test(value), message: 'Value must be an integer.'},
  number_decimal: {good: (value) => NUMBER.test(value), message: 'Value must be a decimal.'},
  boolean: {good: (value) => value === 'true' || value === 'false', message: 'Value must be true or false.'},
  date: {good: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value), message: 'Value must be in “YYYY-MM-DD” format.'},
  date_time: {
    good: (value) => /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value)),
    message: 'Value must be in “YYYY-MM-DDTHH:MM:SS” format.',
  },
  single_line_text_field: {good: (value) => !value.includes('\n'), message: 'Value must be a single line text string.'},
  money: {good: isJson, message: 'Value must be a stringified JSON object with amount and currency_code fields.'},
};

const TYPES = new Set([
  ...Object.keys(CHECKS),
  'multi_line_text_field',
  'rich_text_field',
  'id',
  'url',
  'color',
  'rating',
  'dimension',
  'volume',
  'weight',
  'link',
  'language',
  'customer_reference',
  'company_reference',
  'file_reference',
  'metaobject_reference',
  'mixed_reference',
  'order_reference',
  'page_reference',
  'product_reference',
  'variant_reference',
  'collection_reference',
  'article_reference',
  'string',
  'integer',
  'json_string',
]);

const CATEGORIES: Readonly<Record<string, string>> = {
  json: 'CUSTOM',
  money: 'CUSTOM',
  number_integer: 'NUMBER',
  number_decimal: 'NUMBER',
  boolean: 'TRUE_FALSE',
  date: 'DATE_TIME',
  date_time: 'DATE_TIME',
  single_line_text_field: 'TEXT',
  multi_line_text_field: 'TEXT',
  rich_text_field: 'TEXT',
  url: 'URL',
  id: 'TEXT',
  color: 'COLOR',
  rating: 'RATING',
};

export function isKnownType(type: string): boolean {
  return TYPES.has(type.replace(/^list\./, ''));
}

/** The group a type belongs to. References are "REFERENCE"; recorded for text only. */
export function categoryOf(type: string): string {
  const bare = type.replace(/^list\./, '');
  return CATEGORIES[bare] ?? (bare.endsWith('_reference') ? 'REFERENCE' : 'CUSTOM');
}

/** @returns what is wrong with a value for its type, or nothing */
export function wrongValue(type: string, value: string): string | undefined {
  if (type.startsWith('list.'))
    return isJson(value) && Array.isArray(JSON.parse(value)) ? undefined : 'Value must be a list.';
  const check = CHECKS[type];
  return check && !check.good(value) ? check.message : undefined;
}

/** The most bytes that a value may have: JSON 128 KB from 2026-04 on, 2 MB before; everything else 64 KB (facts §6). */
export function byteLimit(type: string, version: string): number {
  if (type === 'json' || type.startsWith('list.')) return version >= '2026-04' ? 128 * KILOBYTE : 2048 * KILOBYTE;
  return type === 'id' || type === 'url' ? 2 * KILOBYTE : 64 * KILOBYTE;
}

/** `jsonValue`: the value as JSON where its type is one, else the text itself. */
export function jsonValue(type: string, value: string | null): unknown {
  if (value === null) return null;
  const structured =
    type.startsWith('list.') ||
    [
      'json',
      'money',
      'number_integer',
      'boolean',
      'rating',
      'dimension',
      'volume',
      'weight',
      'link',
      'rich_text_field',
    ].includes(type);
  return structured ? (JSON.parse(value) as unknown) : value;
}
