/**
 * Bad input: a recipe, an order, a choice or a payload that can't be used. The message is one line that names the field,
 * the value and the fix.
 */
export class InputError extends Error {
  declare readonly name: 'InputError';
  declare readonly field: string;
  declare readonly value: unknown;
  declare readonly fix: string;

  /**
   * @param field the path to the field, for example `order.lineItems[2].quantity`
   * @param value what stood there
   * @param fix what to write instead, as an instruction
   */
  constructor(field: string, value: unknown, fix: string) {
    super(`${field}: ${shown(value)} ${fix}`);
    this.name = 'InputError';
    this.field = field;
    this.value = value;
    this.fix = fix;
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'is missing.';
  const text = typeof value === 'string' ? `"${value}"` : String(JSON.stringify(value));
  return `${text.length > 60 ? `${text.slice(0, 57)}…` : text} can't be used.`;
}
