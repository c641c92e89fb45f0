/**
 * JSON that goes into a request's JSON by Liquid. `{{` and `{%` inside texts are written as escapes: whatever Flow makes of the
 * result, an order's note never becomes Liquid.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(/\{(?=[%{])/g, '\\u007b');
}

/**
 * A sentence that may stand between the quotes of a JSON text and in a mail alike, so nothing in it needs an escape: quotes become
 * single ones (a merchant may copy `'7.45'` into a script), braces that would begin Liquid stand apart, and backslashes, line ends and
 * halves of characters are blanks.
 */
export function safeText(text: string): string {
  return text.replace(/[^ !#-[\]-\u2027\u202a-\ud7ff\ue000-\u{10ffff}]|\{(?=[%{])/gu, (sign) =>
    sign === '"' ? "'" : sign === '{' ? '{ ' : ' ',
  );
}
