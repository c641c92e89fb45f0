/**
 * Shopify's search syntax, as far as the lab's lists use it: `field:value`, `field:>value`, quoted values, a trailing `*`,
 * AND (also by writing terms side by side), OR, a leading `-` or NOT. No parentheses.
 */

export interface Term {
  readonly field: string | null;
  readonly comparator: '=' | '<' | '<=' | '>' | '>=';
  readonly value: string;
  /** The value ended in `*`. */
  readonly prefix: boolean;
  readonly negated: boolean;
}

/** Terms that all have to hold, in alternatives of which one has to. */
export type Search = readonly (readonly Term[])[];

const TOKEN = /(-|NOT\s+)?(?:([\w.$]+):)?(<=|>=|<|>)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\S+)/gy;

/** @returns an empty list for an empty search: everything fits */
export function parseSearch(text: string | null | undefined): Search {
  if (!text || text.trim() === '') return [];
  const alternatives: Term[][] = [[]];
  TOKEN.lastIndex = 0;
  let rest = text.trim();
  while (rest !== '') {
    TOKEN.lastIndex = 0;
    const match = TOKEN.exec(rest);
    if (!match) break;
    rest = rest.slice(match[0].length).trimStart();
    const [, not, field, comparator, raw = ''] = match;
    if (!field && !not && raw === 'AND') continue;
    if (!field && !not && raw === 'OR') {
      alternatives.push([]);
      continue;
    }
    const quoted = /^["']/.test(raw);
    const bare = quoted ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw;
    const prefix = !quoted && bare.endsWith('*');
    alternatives.at(-1)?.push({
      field: field ?? null,
      comparator: (comparator as Term['comparator'] | undefined) ?? '=',
      value: prefix ? bare.slice(0, -1) : bare,
      prefix,
      negated: not !== undefined,
    });
  }
  return alternatives.filter((terms) => terms.length > 0);
}

/** Whether one value of a thing fits one term; texts are compared without regard to case, numbers and dates by size. */
export function fits(term: Term, value: string | null): boolean {
  if (value === null) return false;
  if (term.comparator === '=') {
    const has = value.toLowerCase();
    const wanted = term.value.toLowerCase();
    return term.prefix ? has.startsWith(wanted) : has === wanted;
  }
  const asNumbers = /^-?\d+(\.\d+)?$/.test(value) && /^-?\d+(\.\d+)?$/.test(term.value);
  const left = asNumbers ? Number(value) : Date.parse(value);
  const right = asNumbers ? Number(term.value) : Date.parse(term.value);
  switch (term.comparator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/** @param judge says whether a thing fits a term, leaving the negation to this function */
export function matches(search: Search, judge: (term: Term) => boolean): boolean {
  return search.length === 0 || search.some((terms) => terms.every((term) => judge(term) !== term.negated));
}
