import type {OrderLineFragment, RefundLinesPageQuery} from '../../graphql/generated/admin.generated.d.ts';
import {InputError, digitsOf, type OrderSnapshot} from '../core/index.ts';
import {creditOwner} from './credit-owner.ts';
import {lineNodes, snapshotLine} from './lines.ts';
import {moneyPair, noMoney, signedPair, type Currencies} from './money.ts';
import {snapshotPayments} from './payments.ts';
import {
  child,
  children,
  flag,
  isAbsent,
  node,
  optionalChild,
  optionalText,
  pathOf,
  present,
  text,
  wholeList,
  type Node,
} from './read.ts';
import {refundedUnits} from './refunded-units.ts';
import {refundTransactions, snapshotRefund} from './refunds.ts';
import {openReturns} from './returns.ts';
import {shippingRefunded, snapshotShipping} from './shipping.ts';

type RefundLine = NonNullable<RefundLinesPageQuery['refund']>['refundLineItems']['nodes'][number];

/** What did not fit on the first pages. */
export interface FurtherPages {
  /** All lines after the first 250, in order (OrderLinesPage). */
  readonly linesAfter?: readonly OrderLineFragment[];
  /** All lines of an earlier refund after its first 25, by refund id (RefundLinesPage). */
  readonly refundLinesAfter?: Readonly<Record<string, readonly RefundLine[]>>;
}

/**
 * An order as the planner sees it, from the answer (`data`) of OrderForRefund.graphql. Nothing is taken on trust: what is missing
 * or malformed is named by its path, and a list that may be cut is refused, never used.
 * @throws InputError
 */
export function snapshotFromAdmin(data: unknown, pages: FurtherPages = {}): OrderSnapshot {
  const answer = node(data, '');
  const configuration = optionalChild(answer, 'storeCreditConfiguration');
  return snapshotOrder(child(answer, 'order'), configuration && flag(configuration, 'storeCreditEnabled'), pages);
}

/** The currencies of an order. @throws InputError where one is missing or unknown */
export function currenciesOf(order: Node): Currencies {
  const currency = (key: string) => {
    const code = text(order, key);
    digitsOf(code, pathOf(order, key));
    return code;
  };
  return {shop: currency('currencyCode'), presentment: currency('presentmentCurrencyCode')};
}

/** The order itself. @throws InputError as `snapshotFromAdmin` */
export function snapshotOrder(order: Node, storeCreditEnabled: boolean | null, pages: FurtherPages): OrderSnapshot {
  present(
    order,
    'customer',
    'purchasingEntity',
    'cancelledAt',
    'displayFinancialStatus',
    'totalTipReceivedSet',
    'totalCashRoundingAdjustment',
  );
  const currencies = currenciesOf(order);
  const taxesIncluded = flag(order, 'taxesIncluded');
  const refunds = wholeList(order, 'refunds', 250, children(order, 'refunds'));
  const transactions = wholeList(order, 'transactions', 100, children(order, 'transactions'));
  const returns = openReturns(order);
  const around = {
    refundedUnits: refundedUnits(children(order, 'refundLines'), currencies, furtherRefundLines(pages)),
    refundedDuties: refundedDuties(refunds),
    onOpenReturn: returns.units,
    dutiesIncluded: flag(order, 'dutiesIncluded'),
    taxesIncluded,
  };
  const rounding = optionalChild(order, 'totalCashRoundingAdjustment');
  const customer = optionalChild(order, 'customer');
  const further = node(pages, '');
  const linesAfter = further.value['linesAfter'] === undefined ? [] : children(further, 'linesAfter');
  return {
    id: text(order, 'id'),
    name: text(order, 'name'),
    updatedAt: text(order, 'updatedAt'),
    createdAt: text(order, 'createdAt'),
    currency: currencies.presentment,
    shopCurrency: currencies.shop,
    taxesIncluded,
    cancelled: optionalText(order, 'cancelledAt') !== null,
    financialStatus: optionalText(order, 'displayFinancialStatus'),
    tags: tagsOf(order),
    customerLocale: customer && optionalText(customer, 'locale'),
    creditOwner: creditOwner(order),
    storeCreditEnabled,
    lines: lineNodes(order, linesAfter).map((line) => snapshotLine(line, currencies, around)),
    shipping: snapshotShipping(order, currencies),
    ...shippingRefunded(order, currencies, taxesIncluded),
    tip: isAbsent(order, 'totalTipReceivedSet')
      ? noMoney(currencies)
      : moneyPair(order, 'totalTipReceivedSet', currencies),
    payments: snapshotPayments([...refunds.flatMap(refundTransactions), ...transactions], currencies),
    refunds: refunds.map((refund) => snapshotRefund(refund, currencies)),
    openReturns: returns.list,
    disputes: children(order, 'disputes').map((dispute) => ({status: text(dispute, 'status')})),
    cashRounding: rounding ? signedPair(rounding, 'paymentSet', currencies) : noMoney(currencies),
    total: moneyPair(order, 'totalPriceSet', currencies),
    received: moneyPair(order, 'totalReceivedSet', currencies),
    refunded: moneyPair(order, 'totalRefundedSet', currencies),
    netPayment: signedPair(order, 'netPaymentSet', currencies),
  };
}

function refundedDuties(refunds: readonly Node[]): ReadonlySet<string> {
  const duties = refunds.flatMap((refund) => (isAbsent(refund, 'duties') ? [] : children(refund, 'duties')));
  return new Set(
    duties.flatMap((duty) => {
      const original = optionalChild(duty, 'originalDuty');
      return original ? [text(original, 'id')] : [];
    }),
  );
}

function furtherRefundLines(pages: FurtherPages): ReadonlyMap<string, readonly Node[]> {
  const byRefund = optionalChild(node(pages, ''), 'refundLinesAfter');
  if (!byRefund) return new Map();
  return new Map(Object.keys(byRefund.value).map((refundId) => [refundId, children(byRefund, refundId)]));
}

export function tagsOf(order: Node): readonly string[] {
  const tags = order.value['tags'];
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) return tags;
  throw new InputError(pathOf(order, 'tags'), tags, 'Give a list of texts.');
}
