import type {Money} from '../../core/index.ts';
import {earlierMovements, executedMovements} from '../../execution/index.ts';
import type {Claim} from '../../execution/types.ts';
import type {Back} from './payments.ts';
import {sumOf} from './sums.ts';

/** Where money arrived. */
export interface Destination {
  readonly kind: Back['kind'] | 'giftCard' | 'outsidePayment';
  /** A payment's own name. */
  readonly label: string;
  readonly amount: Money;
  /** The part of it that was refunded outside recipes. */
  readonly elsewhere: Money;
}

/** What the customer has got so far. */
export interface Refunded {
  readonly total: Money;
  readonly destinations: readonly Destination[];
  /** What it was for (keys of the words), as far as recipes refunded it. */
  readonly components: readonly {readonly kind: string; readonly amount: Money}[];
  /** What was refunded outside recipes; Shopify doesn't say what for. */
  readonly elsewhere: Money;
}

/**
 * Payments come from Shopify's refunds, whoever made them; only what Shopify has no refund for comes from our own record:
 * store credit beyond the order, gift cards, outside payments that were paid. So nothing counts twice.
 */
export function refundedOf(claim: Claim | null, back: readonly Back[], currency: string): Refunded {
  const arrived = back.filter(({state}) => state === 'arrived');
  const own = claim ? beyondRefunds(claim) : [];
  const rows = [...arrived, ...own.map((one) => ({...one, label: '', elsewhere: false}))];
  const keys = [...new Set(rows.map(keyOf))];
  const elsewhereIn = (these: typeof rows): Money =>
    total(
      these.filter(({elsewhere}) => elsewhere),
      currency,
    );
  const destinations = keys.flatMap((key): Destination[] => {
    const these = rows.filter((row) => keyOf(row) === key);
    return these.slice(0, 1).map(({kind, label}) => ({
      kind,
      label: kind === 'payment' ? label : '',
      amount: total(these, currency),
      elsewhere: elsewhereIn(these),
    }));
  });
  return {
    total: total(rows, currency),
    destinations,
    components: claim ? componentsOf(claim, currency) : [],
    elsewhere: elsewhereIn(rows),
  };
}

function keyOf({kind, label}: {readonly kind: string; readonly label: string}): string {
  return kind === 'payment' ? `payment ${label}` : kind;
}

function total(rows: readonly {readonly amount: Money}[], currency: string): Money {
  return sumOf(
    rows.map(({amount}) => amount),
    currency,
  );
}

function beyondRefunds(claim: Claim): {kind: Destination['kind']; amount: Money}[] {
  const now = executedMovements(claim).filter(({status}) => status === 'done');
  const legs = [...now, ...claim.earlier.flatMap((earlier) => earlier.legs)];
  return [
    ...legs.flatMap(({kind, amount}) => (kind === 'storeCredit' || kind === 'giftCard' ? [{kind, amount}] : [])),
    ...claim.outside.flatMap(({state, amount}) =>
      state === 'paid' ? [{kind: 'outsidePayment' as const, amount}] : [],
    ),
  ];
}

/** By component, only what arrived; where an earlier record doesn't know components any more, by class. */
function componentsOf(claim: Claim, currency: string): {kind: string; amount: Money}[] {
  const sums = new Map<string, number>();
  const add = (kind: string, minor: number): unknown => sums.set(kind, (sums.get(kind) || 0) + minor);
  for (const {status, components} of executedMovements(claim)) {
    if (status === 'done') for (const {kind, amount} of components) add(`component.${kind}`, amount.minor);
  }
  for (const one of claim.earlier.flatMap((earlier) => earlierMovements(earlier, claim.outside))) {
    const {status, components, amounts, amount, class: ofClass = 'policy'} = one;
    if (status !== 'done') continue;
    if (!components || !amounts) add(`class.${ofClass}`, amount.minor);
    else for (const [index, component] of components.entries()) add(`component.${component}`, amounts[index] || 0);
  }
  return [...sums].flatMap(([kind, minor]) => (minor === 0 ? [] : [{kind, amount: {minor, currency}}]));
}
