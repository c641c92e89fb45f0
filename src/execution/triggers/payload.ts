import {toDecimal} from '../../core/index.ts';
import type {Money} from '../../core/index.ts';
import {bytesOf} from '../claim/write.ts';
import {decimal} from '../summary.ts';

/** What a workflow gets, by the keys of extensions/trigger-*: numeric ids for references, decimal text for amounts. */
export type Payload = Readonly<Record<string, unknown>>;

/** One movement of money, done or not; `message`'s Movement is one. */
export interface Moved {
  readonly kind: string;
  readonly class: string;
  readonly amount: Money;
  readonly status: string;
  readonly components: readonly {readonly kind: string; readonly amount: Money}[];
  readonly expiresAt?: string;
}

/** What a trigger tells, an execution's or a request's. What is left out is empty. */
export interface About {
  readonly orderId: string;
  readonly planId: string;
  readonly recipe: {readonly handle: string};
  readonly ground?: string;
  readonly staff?: string | null;
  readonly reason?: string;
  readonly references?: string;
  /** What the totals add up and the list shows. */
  readonly moved: readonly Moved[];
  /** The same by class, where `moved` doesn't know it. */
  readonly classes?: readonly Moved[];
  readonly open?: string;
  readonly why: string;
  readonly message?: string;
}

/** What is read for it. */
export interface Facts {
  readonly customerId: string | undefined;
  /** The recipe's, in the language of staff. */
  readonly title: string;
  readonly orderName: string;
  /** The customer's, or where Shopify doesn't know it, that of staff. */
  readonly language: string;
}

/** Shopify refuses a payload of more, as compact JSON in UTF-8 (facts: flow.md §6). */
export const LIMIT_BYTES = 50_000;

/** Classes and destinations that each total adds up. */
const TOTALS: readonly (readonly [string, ...string[]])[] = [
  ['Owed', 'owed'],
  ['Policy', 'policy'],
  ['Goodwill', 'goodwill'],
  ['Original payment', 'refundToOriginalPayment'],
  ['Store credit', 'refundToStoreCredit', 'storeCredit'],
  ['Gift card', 'giftCard'],
  ['Outside payment', 'outsidePayment'],
];

/** Always within Shopify's limit: what is too long is cut and says how much is left out, nothing is ever refused. */
export function payloadOf(about: About, {customerId, title}: Facts, repeated: boolean): Payload {
  const {moved, classes = []} = about;
  const all = [...classes, ...moved];
  const currency = all[0]?.amount.currency || '';
  const sum = (list: readonly Moved[]): string =>
    currency &&
    toDecimal({
      currency,
      minor: list.reduce((minor, {amount}) => minor + (amount.currency === currency ? amount.minor : 0), 0),
    });
  const total = sum(moved);
  return fitted({
    order_id: idOf(about.orderId),
    // A guest's order has none: docs/unconfirmed.md 14.
    ...(customerId && {customer_id: idOf(customerId)}),
    'Plan reference': about.planId,
    Recipe: about.recipe.handle,
    'Recipe title': line(title),
    Ground: line(about.ground),
    Currency: currency,
    Total: total,
    'Total number': Number(total),
    ...Object.fromEntries(
      TOTALS.map(([name, ...own]) => [
        name,
        sum(all.filter((one) => own.includes(one.class) || own.includes(one.kind))),
      ]),
    ),
    Open: line(about.open),
    Why: line(about.why),
    Reason: line(about.reason),
    References: line(about.references),
    Staff: line(about.staff),
    'Sent before': repeated,
    Details: {message: about.message || '', movements: moved.map(shown), movementsLeftOut: 0},
  });
}

function shown({kind, class: of, amount, status, components, expiresAt}: Moved) {
  const parts = new Map<string, number>();
  for (const part of components) parts.set(part.kind, (parts.get(part.kind) || 0) + part.amount.minor);
  return {
    destination: kind,
    class: of,
    ...decimal(amount),
    status,
    parts: Array.from(parts, ([component, minor]) => ({component, ...decimal({...amount, minor})})),
    expiresAt,
  };
}

/** A single-line field's text. */
function line(text: string | null | undefined): string {
  return (text || '').replace(/\s+/g, ' ');
}

/** The number at the end of a gid: what Flow takes for a reference. */
function idOf(gid: string): number {
  return Number(gid.slice(gid.lastIndexOf('/') + 1));
}

type Whole = Payload & {readonly Details: {message: string; movements: readonly unknown[]; movementsLeftOut: number}};

/** Halves the room for every text, and for every list with a hundredth as many entries, until the whole fits. */
function fitted(whole: Whole): Payload {
  for (let room = Number.POSITIVE_INFINITY; ; room = Math.min(room, 32_768) / 2) {
    const cut = (_key: string, value: unknown): unknown => {
      if (Array.isArray(value)) return value.slice(0, 1 + room / 100);
      if (typeof value !== 'string') return value;
      const rest = value.length - room;
      // Half of a pair, typed or cut in two, is no text to Shopify.
      return (rest > 0 ? `${value.slice(0, room).replace(/[\uD800-\uDBFF]$/, '')}… (+${rest})` : value).replace(
        /\p{Cs}/gu,
        '\uFFFD',
      );
    };
    const payload = JSON.parse(JSON.stringify(whole, cut)) as Whole;
    payload.Details.movementsLeftOut = whole.Details.movements.length - payload.Details.movements.length;
    if (bytesOf(payload) <= LIMIT_BYTES) return payload;
  }
}
