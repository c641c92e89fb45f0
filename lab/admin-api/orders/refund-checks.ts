/**
 * What stops a refund. Every check returns the errors it found; the first check that finds any answers, and nothing is changed.
 * Messages marked [recorded] are Shopify's; the others are the lab's own words for what nobody recorded.
 */
import {type UserError, userError} from '../errors.ts';
import {unitsOf} from './lines.ts';
import {parseMinor, words} from './minor.ts';
import type {OrderRecord} from './model.ts';
import {isRefundable, refundedToStoreCredit, remainingOn, stillHeld} from './payments.ts';
import type {RefundInput} from './refund-input.ts';
import {shippingMaximum} from './suggest.ts';

export interface RefundSituation {
  order: OrderRecord;
  input: RefundInput;
  /** The lab's time, in milliseconds. */
  now: number;
  storeCreditEnabled: boolean;
}

type Check = (situation: RefundSituation) => UserError[];

const currency: Check = ({order, input}) => {
  const foreign = order.presentmentCurrency !== order.currency;
  if (input.currency ? input.currency === order.presentmentCurrency : !foreign) return [];
  return [
    userError(
      ['currency'],
      `The refund's currency must be the order's presentment currency, ${order.presentmentCurrency}`,
    ),
  ];
};

/** A unit can be asked for in several entries; the line's entries count together. */
const quantities: Check = ({order, input}) => {
  const asked = new Map<string, {all: number; cancel: number}>();
  return (input.refundLineItems ?? []).flatMap((entry, index) => {
    const field = (name: string): string[] => ['refundLineItems', String(index), name];
    const line = order.lines.find(({id}) => id === entry.lineItemId);
    if (!line) return [userError(field('lineItemId'), 'Line item does not exist')];
    if (entry.quantity < 1) return [userError(field('quantity'), 'Quantity must be greater than 0')];
    if (entry.restockType === 'LEGACY_RESTOCK')
      return [userError(field('restockType'), 'LEGACY_RESTOCK is not accepted for new refunds')];
    const soFar = asked.get(line.id) ?? {all: 0, cancel: 0};
    const now = {
      all: soFar.all + entry.quantity,
      cancel: soFar.cancel + (entry.restockType === 'CANCEL' ? entry.quantity : 0),
    };
    asked.set(line.id, now);
    const units = unitsOf(order, line);
    // [recorded]
    if (now.all > units.refundable)
      return [userError(field('quantity'), 'Quantity cannot refund more items than were purchased')];
    if (now.cancel > units.unshipped)
      return [userError(field('quantity'), 'Quantity cannot cancel more items than are unfulfilled')];
    return [];
  });
};

const amounts: Check = ({order, input}) => {
  const errors = (input.transactions ?? []).flatMap(({amount}, index) => {
    const minor = parseMinor(amount, order.presentmentCurrency);
    return minor !== undefined && minor > 0
      ? []
      : [
          userError(
            ['transactions', String(index), 'amount'],
            `Amount ${amount} is not a positive amount in ${order.presentmentCurrency}`,
          ),
        ];
  });
  const credit = (input.refundMethods ?? []).flatMap(({storeCreditRefund: method}, index) => {
    if (!method) return [];
    const field = ['refundMethods', String(index), 'storeCreditRefund', 'amount'];
    if (method.amount.currencyCode !== order.presentmentCurrency) {
      return [
        userError(
          [...field, 'currencyCode'],
          `The store credit's currency must be the order's presentment currency, ${order.presentmentCurrency}`,
        ),
      ];
    }
    const minor = parseMinor(method.amount.amount, order.presentmentCurrency);
    return minor !== undefined && minor > 0
      ? []
      : [
          userError(
            [...field, 'amount'],
            `Amount ${method.amount.amount} is not a positive amount in ${order.presentmentCurrency}`,
          ),
        ];
  });
  return [...errors, ...credit];
};

/** What is asked back over the original payments and as store credit, in minor units of the customer's currency. */
export function askedFor(order: OrderRecord, input: RefundInput): {payments: number; credit: number} {
  const minor = (amount: string): number => parseMinor(amount, order.presentmentCurrency) ?? 0;
  return {
    payments: (input.transactions ?? [])
      .filter(({kind}) => kind === 'REFUND')
      .reduce((total, {amount}) => total + minor(amount), 0),
    credit: (input.refundMethods ?? []).reduce(
      (total, method) => total + minor(method.storeCreditRefund?.amount.amount ?? '0'),
      0,
    ),
  };
}

