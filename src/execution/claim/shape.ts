import {digitsOf} from '../../core/index.ts';

const CALL_KINDS: ReadonlySet<string> = new Set([
  'refundCreate',
  'storeCreditAccountCredit',
  'giftCardCreate',
  'outsidePayment',
]);
const CALL_STATES: ReadonlySet<string> = new Set(['planned', 'intended', 'done', 'partlyDone', 'failed', 'unknown']);

/** What is wrong with the shape of a claim, in one line, or null. Only what the engine relies on is looked at. */
export function shapeProblem(claim: unknown): string | null {
  if (!isRecord(claim)) return 'It is no object.';
  if (claim['format'] !== 1) return `Its format is ${String(claim['format'])}, this version reads format 1.`;
  for (const field of ['nonce', 'orderId', 'planId', 'intentId', 'startedAt', 'at', 'seal', 'ground']) {
    if (typeof claim[field] !== 'string') return `${field} is missing.`;
  }
  if (!Number.isSafeInteger(claim['epoch'])) return 'epoch is no whole number.';
  if (!['open', 'done', 'stopped'].includes(String(claim['state']))) return `state is ${String(claim['state'])}.`;
  for (const field of ['calls', 'earlier', 'outside']) {
    if (!Array.isArray(claim[field])) return `${field} is no list.`;
  }
  const before = claim['before'];
  if (!isRecord(before) || !isMoney(before['netPayment']) || !isMoney(before['refundedShipping'])) {
    return 'before is incomplete.';
  }
  if (!Array.isArray(before['refundIds'])) return 'before.refundIds is no list.';
  for (const [index, call] of (claim['calls'] as unknown[]).entries()) {
    const wrong = callProblem(call);
    if (wrong !== null) return `calls[${index}]${wrong}`;
  }
  const earlier = (claim['earlier'] as unknown[]).findIndex((one) => !isEarlier(one));
  if (earlier !== -1) return `earlier[${earlier}] is incomplete.`;
  const outside = (claim['outside'] as unknown[]).findIndex((one) => !isRecord(one) || !isMoney(one['amount']));
  if (outside !== -1) return `outside[${outside}] holds no amount.`;
  const ids = (claim['calls'] as {id: string}[]).map(({id}) => id);
  return new Set(ids).size === ids.length ? null : 'Two calls have the same id.';
}

function callProblem(call: unknown): string | null {
  if (!isRecord(call)) return ' is no object.';
  if (typeof call['id'] !== 'string') return '.id is missing.';
  if (!CALL_KINDS.has(String(call['kind']))) return `.kind is ${String(call['kind'])}.`;
  if (!CALL_STATES.has(String(call['state']))) return `.state is ${String(call['state'])}.`;
  if (!Number.isSafeInteger(call['generation'])) return '.generation is no whole number.';
  if (typeof call['at'] !== 'string') return '.at is missing.';
  if (!Array.isArray(call['legs'])) return '.legs is no list.';
  if (!call['legs'].every((leg) => isRecord(leg) && isMoney(leg['amount']))) return '.legs holds no amount.';
  // What is done, and a refund that exists in part, is never sent again.
  if (call['state'] !== 'done' && call['state'] !== 'partlyDone' && !isRecord(call['act'])) return '.act is missing.';
  if (isRecord(call['act']) && call['act']['kind'] !== call['kind']) return '.act is of another kind.';
  return null;
}

function isEarlier(value: unknown): boolean {
  return (
    isRecord(value) && Array.isArray(value['legs']) && ['legs', 'unpaid', 'pending'].every((list) => hold(value[list]))
  );
}

/** A list of amounts, or nothing. */
function hold(list: unknown): boolean {
  return list === undefined || (Array.isArray(list) && list.every((one) => isRecord(one) && isMoney(one['amount'])));
}

/** Whole minor units of a currency that there is: everything else can't be shown. */
export function isMoney(value: unknown): boolean {
  if (!isRecord(value) || !Number.isSafeInteger(value['minor'])) return false;
  try {
    return digitsOf(String(value['currency'])) >= 0;
  } catch {
    return false;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
