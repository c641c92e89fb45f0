import {FlowTriggerReceive, TriggerFacts} from '../../../graphql/generated/operations.ts';
import {toDecimal} from '../../core/index.ts';
import type {Ground} from '../../core/index.ts';
import {customerMessage} from '../../message/index.ts';
import type {Say} from '../../message/index.ts';
import {writeClaim} from '../claim/write.ts';
import type {Written} from '../claim/write.ts';
import {executedMovements} from '../movements.ts';
import type {Claim, Environment, Problem, TriggerKey} from '../types.ts';
import {isOpen} from './due.ts';
import {payloadOf} from './payload.ts';
import type {About, Facts, Moved} from './payload.ts';

/** The words that an extension ships; empty where there are none, whether Shopify throws then or says the key. */
export function wordsOf({i18n}: Environment): Say {
  return (key, parameters) => {
    try {
      const text = i18n?.translate(key, parameters) || key;
      return text === key ? '' : text;
    } catch {
      return '';
    }
  };
}

/** What is read for an order's triggers. Null where it can't be: nothing is sent then. */
export async function factsOf(id: string, recipe: string, env: Environment): Promise<Facts | null> {
  const t = wordsOf(env);
  try {
    const {data} = await env.admin.request(TriggerFacts, {id, recipe});
    const {customer, name = '', customerLocale} = data.order || {};
    const language = t('language');
    return {
      customerId: customer?.id,
      orderName: name,
      language: customerLocale || language,
      title: titleIn(data.recipe?.recipe?.value, language) || t(`preset.${recipe}.title`),
    };
  } catch {
    return null;
  }
}

/** A stored recipe's title; empty where there is none that can be read: a merchant may have edited it since. */
function titleIn(recipe: string | null | undefined, language: string): string {
  try {
    const {title} = JSON.parse(recipe || '') as {title: Readonly<Record<string, unknown>>};
    const text = title[language] || title['en'];
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}

/**
 * Sends one trigger, once. Whatever goes wrong here, the money has moved and is recorded: nothing is thrown. Whether an
 * extension may do this: docs/unconfirmed.md 13.
 * @param env its `admin` sends again what Shopify surely did not take (`withRetry`); an unknown outcome is not sent again here
 * @returns whether Flow took it
 */
export async function tell(
  key: string,
  about: (facts: Facts) => About,
  facts: Facts | null,
  repeated: boolean,
  env: Environment,
): Promise<boolean> {
  try {
    if (!facts) return false;
    const variables = {handle: `refund-${key}`, payload: payloadOf(about(facts), facts, repeated)};
    const {data} = await env.admin.request(FlowTriggerReceive, variables);
    return data.flowTriggerReceive?.userErrors.length === 0;
  } catch {
    return false;
  }
}

/**
 * Tells Flow what an execution has reached, and notes in the claim what Flow took. Nothing is thrown.
 * @param keys what `due` counted in the claim's last write
 * @returns the claim as it stands now, or null where nothing was written
 */
export async function tellFlow(
  claim: Claim,
  digest: string,
  keys: readonly TriggerKey[],
  env: Environment,
): Promise<Written | null> {
  const flow: Record<string, number | string> = {...claim.flow};
  let taken = false;
  const facts = keys.length > 0 ? await factsOf(claim.orderId, claim.recipe.handle, env) : null;
  for (const key of keys) {
    if (await tell(key, (known) => aboutClaim(claim, key, known, env), facts, flow[key] !== 1, env)) {
      flow[key] = new Date(env.now()).toISOString();
      taken = true;
    }
  }
  try {
    return taken ? await writeClaim(env.admin, {...claim, flow}, digest, env) : null;
  } catch {
    return null;
  }
}

/** Whether they happened is all there is to say: what Shopify answered would invite to try again. */
const UNCERTAIN: ReadonlySet<string> = new Set(['unknown', 'intended']);

/** @param key `attention` lists what is open, `label` the return label alone, `outside` what is owed outside on this order */
export function aboutClaim(claim: Claim, key: TriggerKey, facts: Facts, env: Environment): About {
  const {calls, request} = claim;
  const t = wordsOf(env);
  const all = executedMovements(claim);
  return {
    ...claim,
    moved: movedBy(key, all, claim),
    open: all.flatMap((one) => (one.status === 'done' ? [] : [`${textOf(one)} ${one.kind} ${one.status}`])).join('; '),
    why: calls
      .flatMap(({state, evidence}) => {
        const problem = UNCERTAIN.has(state) ? {code: 'outcomeUnknown'} : evidence?.problem;
        return problem ? [inWords(problem, t)] : [];
      })
      .join(' '),
    references: referencesOf(claim),
    reason: request?.reason || '',
    // Goes out once (design §5.5): of an execution's triggers only this one carries it.
    message:
      key === 'completed' && t('language') ? customerMessage(all, {...facts, ground: claim.ground as Ground}, t) : '',
  };
}

export function textOf({amount}: Pick<Moved, 'amount'>): string {
  return `${toDecimal(amount)} ${amount.currency}`;
}

function movedBy(key: TriggerKey, all: readonly Moved[], claim: Claim): readonly Moved[] {
  const {planId, outside, calls} = claim;
  if (key === 'attention') return executedMovements({...claim, calls: calls.filter(isOpen)});
  if (key === 'completed') return all.filter(({status}) => status !== 'open');
  if (key === 'outside') {
    const others = outside.filter((one) => one.state === 'owed' && one.planId !== planId);
    return [
      ...all.filter(({status}) => status === 'owed'),
      ...others.map(({amount}) => ({kind: 'outsidePayment', class: '', amount, status: 'owed', components: []})),
    ];
  }
  return all.flatMap((movement) => {
    const components = movement.components.filter(({kind}) => kind === 'returnLabel');
    const minor = components.reduce((sum, {amount}) => sum + amount.minor, 0);
    return components.length > 0 ? [{...movement, components, amount: {...movement.amount, minor}}] : [];
  });
}

/** In staff's language where there are words, else the code with what Shopify said. */
export function inWords(problem: Problem, t: Say): string {
  const {code, message = ''} = problem;
  return t(`problem.${code}`, problem as unknown as Record<string, string>) || `${code} ${message}`.trim();
}

/** How staff find what was done: the plan, as refunds' notes carry it, and Shopify's ids. */
function referencesOf({planId, calls}: Claim): string {
  const ids = calls.flatMap(({evidence: {refundId, creditTransactionId, giftCardId, reference} = {}}) => [
    refundId,
    creditTransactionId,
    giftCardId,
    reference,
  ]);
  return [`Refund Recipes ${planId}`, ...ids.flatMap((id) => (id ? [id.replace('gid://shopify/', '')] : []))].join(
    ', ',
  );
}
