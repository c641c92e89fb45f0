/**
 * JSON that goes into a request's JSON by Liquid. `{{` and `{%` inside texts are written as escapes: whatever Flow makes of the
 * result, an order's note never becomes Liquid.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(/\{(?=[{%])/g, '\\u007b');
}

/** A text whose characters may stand between the quotes of a JSON text. */
export function safeText(text: string): string {
  return jsonText(text).slice(1, -1);
}
