import {flowOrder, snapshotFromFlow} from '../../../adapters/flow-order.ts';
import {parseMoney, type OrderSnapshot, type Recipe} from '../../../core/index.ts';
import {composeItems} from '../../../core/plan/compose/items.ts';
import {decideWith} from '../../../core/plan/decide-with.ts';
import {composeBonus} from '../../../core/plan/settle/bonus.ts';
import {moneyInput} from '../../../execution/calls/refund-variables.ts';
import {sha256Hex} from '../../../execution/hash.ts';
import {answered, Refusal, type Verdict} from '../script/answer.ts';
import {
  claimed,
  flowIntent,
  refuseOccupied,
  type ActingCall,
  type Claimed,
  type ClaimDraft,
  type Sent,
} from '../script/claiming.ts';
import {amountOf, currencyOf, percentOf, switchOf, textOf, wholeOf, wordsOf, type Given} from '../script/constants.ts';
import {DAY_MS, momentOf, momentText} from '../script/days.ts';
import {claimOfOrder} from '../script/order.ts';
import {refundOnly, refuseUnclear} from '../script/refund-order.ts';

const HANDLE = 'store-credit-bonus-flow';

/**
 * The order's remaining lines as store credit with a bonus, instead of cash. The refund guards itself by its lines; nothing guards
 * the bonus against a step that is repeated: see the workflow's safety letter.
 */
export function main(
  {order: value, scheduledAt}: {readonly order: unknown; readonly scheduledAt: unknown},
  given: Given,
): Claimed | Verdict {
  return answered(value, () => {
    const dryRun = switchOf(given, 'DRY_RUN');
    const again = textOf(given, 'AGAIN');
    const currency = currencyOf(given, 'CURRENCY');
    const most = parseMoney(amountOf(given, 'AT_MOST', currency), currency);
    const recipe = recipeOf(percentOf(given, 'BONUS_PERCENT'), wholeOf(given, 'BONUS_DAYS', 1, 3650));
    const channel = wordsOf(given, 'CONSENT');
    const send = switchOf(given, 'NOTIFY_CUSTOMER');
    const now = momentOf(scheduledAt, 'scheduledAt');
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
    const rooms = {items: composeItems, settlers: {bonus: composeBonus}};
    const decided = decideWith(rooms, {order: snapshot, recipe, choices, intentId, hash: sha256Hex});
    if (decided.decision.legs.some(({kind}) => kind === 'outsidePayment' || kind === 'refundToOriginalPayment')) {
      throw new Refusal(
        'otherDestination',
        `Order ${snapshot.name} can’t become store credit as a whole: use the action on the order page.`,
      );
    }
    return claimed({
      order,
      snapshot,
      decided,
      dryRun,
      most,
      send: (call, draft) => sentFor(call, draft, snapshot, now),
    });
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

function sentFor(call: ActingCall, draft: ClaimDraft, {creditOwner}: OrderSnapshot, now: number): Sent {
  const {act} = call;
  if (act.kind !== 'storeCreditAccountCredit') return refundOnly(call, draft);
  const {amount, ownerId, expiresAfterDays, notify} = act;
  const account = creditOwner?.accounts.find(({balance}) => balance.currency === amount.currency);
  const expiresAt = expiresAfterDays === undefined ? undefined : momentText(now + expiresAfterDays * DAY_MS);
  const expires = expiresAt === undefined ? {} : {expiresAt};
  const before = account
    ? {accountId: account.id, lastTransactionId: NOT_READ, balance: account.balance}
    : {accountId: null, lastTransactionId: null, balance: {minor: 0, currency: amount.currency}};
  return {
    variables: {id: ownerId, creditInput: {creditAmount: moneyInput(amount), notify, ...expires}},
    evidence: {before, ownerId, ...expires},
  };
}
