import type {Money} from '../../money/index.ts';
import {payableNow} from '../../order/index.ts';
import type {Ground, RecipePart} from '../../recipe/types.ts';
import {classOf} from '../classes.ts';
import type {Component, Notice, Reason} from '../types.ts';
import {askedAmount, type AmountContext} from './amounts.ts';
import {checkMost, typedText} from './typed.ts';

export interface ComposedPart {
  readonly component: Component | null;
  readonly stops: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/**
 * A sum that staff choose, the return label, or goodwill. Percentages and conversions round up: in the customer's favour.
 * @param base what a percentage is of, and what `remaining` means
 * @throws InputError for a typed sum beyond what is left of the payments
 */
export function composeExtra(context: AmountContext, part: RecipePart, ground: Ground, base: Money): ComposedPart {
  const {order, choices} = context;
  const asked = askedAmount(context, part, base, part.kind === 'amount' ? 'halfUp' : 'up');
  if (!asked) return {component: null, stops: [{code: 'amountMissing', kind: part.kind}], warnings: []};
  if (part.kind === 'amount' && typedText('amount', choices) !== null) {
    checkMost('amount', asked.amount, payableNow(order), 'no more is left of what the customer paid');
  }
  if (asked.amount.minor === 0) return {component: null, stops: [], warnings: asked.warnings};
  const {amount, cap, born, warnings} = asked;
  const kind = part.kind;
  const cls = classOf(part, ground);
  const component: Component = {
    kind,
    class: cls,
    reason: reasonOf(part, cls),
    amount,
    ...(cap ? {cap} : {}),
    ...(born ? {born} : {}),
  };
  return {component, stops: [], warnings};
}

const LABEL_REASONS = {owed: 'labelOwed', policy: 'labelPolicy', goodwill: 'labelGesture'} as const;

function reasonOf(part: RecipePart, cls: Component['class']): Reason {
  if (part.kind === 'returnLabel') return {code: LABEL_REASONS[cls]};
  if (part.kind === 'amount') return {code: 'chosenAmount'};
  return part.amount.type === 'percent'
    ? {code: 'goodwillPercent', percent: part.amount.value}
    : {code: 'goodwillAmount'};
}