/** Assumption 16. */
const netPaymentReceived: Check = ({order, input}) => {
  const {payments, credit} = askedFor(order, input);
  const held = stillHeld(order);
  const limit = input.allowOverRefunding && credit === 0 ? held + refundedToStoreCredit(order) : held;
  if (payments + credit <= limit) return [];
  const [asked, net] = [words(payments + credit, order.presentmentCurrency), words(limit, order.presentmentCurrency)];
  // [recorded]
  return [userError(null, `Refund amount ${asked} is greater than net payment received ${net}`)];
};

const kinds: Check = ({input}) =>
  (input.transactions ?? [])
    .filter(({kind}) => kind !== 'REFUND')
    .slice(0, 1)
    // [recorded]
    .map(({kind}) => userError(null, `Kind ${kind.toLowerCase()} is not a valid transaction`));

const parents: Check = ({order, input}) => {
  const known = (parentId: string | null | undefined): boolean =>
    order.transactions.some((payment) => payment.id === parentId && isRefundable(payment));
  // [recorded]
  if ((input.transactions ?? []).some(({parentId, orderId}) => orderId !== order.id || !known(parentId))) {
    return [userError(['transactions'], 'Transactions require a parent_id associated with the order')];
  }
  const byParent = Map.groupBy(input.transactions ?? [], ({parentId}) => parentId);
  return [...byParent].flatMap(([parentId, entries]) => {
    const payment = order.transactions.find(({id}) => id === parentId);
    const asked = entries.reduce((total, {amount}) => total + (parseMinor(amount, order.presentmentCurrency) ?? 0), 0);
    const left = payment ? remainingOn(order, payment) : 0;
    if (asked <= left) return [];
    const [amount, rest] = [words(asked, order.presentmentCurrency), words(left, order.presentmentCurrency)];
    return [
      userError(['transactions'], `Refund amount ${amount} is greater than what is left on its payment, ${rest}`),
    ];
  });
};

const shipping: Check = ({order, input}) => {
  const {amount, fullRefund} = input.shipping ?? {};
  if (amount === null || amount === undefined) return [];
  if (fullRefund) return [userError(['shipping'], 'Give a shipping amount or a full refund of shipping, not both')];
  const minor = parseMinor(amount, order.presentmentCurrency);
  if (minor === undefined || minor < 0) {
    return [userError(['shipping', 'amount'], `Amount ${amount} is not an amount in ${order.presentmentCurrency}`)];
  }
  const left = shippingMaximum(order).customer;
  if (minor <= left) return [];
  const [asked, rest] = [words(minor, order.presentmentCurrency), words(left, order.presentmentCurrency)];
  return [
    userError(['shipping', 'amount'], `Shipping refund ${asked} is greater than the shipping that is left, ${rest}`),
  ];
};

const duties: Check = ({order, input}) =>
  (input.refundDuties ?? []).flatMap(({dutyId}, index) =>
    order.lines.some((line) => line.duties.some(({id}) => id === dutyId))
      ? []
      : [userError(['refundDuties', String(index), 'dutyId'], 'Duty does not exist')],
  );

const storeCredit: Check = ({order, input, now, storeCreditEnabled}) => {
  const methods = (input.refundMethods ?? []).flatMap(({storeCreditRefund: method}, index) =>
    method ? [{method, index}] : [],
  );
  if (methods.length === 0) return [];
  const [first] = methods;
  if (!storeCreditEnabled) return [userError(['refundMethods'], 'Store credit is not enabled for this shop')];
  if (methods.length > 1) return [userError(['refundMethods'], 'Only one store credit refund is possible at a time')];
  if (order.customerId === null && order.companyLocationId === null) {
    return [userError(['refundMethods'], 'The order has no customer to give store credit to')];
  }
  const {expiresAt} = first?.method ?? {};
  if (expiresAt && Date.parse(expiresAt) <= now) {
    return [
      userError(['refundMethods', '0', 'storeCreditRefund', 'expiresAt'], 'The expiry date must be in the future'),
    ];
  }
  return [];
};

/** Assumption 14. */
const CHECKS: readonly Check[] = [
  currency,
  quantities,
  amounts,
  netPaymentReceived,
  kinds,
  parents,
  shipping,
  duties,
  storeCredit,
];

/** The errors of the first check that fails; empty when the refund may be made. */
export function refundErrors(situation: RefundSituation): UserError[] {
  for (const check of CHECKS) {
    const errors = check(situation);
    if (errors.length > 0) return errors;
  }
  return [];
}
