import {OrdersToTry} from '../../../../graphql/generated/operations.ts';
import type {OrdersToTryQuery} from '../../../../graphql/generated/admin.generated.d.ts';
import {contextFromAdmin, snapshotFromAdmin} from '../../../adapters/index.ts';
import {
  type ChoiceField,
  choiceFields,
  type Choices,
  InputError,
  type OrderSnapshot,
  planRefund,
  type Recipe,
  type RefundPlan,
} from '../../../core/index.ts';
import {readOrderForRefund} from '../../../execution/read-order.ts';
import {decimalText} from '../../words/amount-text.ts';
import type {HomeHost} from '../home-host.ts';
import {patient} from '../load.ts';

/** An order that a recipe is tried on. */
export interface TryOrder {
  readonly order: OrderSnapshot;
  readonly locationId: string | null;
}

export type OrderChoice = OrdersToTryQuery['orders']['nodes'][number];

/** @param name `#1001` or `1001`; empty for the newest. @throws AdminError */
export async function ordersToTry(host: HomeHost, name: string): Promise<readonly OrderChoice[]> {
  const wanted = name.trim().replaceAll(/["\\]/g, '');
  const {data} = await patient(host).request(OrdersToTry, {query: wanted ? `name:"${wanted}"` : null});
  return data.orders.nodes;
}

/** @throws AdminError, Halt, InputError */
export async function readTryOrder(host: HomeHost, id: string): Promise<TryOrder> {
  const {raw} = await readOrderForRefund(patient(host), id, host.now);
  return {order: snapshotFromAdmin(raw), locationId: contextFromAdmin(raw).locations[0]?.id ?? null};
}

export type AmountField = Extract<ChoiceField, {field: 'amount'}>;

export interface Trial {
  readonly plan: RefundPlan | null;
  /** Amounts that staff would type. */
  readonly amounts: readonly AmountField[];
  readonly refusal: InputError | null;
  /** Items are chosen order by order: one unit was taken here. */
  readonly sampled: boolean;
}

/**
 * What the recipe would do on the order: the same planner as on the order's page, with its own figures; nothing is asked of
 * Shopify and nothing moves.
 * @param typed the amounts that staff would type, by kind of part
 */
export function trial(
  recipe: Recipe,
  {order, locationId}: TryOrder,
  typed: Readonly<Record<string, string>>,
  hash: HomeHost['hash'],
): Trial {
  const chosen = recipe.parts.some(({kind, selection}) => kind === 'items' && selection === 'chosen');
  const line = chosen ? order.lines.find(({refundable, onOpenReturn}) => refundable > onOpenReturn) : undefined;
  const texts = Object.entries(typed).filter(([kind]) => recipe.parts.some((part) => part.kind === kind));
  const choices: Choices = {
    ...(locationId && {locationId}),
    ...(line && {quantities: {[line.id]: 1}}),
    ...(texts.length > 0 && {amounts: Object.fromEntries(texts.map(([kind, text]) => [kind, decimalText(text)]))}),
  };
  let amounts: readonly AmountField[] = [];
  try {
    amounts = choiceFields(order, recipe, choices).filter((field) => field.field === 'amount');
    const plan = planRefund({order, recipe, choices, intentId: 'trial', hash});
    return {plan, amounts, refusal: null, sampled: line !== undefined};
  } catch (error) {
    if (error instanceof InputError) return {plan: null, amounts, refusal: error, sampled: false};
    throw error;
  }
}
