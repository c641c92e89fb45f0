/** What a filter makes of a value, as far as Flow's limits care. */
export type Effect =
  /** The same kind of thing: a text stays a text, a list a list. */
  | 'keeps'
  /** Digits or a hash: nothing that breaks JSON. */
  | 'safe'
  /** A text, with whatever was in it and in the filter's arguments. */
  | 'text'
  /** A text that may hold what wasn't in it before. */
  | 'opens'
  /** One item of a list. */
  | 'item'
  /** A list of texts. */
  | 'list'
  | 'size';

const named = (effect: Effect, names: string): [string, Effect][] => names.split(' ').map((name) => [name, effect]);

/** Liquid's standard filters and Flow's own (facts §9, docs/unconfirmed.md 33). `json` isn't among them. */
export const FILTERS: ReadonlyMap<string, Effect> = new Map([
  ...named('keeps', 'default sort sort_natural reverse uniq compact slice concat where reject'),
  ...named('safe', 'abs at_least at_most ceil divided_by floor minus modulo plus round times sum has find_index'),
  ...named('safe', 'md5 sha1 sha256 blake3 hmac_sha1 hmac_sha256'),
  // Liquid gives back what it can't read as a date.
  ...named('text', 'date date_minus date_plus money'),
  ...named('safe', 'base64_encode base64_url_safe_encode url_encode handleize handle'),
  ...named(
    'text',
    'append capitalize downcase upcase escape escape_once join lstrip rstrip strip newline_to_br prepend',
  ),
  ...named('text', 'remove remove_first remove_last replace replace_first replace_last strip_html strip_newlines'),
  ...named('text', 'truncate truncatewords'),
  ...named('opens', 'url_decode base64_decode base64_url_safe_decode'),
  ...named('item', 'first last find'),
  ...named('list', 'split map'),
  ...named('size', 'size'),
]);

/** Filters of Shopify's themes that Flow may or may not have. */
export const PERHAPS: ReadonlySet<string> = new Set([
  'camelize',
  'money_with_currency',
  'money_without_currency',
  'money_without_trailing_zeros',
  'pluralize',
  'strip_html_comments',
  'weight_with_unit',
]);
