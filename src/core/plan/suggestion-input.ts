import {toDecimal} from '../money/index.ts';
import {LIST_LIMIT} from './batch/portions.ts';
import type {RefundLineChoice, RefundPlan} from './types.ts';

/** The variables of RefundSuggestion.graphql. */
export interface SuggestionInput {
  readonly id: string;
  readonly refundLineItems: RefundLineChoice[];
  /** A decimal string of the customer's currency. */
  readonly shippingAmount: string;
  readonly refundDuties: {dutyId: string; refundType: 'FULL'}[];
}

/**
 * Asks Shopify for its figures on exactly what the plan refunds: once, or for a long order once per 250 lines, to be added up
 * with `addFigures`. Empty where the plan refunds nothing that Shopify calculates.
 */
export function suggestionInput(plan: RefundPlan): readonly SuggestionInput[] {
  const {asks} = plan;
  if (asks.lines.length === 0 && !asks.shipping && asks.duties.length === 0) return [];
  const count = Math.max(1, Math.ceil(asks.lines.length / LIST_LIMIT), Math.ceil(asks.duties.length / LIST_LIMIT));
  const zero = toDecimal({minor: 0, currency: plan.totals.toCustomer.currency});
  return Array.from({length: count}, (_, index) => {
    const slice = <Entry>(list: readonly Entry[]) => list.slice(index * LIST_LIMIT, (index + 1) * LIST_LIMIT);
    return {
      id: plan.orderId,
      refundLineItems: slice(asks.lines),
      shippingAmount: index === 0 && asks.shipping ? toDecimal(asks.shipping) : zero,
      refundDuties: slice(asks.duties).map((dutyId) => ({dutyId, refundType: 'FULL'})),
    };
  });
}
