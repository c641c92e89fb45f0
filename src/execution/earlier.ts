import type {Claim, EarlierExecution} from './types.ts';

type Leg = EarlierExecution['legs'][number];

/** One leg of an earlier execution as it stands now. */
export type EarlierMovement = Leg & {readonly status: 'done' | 'onItsWay' | 'owed' | 'open'};

/**
 * What an earlier execution came to, as it stands now, without what was cancelled. A payment that failed since, and a leg that
 * another execution left behind, are outside payments as soon as they are owed or paid as such.
 * @param outside the order's outside payments
 */
export function earlierMovements(
  {planId, legs, unpaid = [], pending = []}: EarlierExecution,
  outside: Claim['outside'],
): readonly EarlierMovement[] {
  const states = new Map<Leg, EarlierMovement['status'] | 'paid' | 'cancelled'>();
  // An earlier record knows no calls and no payments: of several of the same amount each stands for one leg.
  const note = (kind: Leg['kind'], minor: number, state: 'onItsWay' | 'owed' | 'paid' | 'cancelled'): void => {
    const free = legs.filter((leg) => leg.kind === kind && !states.has(leg));
    for (const leg of behind(minor, free)) states.set(leg, state);
  };
  for (const {amount} of pending) note('refundToOriginalPayment', amount.minor, 'onItsWay');
  for (const {callId, amount, state} of outside.filter((one) => one.planId === planId)) {
    const [of, number] = callId.split('-');
    const left = of === 'unpaid' && unpaid[Number(number) - 1];
    if (left) states.set(left, state);
    else note(of === 'payment' ? 'refundToOriginalPayment' : 'outsidePayment', amount.minor, state);
  }
  return [...legs, ...unpaid].flatMap((leg): EarlierMovement[] => {
    const untold = unpaid.includes(leg) ? 'open' : leg.kind === 'outsidePayment' ? 'owed' : 'done';
    const state = states.get(leg) ?? untold;
    if (state === 'cancelled') return [];
    const kind = state === 'owed' || state === 'paid' ? 'outsidePayment' : leg.kind;
    return [{...leg, kind, status: state === 'paid' ? 'done' : state}];
  });
}

/** The leg of an amount, or those next to each other that one payment carries together. */
function behind(minor: number, legs: readonly Leg[]): readonly Leg[] {
  const whole = legs.find(({amount}) => amount.minor === minor);
  if (whole) return [whole];
  for (const start of legs.keys()) {
    let sum = 0;
    for (let end = start; end < legs.length && sum < minor; end += 1) {
      sum += legs[end]?.amount.minor ?? 0;
      if (sum === minor) return legs.slice(start, end + 1);
    }
  }
  return [];
}
