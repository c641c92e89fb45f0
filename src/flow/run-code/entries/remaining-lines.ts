import {flowOrder, snapshotFromFlow} from '../../../adapters/flow-order.ts';
import {parseMoney, type Recipe} from '../../../core/index.ts';
import {composeItems} from '../../../core/plan/compose/items.ts';
import {decideWith} from '../../../core/plan/decide-with.ts';
import {sha256Hex} from '../../../execution/hash.ts';
import {answered, Refusal, type Verdict} from '../script/answer.ts';
import {claimed, flowIntent, refuseOccupied, type Claimed} from '../script/claiming.ts';
import {amountOf, currencyOf, switchOf, textOf, type Given} from '../script/constants.ts';
import {claimOfOrder} from '../script/order.ts';
import {refundOnly, refuseUnclear} from '../script/refund-order.ts';

const HANDLE = 'remaining-lines';

const RECIPE: Recipe = {
  format: 1,
  handle: HANDLE,
  version: 1,
  title: {en: 'Remaining lines'},
  ground: 'policy',
  parts: [{kind: 'items', amount: {type: 'remaining'}, selection: 'all'}],
  destinations: {owed: ['originalPayment'], policy: ['originalPayment'], goodwill: ['outsidePayment']},
};

/** All lines that are left of an order, back to how it was paid: a money step that runs twice finds no lines any more. */
export function main({order: value}: {readonly order: unknown}, given: Given): Claimed | Verdict {
  return answered(value, () => {
    const dryRun = switchOf(given, 'DRY_RUN');
    const again = textOf(given, 'AGAIN');
    const currency = currencyOf(given, 'CURRENCY');
    const most = parseMoney(amountOf(given, 'AT_MOST', currency), currency);
    const notify = {refund: switchOf(given, 'NOTIFY_CUSTOMER')};
    const order = flowOrder(value);
    const intentId = flowIntent(order, HANDLE, again);
    refuseOccupied(claimOfOrder(order), intentId);
    const snapshot = snapshotFromFlow(order);
    refuseUnclear(snapshot, currency);
    const input = {order: snapshot, recipe: RECIPE, choices: {notify}, intentId, hash: sha256Hex};
    const decided = decideWith({items: composeItems, settlers: {}}, input);
    const outside = decided.decision.legs.find(({kind}) => kind === 'outsidePayment');
    if (outside) {
      throw new Refusal(
        'outsidePayment',
        `Order ${snapshot.name} can’t be paid back through Shopify alone: use the action on the order page.`,
      );
    }
    return claimed({order, snapshot, decided, dryRun, most, send: refundOnly});
  });
}
