import {addFigures, suggestionInput} from '../core/index.ts';
import {figuresFromSuggestion} from '../adapters/index.ts';
import type {SuggestedFigures} from '../adapters/index.ts';
import type {OrderSnapshot, RefundPlan} from '../core/index.ts';
import {RefundSuggestion} from '../../graphql/generated/operations.ts';
import type {AdminApi} from './types.ts';

/**
 * Shopify's figures for exactly what a plan refunds. Also where Shopify has nothing to calculate (a gesture): the answer still
 * tells whether the order is as it was, and the most that each payment takes.
 * @param admin should be patient (`withRetry`)
 * @throws AdminError, InputError
 */
export async function askFigures(admin: AdminApi, plan: RefundPlan, order: OrderSnapshot): Promise<SuggestedFigures> {
  const [first = {id: order.id, refundLineItems: [], shippingAmount: '0', refundDuties: []}, ...more] =
    suggestionInput(plan);
  const ask = async (variables: typeof first): Promise<SuggestedFigures> =>
    figuresFromSuggestion((await admin.request(RefundSuggestion, variables)).data, order);
  let figures = await ask(first);
  for (const variables of more) {
    const part = await ask(variables);
    figures = {...part, ...addFigures(figures, part)};
  }
  return figures;
}
