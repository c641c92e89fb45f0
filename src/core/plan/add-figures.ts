import type {Money} from '../money/index.ts';
import type {ShopifyFigures} from './types.ts';

/** The figures of one refund that was asked in several parts, because Shopify's lists end at 250. */
export function addFigures(a: ShopifyFigures, b: ShopifyFigures): ShopifyFigures {
  const plus = (x: Money, y: Money): Money => ({minor: x.minor + y.minor, currency: x.currency});
  const known = new Map(a.transactions.map((transaction) => [transaction.parentId, transaction]));
  for (const transaction of b.transactions) {
    const before = known.get(transaction.parentId);
    known.set(
      transaction.parentId,
      before ? {...before, amount: plus(before.amount, transaction.amount)} : transaction,
    );
  }
  return {
    items: plus(a.items, b.items),
    tax: plus(a.tax, b.tax),
    shipping: plus(a.shipping, b.shipping),
    duties: plus(a.duties, b.duties),
    // The order's own ceiling, the same in every answer.
    maximumRefundable:
      a.maximumRefundable.minor >= b.maximumRefundable.minor ? a.maximumRefundable : b.maximumRefundable,
    transactions: [...known.values()],
  };
}
