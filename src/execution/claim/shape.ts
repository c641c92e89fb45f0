import {digitsOf} from '../../core/index.ts';

type Check = (value: unknown) => boolean;
type Table = Readonly<Record<string, Check>>;

const TEXT: Check = (value) => typeof value === 'string';
const WHOLE: Check = Number.isSafeInteger;
const oneOf =
  (words: string): Check =>
  (value) =>
    TEXT(value) && words.split(' ').includes(value as string);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const AMOUNT: Check = (value) => isRecord(value) && isMoney(value['amount']);
const AMOUNTS = listOf(AMOUNT);
const AMOUNTS_OR_NONE: Check = (value) => value === undefined || AMOUNTS(value);

const CALL: Table = {
  id: TEXT,
  kind: oneOf('refundCreate storeCreditAccountCredit giftCardCreate outsidePayment'),
  state: oneOf('planned intended done partlyDone failed unknown'),
  generation: WHOLE,
  at: TEXT,
  legs: AMOUNTS,
};

const EARLIER: Table = {
  legs: AMOUNTS,
  unpaid: AMOUNTS_OR_NONE,
  pending: AMOUNTS_OR_NONE,
  credits: (value) => value === undefined || listOf((call) => callProblem(call) === null)(value),
};

const CLAIM: Table = {
  format: (value) => value === 1,
  nonce: TEXT,
  orderId: TEXT,
  planId: TEXT,
  intentId: TEXT,
  startedAt: TEXT,
  at: TEXT,
  seal: TEXT,
  ground: TEXT,
  epoch: WHOLE,
  state: oneOf('open done stopped'),
  calls: Array.isArray,
  earlier: Array.isArray,
  outside: AMOUNTS,
  before: (value) =>
    isRecord(value) &&
    isMoney(value['netPayment']) &&
    isMoney(value['refundedShipping']) &&
    Array.isArray(value['refundIds']),
};

/**
 * The place in a claim that is wrong, for example `calls[0].kind`, empty where all of it is; null where its shape is good.
 * Only what the engine relies on is looked at.
 */
export function shapeProblem(claim: unknown): string | null {
  const wrong = wrongIn(claim, CLAIM);
  if (wrong !== null) return wrong;
  const {calls, earlier} = claim as {calls: unknown[]; earlier: unknown[]};
  const within = (list: unknown[], name: string, find: (one: unknown) => string | null) =>
    list.flatMap((one, index) => {
      const at = find(one);
      return at === null ? [] : [`${name}[${index}]${at && `.${at}`}`];
    });
  const ids = new Set(calls.map((call) => (call as {id?: unknown} | null)?.id));
  const [first] = [
    ...within(calls, 'calls', callProblem),
    ...within(earlier, 'earlier', (one) => wrongIn(one, EARLIER)),
    ...(ids.size < calls.length ? ['calls'] : []),
  ];
  return first ?? null;
}

function wrongIn(value: unknown, table: Table): string | null {
  return isRecord(value) ? (Object.keys(table).find((field) => !table[field]?.(value[field])) ?? null) : '';
}

function callProblem(call: unknown): string | null {
  const wrong = wrongIn(call, CALL);
  if (wrong !== null) return wrong;
  const {state, act, kind} = call as Record<string, unknown>;
  // What is done, and a refund that exists in part, is never sent again.
  const settled = state === 'done' || state === 'partlyDone';
  return isRecord(act) ? (act['kind'] === kind ? null : 'act') : settled ? null : 'act';
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
