/**
 * The lab's own exact decimal arithmetic. It shares nothing with the planner's, so that two ways of counting have to agree.
 * A value is `units / 10^scale`; nothing is ever a float.
 */

export interface Dec {
  readonly units: bigint;
  readonly scale: number;
}

/** `half-up` rounds halves away from zero. */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up';

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?$/;

export const ZERO: Dec = {units: 0n, scale: 0};

/** Tells whether a text is a plain decimal number ("12", "-0.50", ".5"). */
export function isDecimal(text: string): boolean {
  const match = FORM.exec(text);
  return match !== null && `${match[2] ?? ''}${match[3] ?? ''}` !== '';
}

/**
 * @param text a plain decimal ("12.50"); exponents are not decimals
 * @throws Error when it isn't one
 */
export function dec(text: string | number | bigint): Dec {
  const plain = String(text).trim();
  const match = FORM.exec(plain);
  const digits = `${match?.[2] ?? ''}${match?.[3] ?? ''}`;
  if (!match || digits === '') throw new Error(`Not a decimal: ${plain}`);
  const units = BigInt(digits);
  return {units: match[1] === '-' ? -units : units, scale: (match[3] ?? '').length};
}

function at(value: Dec, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

export function add(a: Dec, b: Dec): Dec {
  const scale = Math.max(a.scale, b.scale);
  return {units: at(a, scale) + at(b, scale), scale};
}

export function negate(a: Dec): Dec {
  return {units: -a.units, scale: a.scale};
}

export function subtract(a: Dec, b: Dec): Dec {
  return add(a, negate(b));
}

export function multiply(a: Dec, b: Dec): Dec {
  return {units: a.units * b.units, scale: a.scale + b.scale};
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compare(a: Dec, b: Dec): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = at(a, scale) - at(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isZero(a: Dec): boolean {
  return a.units === 0n;
}

export function min(a: Dec, b: Dec): Dec {
  return compare(a, b) <= 0 ? a : b;
}

function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = n / d;
  const twice = (n % d) * 2n;
  const raise =
    rounding === 'up'
      ? twice > 0n
      : rounding === 'half-up'
        ? twice >= d
        : rounding === 'half-even'
          ? twice > d || (twice === d && quotient % 2n === 1n)
          : false;
  const magnitude = raise ? quotient + 1n : quotient;
  return negative ? -magnitude : magnitude;
}

/** `a` to `digits` decimals; `down` and `up` are toward and away from zero. */
export function round(a: Dec, digits: number, rounding: Rounding = 'half-up'): Dec {
  if (a.scale <= digits) return {units: at(a, digits), scale: digits};
  return {units: divideRounded(a.units, 10n ** BigInt(a.scale - digits), rounding), scale: digits};
}

/**
 * `a × numerator ÷ denominator`, rounded once, at the end.
 * @throws Error when the denominator is zero
 */
export function ratio(a: Dec, numerator: Dec, denominator: Dec, digits: number, rounding: Rounding = 'half-up'): Dec {
  if (isZero(denominator)) throw new Error('Division by zero');
  const top = a.units * numerator.units * 10n ** BigInt(denominator.scale + digits);
  const bottom = denominator.units * 10n ** BigInt(a.scale + numerator.scale);
  return {units: divideRounded(top, bottom, rounding), scale: digits};
}

/** As Shopify prints a Decimal: no zeros at the end, but at least one digit behind the point ("7.0", "7.1", "7.23"). */
export function format(a: Dec): string {
  const negative = a.units < 0n;
  const digits = String(negative ? -a.units : a.units).padStart(a.scale + 1, '0');
  const whole = digits.slice(0, digits.length - a.scale);
  const fraction = a.scale === 0 ? '' : digits.slice(-a.scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}.${fraction === '' ? '0' : fraction}`;
}

/** With exactly `digits` decimals and no grouping ("7.00", "7"). */
export function fixed(a: Dec, digits: number, rounding: Rounding = 'half-up'): string {
  const value = round(a, digits, rounding);
  const negative = value.units < 0n;
  const text = String(negative ? -value.units : value.units).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${negative ? '-' : ''}${whole}${digits === 0 ? '' : `.${text.slice(-digits)}`}`;
}
