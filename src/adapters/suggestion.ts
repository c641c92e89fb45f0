import {add, subtract, sum, type Money, type OrderSnapshot, type ShopifyFigures} from '../core/index.ts';
import {moneyPair, signedPair, type Currencies} from './money.ts';
import {child, children, isAbsent, optionalChild, text, type Node, node} from './read.ts';

/** What of an order decides how Shopify's figures are read. */
export type FiguresFor = Pick<OrderSnapshot, 'currency' | 'shopCurrency' | 'taxesIncluded'>;

/** Shopify's figures with the state of the order that they belong to. */
export interface SuggestedFigures extends ShopifyFigures {
  readonly orderUpdatedAt: string;
  /** The customer's currency; below zero where more went out than came in. */
  readonly netPayment: Money;
}

/**
 * Shopify's figures from the answer (`data`) of RefundSuggestion.graphql.
 * @throws InputError where a field is missing or malformed, or Shopify suggests nothing for this order
 */
export function figuresFromSuggestion(data: unknown, order: FiguresFor): SuggestedFigures {
  const answer = child(node(data, ''), 'order');
  const currencies = {shop: order.shopCurrency, presentment: order.currency};
  return {
    ...figuresOf(child(answer, 'suggestedRefund'), currencies, order.taxesIncluded),
    orderUpdatedAt: text(answer, 'updatedAt'),
    netPayment: signedPair(answer, 'netPaymentSet', currencies).presentment,
  };
}

/**
 * A SuggestedRefund as figures that compare with our components, in the customer's currency:
 * - `items` is `subtotalSet`: the discounted price of the units. Where prices include tax it must hold the tax. Shopify doesn't
 *   document whether its subtotal does, so the reading is taken that adds up to `amountSet` (subtotal, else subtotal + tax).
 * - `tax` is all tax, the shipping's with it, where prices don't include tax, else zero. Should `amountSet` show that
 *   `totalTaxSet` leaves the shipping's tax out, that is added.
 * - `shipping` is `shipping.amountSet`: without its tax where prices don't include tax.
 * - `duties` is `totalDutiesSet`.
 */
function figuresOf(suggestion: Node, currencies: Currencies, taxesIncluded: boolean): ShopifyFigures {
  const read = (parent: Node, key: string) => moneyPair(parent, key, currencies).presentment;
  const total = (...parts: readonly Money[]) => sum(parts, currencies.presentment);
  const shippingNode = child(suggestion, 'shipping');
  const amount = read(suggestion, 'amountSet');
  const subtotal = read(suggestion, 'subtotalSet');
  const allTax = read(suggestion, 'totalTaxSet');
  const shippingPrice = read(shippingNode, 'amountSet');
  const shippingTax = read(shippingNode, 'taxSet');
  const duties = read(suggestion, 'totalDutiesSet');
  const taxApart = total(subtotal, allTax, shippingPrice, shippingTax, duties).minor === amount.minor;
  const itemsTax = taxApart || allTax.minor < shippingTax.minor ? allTax : subtract(allTax, shippingTax);

  const common = {
    duties,
    maximumRefundable: read(suggestion, 'maximumRefundableSet'),
    transactions: children(suggestion, 'suggestedTransactions').flatMap((entry) => {
      const parent = optionalChild(entry, 'parentTransaction');
      if (!parent) return [];
      const capped = !isAbsent(entry, 'maximumRefundableSet');
      return {
        parentId: text(parent, 'id'),
        amount: read(entry, 'amountSet'),
        maximumRefundable: capped ? read(entry, 'maximumRefundableSet') : null,
      };
    }),
  };
  if (!taxesIncluded) {
    return {...common, items: subtotal, tax: taxApart ? add(allTax, shippingTax) : allTax, shipping: shippingPrice};
  }
  const gross = total(subtotal, shippingPrice, duties).minor === amount.minor;
  const net = total(subtotal, itemsTax, shippingPrice, duties).minor === amount.minor;
  return {
    ...common,
    items: !gross && net ? add(subtotal, itemsTax) : subtotal,
    tax: total(),
    shipping: shippingPrice,
  };
}
