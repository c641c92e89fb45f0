import {flowOrder, snapshotFromFlow} from '../../../adapters/flow-order.ts';
import {parseMoney, planRefund, type OrderSnapshot, type Recipe, type RefundPlan} from '../../../core/index.ts';
import {moneyInput} from '../../../execution/calls/refund-variables.ts';
import {sha256Hex} from '../../../execution/hash.ts';
import type {CallAct} from '../../../execution/types.ts';
import {answered, Refusal, type Verdict} from '../script/answer.ts';
import {claimed, flowIntent, refuseOccupied, type Claimed, type Sent} from '../script/claiming.ts';
import {amountOf, percentOf, switchOf, textOf, wholeOf, wordsOf, type Given} from '../script/constants.ts';
import {DAY_MS, momentOf, momentText} from '../script/days.ts';
import {claimOfOrder} from '../script/order.ts';
import {onlySent, refuseUnclear} from '../script/refund-order.ts';

const HANDLE = 'store-credit-bonus-flow';

/**
 * The order's remaining lines as store credit with a bonus, instead of cash. The refund guards itself by its lines; nothing guards
 * the bonus against a step that is repeated: see the workflow's safety letter.
 */
export function main({order: value}: {readonly order: unknown}, given: Given): Claimed | Verdict {
  return answered(() => {
    const dryRun = switchOf(given, 'DRY_RUN');
    const again = textOf(given, 'AGAIN');
    const currency = wordsOf(given, 'CURRENCY');
    const most = parseMoney(amountOf(given, 'AT_MOST', currency), currency);
    const recipe = recipeOf(percentOf(given, 'BONUS_PERCENT'), wholeOf(given, 'BONUS_DAYS', 1, 3650));
    const channel = wordsOf(given, 'CONSENT');
    const send = switchOf(given, 'NOTIFY_CUSTOMER');
    const order = flowOrder(value);
    const intentId = flowIntent(order, HANDLE, again);
    refuseOccupied(claimOfOrder(order), intentId);
    const snapshot = snapshotFromFlow(order);
    refuseUnclear(snapshot, currency);
    if (!snapshot.creditOwner) {
      throw new Refusal('guest', `Order ${snapshot.name} is a guest’s: store credit needs a customer.`);
    }
    const consent = {by: 'customer', at: snapshot.updatedAt, channel};
    const choices = {consent, notify: {refund: send, storeCredit: send}};
    const plan = planRefund({order: snapshot, recipe, choices, intentId, hash: sha256Hex});
    if (plan.legs.some(({kind}) => kind === 'outsidePayment' || kind === 'refundToOriginalPayment')) {
      throw new Refusal(
        'otherDestination',
        `Order ${plan.orderName} can’t become store credit as a whole: use the action on the order page.`,
      );
    }
    return claimed({order, plan, dryRun, most, send: (act) => creditOf(act, plan, snapshot)});
  });
}

function recipeOf(percent: string, bonusExpiresAfterDays: number): Recipe {
  return {
    format: 1,
    handle: HANDLE,
    version: 1,
    title: {en: 'Store credit with bonus'},
    ground: 'policy',
    parts: [
      {kind: 'items', amount: {type: 'remaining'}, selection: 'all'},
      {kind: 'bonus', amount: {type: 'percent', value: percent}},
    ],
    destinations: {owed: ['storeCredit'], policy: ['storeCredit'], goodwill: ['storeCredit']},
    bonusExpiresAfterDays,
  };
}

/** So that nobody takes a credit of before for ours: the workflow reads no transactions, and a person settles what stays open. */
const NOT_READ = 'not read by the workflow';

function creditOf(act: CallAct, plan: RefundPlan, {creditOwner}: OrderSnapshot): Sent {
  if (act.kind !== 'storeCreditAccountCredit') return onlySent();
  const {amount, ownerId, expiresAfterDays, notify} = act;
  const account = creditOwner?.accounts.find(({balance}) => balance.currency === amount.currency);
  const expiresAt =
    expiresAfterDays === undefined
      ? undefined
      : momentText(momentOf(plan.orderUpdatedAt, 'order.updatedAt') + expiresAfterDays * DAY_MS);
  const expires = expiresAt === undefined ? {} : {expiresAt};
  const before = account
    ? {accountId: account.id, lastTransactionId: NOT_READ, balance: account.balance}
    : {accountId: null, lastTransactionId: null, balance: {minor: 0, currency: amount.currency}};
  return {
    variables: {id: ownerId, creditInput: {creditAmount: moneyInput(amount), notify, ...expires}},
    evidence: {before, ownerId, ...expires},
  };
}
