import {compare, type Money} from '../../money/index.ts';
import {shippingLeft, shippingTaxOn} from '../../order/index.ts';
import type {RecipePart} from '../../recipe/types.ts';
import type {Component, Notice} from '../types.ts';
import {askedAmount, type AmountContext} from './amounts.ts';
import {checkMost, typedText} from './typed.ts';

export interface ComposedShipping {
  readonly component: Component | null;
  /** The tax on it where prices don't include tax (minor units). */
  readonly tax: number;
  readonly stops: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/**
 * Original shipping, never more than was paid less what went back before, over all shipping lines (facts/refund-rules R10).
 * @throws InputError when staff typed more than that
 */
export function composeShipping(context: AmountContext, part: RecipePart): ComposedShipping {
  const {order, choices} = context;
  const left = shippingLeft(order).price;
  const asked = askedAmount(context, part, left, 'halfUp');
  if (!asked) return {component: null, tax: 0, stops: [{code: 'amountMissing', kind: part.kind}], warnings: []};
  if (typedText('shipping', choices) !== null)
    checkMost('shipping', asked.amount, left, 'no more shipping is left to refund');
  const over = compare(asked.amount, left) > 0;
  const amount: Money = over ? left : asked.amount;
  const gone = order.shippingRefunded.presentment.minor > 0 && left.minor === 0;
  const warnings = [...asked.warnings, ...(gone ? [{code: 'shippingAlreadyRefunded'}] : [])];
  if (amount.minor === 0) return {component: null, tax: 0, stops: [], warnings};
  const cap = over ? {code: 'shippingPaid' as const, asked: asked.amount} : asked.cap;
  return {
    component: {
      kind: 'shipping',
      class: 'owed',
      reason: {code: amount.minor === left.minor ? 'shippingPaid' : 'shippingPart', left},
      amount,
      ...(cap ? {cap} : {}),
      ...(asked.born ? {born: asked.born} : {}),
    },
    tax: shippingTaxOn(order, amount.minor).minor,
    stops: [],
    warnings,
  };
}
