import {bareSnapshot} from '../../../adapters/flow-bare.ts';
import {flowOrder} from '../../../adapters/flow-order.ts';
import {optionalChild, text, type Node} from '../../../adapters/read.ts';
import {InputError, parseMoney, toDecimal, type Decision, type Recipe} from '../../../core/index.ts';
import {composeExtra} from '../../../core/plan/compose/extras.ts';
import {decideWith} from '../../../core/plan/decide-with.ts';
import {sha256Hex} from '../../../execution/hash.ts';
import {planReference} from '../../../execution/money-state.ts';
import type {CallAct} from '../../../execution/types.ts';
import {answered, Refusal, type Verdict} from '../script/answer.ts';
import {claimed, flowIntent, refuseOccupied, type Claimed, type Sent} from '../script/claiming.ts';
import {amountOf, currencyOf, switchOf, textOf, type Given} from '../script/constants.ts';
import {claimOfOrder} from '../script/order.ts';
import {TO_SEND_TAG, tagsOf} from '../script/tags.ts';

const HANDLE = 'goodwill-gift-card';

export type Card = Claimed & {
  /** Shopify is to mail the card. */
  readonly notify: boolean;
  /** No earlier card of this order waits to be sent. */
  readonly first: boolean;
};

/** A goodwill gift card under a code that follows from the order: a money step that runs twice meets its own card (UNCONFIRMED 28). */
export function main({order: value}: {readonly order: unknown}, given: Given): Card | Verdict {
  return answered(value, () => {
    const dryRun = switchOf(given, 'DRY_RUN');
    const mails = switchOf(given, 'NOTIFY_CUSTOMER');
    const again = textOf(given, 'AGAIN');
    const currency = currencyOf(given, 'CURRENCY');
    const amount = amountOf(given, 'AMOUNT', currency);
    const secret = secretOf(given);
    const order = flowOrder(value);
    const intentId = flowIntent(order, HANDLE, again);
    refuseOccupied(claimOfOrder(order), intentId);
    const snapshot = bareSnapshot(order);
    if (snapshot.currency !== currency || snapshot.shopCurrency !== currency) {
      const paid = snapshot.currency === currency ? snapshot.shopCurrency : snapshot.currency;
      throw new Refusal(
        'otherCurrency',
        `Order ${snapshot.name} is in ${paid}, not in ${currency}: a gift card is in the shop’s currency.`,
      );
    }
    if (snapshot.cancelled) throw new Refusal('cancelled', `Order ${snapshot.name} is cancelled.`);
    const input = {order: snapshot, recipe: recipeOf(amount), choices: {}, intentId, hash: sha256Hex};
    const decided = decideWith({extra: composeExtra, settlers: {}}, input);
    const most = parseMoney(amount, currency);
    const card = claimed({
      order,
      snapshot,
      decided,
      dryRun,
      most,
      send: ({act}) => cardOf(act, decided.decision, order, secret),
    });
    return {
      ...card,
      notify: mails && optionalChild(order, 'customer') !== null,
      first: !tagsOf(order).includes(TO_SEND_TAG),
    };
  });
}

function recipeOf(value: string): Recipe {
  return {
    format: 1,
    handle: HANDLE,
    version: 1,
    title: {en: 'Goodwill gift card'},
    ground: 'goodwill',
    parts: [{kind: 'goodwill', amount: {type: 'fixed', value}}],
    destinations: {owed: ['outsidePayment'], policy: ['outsidePayment'], goodwill: ['giftCard']},
  };
}

const SECRET = 'SECRET';

/** Whoever knows it can compute the code of every card. @throws InputError where it is too short to be one */
function secretOf(given: Given): string {
  const value = given[SECRET];
  const secret = typeof value === 'string' ? value.trim() : '';
  if (secret.length >= 20 && new Set(secret).size >= 8) return secret;
  // The value itself stays out of the message: it goes into the run log.
  throw new InputError(
    SECRET,
    `${secret.length} characters`,
    'Write at least 20 random characters between the quotes, which nobody can guess.',
  );
}

/** No letters that are taken for digits. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 16 characters of 32: 80 bits of SHA-256 over the secret and the intent. Shopify takes 8 to 20 letters and digits. */
function codeOf(secret: string, intentId: string): string {
  const digest = sha256Hex(JSON.stringify([secret, intentId]));
  return Array.from({length: 16}, (_none, index) => {
    return ALPHABET.charAt(Number.parseInt(digest.slice(index * 2, index * 2 + 2), 16) % ALPHABET.length);
  }).join('');
}

function cardOf(act: CallAct, plan: Decision, order: Node, secret: string): Sent {
  if (act.kind !== 'giftCardCreate') throw new Refusal('otherDestination', 'A gift card was expected.');
  const code = codeOf(secret, plan.intentId);
  const customer = optionalChild(order, 'customer');
  const [call] = plan.calls;
  return {
    variables: {
      input: {
        initialValue: toDecimal(act.amount),
        code,
        note: planReference(plan.planId, call?.id ?? ''),
        ...(customer ? {customerId: text(customer, 'id')} : {}),
      },
    },
    evidence: {giftCardCode: code},
  };
}
