import {currenciesOf} from '../../adapters/admin-order.ts';
import {creditOwner} from '../../adapters/credit-owner.ts';
import {snapshotPayments} from '../../adapters/payments.ts';
import {children, node, wholeList} from '../../adapters/read.ts';
import {refundTransactions} from '../../adapters/refunds.ts';
import type {Money, SnapshotPayment} from '../../core/index.ts';
import {moneyOf} from '../../execution/money-state.ts';
import {isOnItsWay} from '../../execution/waiting.ts';
import type {BlockOrder} from './reading.ts';

export type Payment = Pick<SnapshotPayment, 'id' | 'label' | 'kind' | 'refundable'>;

/** The order's payments with what each still takes back. @throws InputError that names a malformed field */
export function paymentsOf(order: BlockOrder): readonly Payment[] {
  const answer = node(order, 'order');
  const refunds = order.refunds.flatMap((refund, index) => refundTransactions(node(refund, `order.refunds[${index}]`)));
  return snapshotPayments(
    [...wholeList(answer, 'transactions', 100, children(answer, 'transactions')), ...refunds],
    currenciesOf(answer),
  );
}

/** What whoever may hold store credit for this order has; null for a guest. @throws InputError */
export function storeCreditOf(order: BlockOrder): readonly Money[] | null {
  return creditOwner(node(order, 'order'))?.accounts.map(({balance}) => balance) || null;
}

/** Money that went, or is on its way, from a payment back to the customer on Shopify's own records. */
export interface Back {
  readonly amount: Money;
  readonly state: 'arrived' | 'onItsWay';
  readonly kind: 'payment' | 'storeCredit';
  readonly label: string;
  /** ISO 8601. */
  readonly at: string | null;
  /** Nobody refunded it with a recipe: Shopify's own screen, or another app. */
  readonly elsewhere: boolean;
}

/** The note that the engine puts on each of its refunds. */
const OURS = /^Refund Recipes \S+ \S+$/;
const STORE_CREDIT = 'shopify_store_credit';

/**
 * Every payment back that Shopify has on record, as it stands now. Left out: what failed, and what our own refunds only
 * book on a manual payment, because there the outside payment is the money.
 */
export function paymentsBack(order: BlockOrder, payments: readonly Payment[]): readonly Back[] {
  return order.refunds.flatMap(({note, createdAt, transactions}) => {
    const elsewhere = !OURS.test(note ?? '');
    return transactions.nodes.flatMap(({kind, status, gateway, amountSet, parentTransaction}): Back[] => {
      const parent = payments.find(({id}) => id === parentTransaction?.id);
      if (kind !== 'REFUND' || (parent?.kind === 'manual' && !elsewhere)) return [];
      const pending = isOnItsWay({status});
      if (!pending && status !== 'SUCCESS') return [];
      const amount = moneyOf(amountSet.presentmentMoney);
      const credit = gateway === STORE_CREDIT || parent?.kind === 'storeCredit';
      return [
        {
          amount,
          state: pending ? 'onItsWay' : 'arrived',
          kind: credit ? 'storeCredit' : 'payment',
          label: parent?.label ?? gateway ?? '',
          at: createdAt ?? null,
          elsewhere,
        },
      ];
    });
  });
}
