import {flowOrder} from '../../../adapters/flow-order.ts';
import {aliasedMetafield} from '../../../adapters/flow-whole.ts';
import {optionalText, text, type Node} from '../../../adapters/read.ts';
import type {Choices} from '../../../core/index.ts';
import {askIntentOf, type Ask} from '../../../execution/requests/ask.ts';
import {requestIdOf} from '../../../execution/requests/id.ts';
import {readRequests} from '../../../execution/requests/read.ts';
import {Refusal, type Verdict} from './answer.ts';
import {compared} from './claiming.ts';
import {momentOf} from './days.ts';
import {jsonText, safeText} from './json.ts';
import {claimOfOrder, moneyOfOrder} from './order.ts';

export interface Requested extends Verdict {
  readonly orderName: string;
  /** Of the request, as staff and App Home see it. */
  readonly requestId: string;
  /** The list of metafieldsSet as JSON. */
  readonly metafields: string;
}

/** What is asked for, before the order says how much of the text is its own. */
export interface Asking {
  readonly recipe: string;
  readonly choices: Choices;
  /** Empty: the order's note stands in. */
  readonly reason: string;
  readonly again: string;
}

/** Staff read it in one line. Whole characters: half of a pair (an emoji) is no text that Shopify takes. */
function shortened(words: string): string {
  return Array.from(words).slice(0, 200).join('');
}

/**
 * A refund request for a person to release, beside those that are on the order already. The same one again is told apart: asked,
 * declined, paid; and so is an order of which nothing is left.
 * @throws Refusal, InputError
 */
export function requested(value: unknown, {recipe, choices, reason, again}: Asking): Requested {
  const order = flowOrder(value);
  const orderId = text(order, 'id');
  const name = text(order, 'name');
  const words = shortened(reason || (optionalText(order, 'note') ?? ''));
  const ask: Ask = {recipe, choices, reason: words, ...(again === '' ? {} : {again})};
  const intentId = askIntentOf(orderId, ask);
  const {claim, problem} = claimOfOrder(order);
  if (problem) {
    throw new Refusal(
      'claimProblem',
      `The refund record of order ${name} can’t be trusted (${problem.code}): look at its refund block.`,
    );
  }
  const executed = claim ? [claim.intentId, ...claim.earlier.map((earlier) => earlier.intentId)] : [];
  if (executed.includes(intentId)) {
    throw answeredBefore(name, PAID);
  }
  const asks = aliasedMetafield(order, 'refundRecipesAsk');
  const requestId = requestIdOf(orderId, {handle: recipe, version: null}, choices, intentId);
  refuseKnown(order, intentId, name);
  if (moneyOfOrder(order).netPayment.minor <= 0) {
    throw new Refusal('nothingLeft', `Nothing is left to refund on order ${name}.`);
  }
  const kept = asked(asks?.value ?? '[]', name).filter(
    (entry) => !executed.includes(askIntentOf(orderId, entry as Ask)),
  );
  const field = {ownerId: orderId, namespace: 'refund_recipes', key: 'ask', type: 'json'};
  const list = [...kept, ask];
  return {
    go: true,
    code: 'ready',
    why: safeText(`Asks for ${recipe} on order ${name}: a person releases it.`),
    orderName: safeText(name),
    requestId,
    metafields: jsonText([
      {...field, value: JSON.stringify(list.length === 1 ? ask : list), ...compared(asks?.compareDigest ?? null)},
    ]),
  };
}

/** @throws Refusal where the request is there */
function refuseKnown(order: Node, intent: string, name: string): void {
  const request = aliasedMetafield(order, 'refundRecipesRequest');
  const ask = aliasedMetafield(order, 'refundRecipesAsk');
  const updatedAt = momentOf(text(order, 'updatedAt'), 'order.updatedAt');
  const known = readRequests({request, ask}, text(order, 'id'), updatedAt).requests.find(
    ({intentId, state}) => intentId === intent && state !== 'expired',
  );
  if (known) throw answeredBefore(name, ANSWERS[known.state] ?? PAID);
}

const PAID = ['alreadyRefunded', 'it was paid'] as const;

const ANSWERS: Readonly<Record<string, readonly [string, string]>> = {
  waiting: ['alreadyAsked', 'it waits for a person'],
  declined: ['declined', 'it was declined'],
};

function answeredBefore(name: string, [code, what]: readonly [string, string]): Refusal {
  return new Refusal(code, `This was asked before for order ${name}, and ${what}.`);
}

/** What was asked before. @throws Refusal where that can't be read: it is never written over */
function asked(value: string, name: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    throw new Refusal(
      'askUnreadable',
      `What was asked before for order ${name} can’t be read: look at the metafield refund_recipes.ask.`,
    );
  }
}
