/** `shopify.i18n`: the extension's locale files, and Intl in the admin's language. */

type Replacements = Record<string, unknown>;

export interface I18n {
  translate(key: string, replacements?: Replacements): string | unknown[];
  formatNumber(value: number | bigint, options?: Intl.NumberFormatOptions & {inExtensionLocale?: boolean}): string;
  formatCurrency(value: number | bigint, options?: Intl.NumberFormatOptions & {inExtensionLocale?: boolean}): string;
  formatDate(value: Date, options?: Intl.DateTimeFormatOptions & {inExtensionLocale?: boolean}): string;
}

/**
 * @param messages dotted key to words, e.g. `lines.one`; `count` picks `.one` or `.other` by the language's rules
 */
export function createI18n(locale: string, messages: Record<string, string>): I18n {
  const plurals = new Intl.PluralRules(locale);
  const find = (key: string, replacements: Replacements): string => {
    const {count} = replacements;
    const plural =
      typeof count === 'number' ? (messages[`${key}.${plurals.select(count)}`] ?? messages[`${key}.other`]) : undefined;
    const found = plural ?? messages[key];
    if (found === undefined) throw new Error(`The locale files have no words for "${key}".`);
    return found;
  };
  return {
    translate: (key, replacements = {}) => fill(find(key, replacements), withFormattedCount(replacements, locale)),
    formatNumber: (value, options) => new Intl.NumberFormat(locale, intlOptions(options)).format(value),
    formatCurrency: (value, options) =>
      new Intl.NumberFormat(locale, {style: 'currency', ...intlOptions(options)}).format(value),
    formatDate: (value, options) => new Intl.DateTimeFormat(locale, intlOptions(options)).format(value),
  };
}

function intlOptions<T extends {inExtensionLocale?: boolean}>(
  options: T | undefined,
): Omit<T, 'inExtensionLocale'> | undefined {
  if (options === undefined) return undefined;
  const {inExtensionLocale: _always, ...rest} = options;
  return rest;
}

function withFormattedCount(replacements: Replacements, locale: string): Replacements {
  const {count} = replacements;
  return typeof count === 'number'
    ? {...replacements, count: new Intl.NumberFormat(locale).format(count)}
    : replacements;
}

/** Words with `{{name}}` filled in; an array of pieces as soon as one replacement is a component. */
function fill(words: string, replacements: Replacements): string | unknown[] {
  const pieces: unknown[] = words.split(/\{\{\s*(\w+)\s*\}\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    return part in replacements ? replacements[part] : `{{${part}}}`;
  });
  const isText = pieces.every((piece) => typeof piece !== 'object' || piece === null);
  return isText ? pieces.join('') : pieces.filter((piece) => piece !== '');
}
