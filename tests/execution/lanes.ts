/** All lanes at once on one order: the button, requests, actions, payments outside, the bank, and Shopify's own screen. */
import {findOrder} from '../../lab/admin-api/orders/repository.ts';
import {settleRefund} from '../../lab/admin-api/orders/controls.ts';
import {setGatewayAnswer} from '../../lab/admin-api/orders/gateways.ts';
import {accountsOf, transactionsOf} from '../../lab/admin-api/store-credit/accounts.ts';
import {InputError} from '../../src/core/index.ts';
import {AdminError, cancelOutside, decide, earlierMovements, executedMovements} from '../../src/execution/index.ts';
import {executePlan, markOutsidePaid, planOfRequest, readOrderForRefund} from '../../src/execution/index.ts';
import {refreshPending, resume} from '../../src/execution/index.ts';
import type {Claim} from '../../src/execution/index.ts';
import type {Movement} from '../../src/message/types.ts';
import {Halt} from '../../src/execution/problem.ts';
import {readBlock} from '../../src/ui/order-block/reading.ts';
import {viewOf} from '../../src/ui/order-block/view.ts';
import {call, functionOn, numberOf, SHOP} from '../endpoint/shop.ts';
import {refundElsewhere, shop, write} from './approval-shop.ts';
import {confirmedPlan} from './lab-order.ts';

const LABEL = {amounts: {returnLabel: '7.45'}};
const REFUNDS = [
  ['shipping-plus-label', LABEL],
  ['chosen-amount', {amounts: {amount: '4.00'}}],
  ['goodwill-amount', {amounts: {goodwill: '3.00'}, prefer: {goodwill: 'outsidePayment'}}],
  ['everything-plus-label', {...LABEL, ground: 'defect'}],
] as const;
const MONEY = ['refundCreate', 'storeCreditAccountCredit', 'metafieldsSet'];
const MINUTES = 60_000;

/** What a random history left wrong, one line each: money beside the record, an answer beside the money, or something forgotten. */
export async function history(seed: number, steps: number): Promise<readonly string[]> {
  const world = await shop();
  const {lab, orderId, customerId, asker, approver} = world;
  const endpoint = functionOn(lab, SHOP);
  const wrong: string[] = [];
  const seen = new Set<string>();
  let state = seed;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % most;
  };
  const pick = <Item>(list: readonly Item[]): Item => list[below(list.length)] as Item;
  const staff = () => pick([asker, approver]);
  const read = (env = asker) => readOrderForRefund(env.admin, orderId, () => env.now());
  /** What Shopify has paid back for a plan, or for anybody else, in cents. */
  const refunded = (isOf: (note: string) => boolean, statuses: readonly string[]) => {
    const order = findOrder(lab.store, orderId);
    const ids = order?.refunds.flatMap(({note, transactionIds}) => (isOf(note ?? '') ? transactionIds : []));
    const own = order?.transactions.filter(({id, status}) => ids?.includes(id) && statuses.includes(status));
    return own?.reduce((all, {amount}) => all + amount.customer, 0) ?? 0;
  };
  const credited = () =>
    accountsOf(lab.store, customerId)
      .flatMap(({id}) => transactionsOf(lab.store, id))
      .reduce((all, {amount}) => all + Math.round(Number(amount) * 100), 0);
  const ofPlan = (claim: Claim, planId: string): readonly Pick<Movement, 'kind' | 'amount' | 'status'>[] => {
    const earlier = claim.earlier.find((one) => one.planId === planId);
    return earlier ? earlierMovements(earlier, claim.outside) : executedMovements(claim);
  };
  const isBy = (planId: string) => (note: string) => note.startsWith(`Refund Recipes ${planId} `);

  /** Somebody opens the order: block and record say what has moved, and each intent and deed was carried out once. */
  const look = async (): Promise<void> => {
    const before = await readBlock(asker, orderId);
    await refreshPending(before.confirmed.claim, before.order.refunds, asker);
    const {claim, refunded: shown} = viewOf(await readBlock(asker, orderId));
    if (!claim || claim.calls.some(({state: of}) => of === 'unknown' || of === 'intended')) return;
    const plans = [claim, ...claim.earlier];
    const all = plans.flatMap(({planId}) => ofPlan(claim, planId)).filter(({status}) => status !== 'open');
    const sum = (kind: string, status = /./) =>
      all.reduce((cents, one) => cents + (one.kind === kind && status.test(one.status) ? one.amount.minor : 0), 0);
    for (const {planId} of plans) {
      const said = ofPlan(claim, planId)
        .filter(({kind, status}) => kind === 'refundToOriginalPayment' && status !== 'open')
        .reduce((cents, {amount}) => cents + amount.minor, 0);
      const paid = refunded(isBy(planId), ['SUCCESS', 'PENDING']);
      if (said !== paid) wrong.push(`${planId} says ${said}, Shopify paid ${paid}`);
    }
    if (sum('storeCredit') !== credited()) wrong.push(`store credit ${credited()}, recorded ${sum('storeCredit')}`);
    const elsewhere = refunded((note) => !note.startsWith('Refund Recipes '), ['SUCCESS']);
    const arrived = refunded(() => true, ['SUCCESS']) + credited() + sum('outsidePayment', /done/);
    const parts = shown.components.reduce((cents, {amount}) => cents + amount.minor, 0);
    if (shown.total.minor !== arrived) wrong.push(`the block shows ${shown.total.minor} of ${arrived}`);
    if (parts !== arrived - elsewhere) wrong.push(`its parts are ${parts} of ${arrived - elsewhere}`);
    for (const {planId} of plans) seen.add(planId);
    if (seen.size > plans.length) wrong.push(`of ${seen.size} refunds ${plans.length} are recorded`);
    const intents = plans.map(({intentId}) => intentId.replace(/^flow-run-\w+-/, ''));
    if (new Set(intents).size < intents.length) wrong.push(`carried out twice: ${intents.join(' ')}`);
  };

  const press = async (count: number): Promise<void> => {
    const [recipe, choices] = pick(REFUNDS);
    const {plan, confirmed} = await confirmedPlan(staff(), orderId, choices, recipe, `intent-${count}`);
    await Promise.all([staff(), ...(below(4) === 0 ? [staff()] : [])].map((env) => executePlan(plan, confirmed, env)));
  };
  const ask = async (): Promise<void> => {
    const [recipe, choices] = pick(REFUNDS);
    await write(world, 'ask', JSON.stringify({recipe, choices, again: String(below(2))}));
  };
  const release = async (): Promise<void> => {
    const [request] = (await world.look()).waiting.requests;
    if (!request) return;
    const carryOut = async (env: typeof asker) => {
      const {plan, confirmed} = await planOfRequest(env, orderId, request.id);
      return executePlan(plan, confirmed, env, () => undefined, {requestId: request.id});
    };
    await Promise.all([asker, approver].slice(below(2)).map(carryOut));
  };
  /** Flow calls an action, perhaps again, perhaps in another run: it hears what Shopify has paid. */
  const act = async (): Promise<void> => {
    const properties = {order_id: numberOf(orderId), label_credit: pick(['7.45', '2.00']), again: pick(['', '2'])};
    const {body} = await call(endpoint, {handle: 'refund-shipping-plus-label', properties, runId: `run-${below(5)}`});
    const told = body.return_value;
    const {claim} = (await read()).claim;
    if (!told || !claim || (told.state !== 'DONE' && told.state !== 'ALREADY_DONE')) return;
    const owed = claim.outside.filter((one) => one.planId === told.plan && one.state === 'owed');
    const due = owed.reduce((cents, {amount}) => cents + amount.minor, 0);
    if (Math.round(Number(told.owedOutside) * 100) !== due) wrong.push(`${told.plan} owes ${told.owedOutside}: ${due}`);
    const paid = refunded(isBy(told.plan), ['SUCCESS', 'PENDING']);
    if (Math.round(Number(told.toOriginalPayment) * 100) !== paid) wrong.push(`${told.plan} paid ${paid}`);
  };
  const goOn = async (): Promise<void> => {
    lab.clock.advance(3 * MINUTES);
    await resume((await read()).confirmed, staff());
    // Whoever answers looks at the account once nothing can be on its way any more.
    lab.faults.release();
    const {claim} = await world.look();
    const open = claim.claim?.calls.find(({kind, state: of}) => {
      return of === 'partlyDone' || (of === 'unknown' && kind === 'storeCreditAccountCredit');
    });
    const recorded = claim.claim ? [claim.claim, ...claim.claim.earlier].map(({planId}) => planId) : [];
    const known = recorded
      .flatMap((planId) => ofPlan(claim.claim as Claim, planId))
      .reduce(
        (cents, {kind, status, amount}) => cents + (kind === 'storeCredit' && status === 'done' ? amount.minor : 0),
        0,
      );
    const happened = open?.state === 'partlyDone' || credited() > known;
    if (open) await decide(claim, open.id, happened ? 'happened' : 'didNotHappen', staff(), 'SEPA 1');
  };
  const settle = async (): Promise<void> => {
    const {claim, waiting} = await world.look();
    const [one] = [...waiting.owed, ...waiting.abandoned];
    if (!one) return;
    if (below(2) === 0) await cancelOutside(claim, one, 'Agreed', staff());
    else await markOutsidePaid(claim, one, {reference: 'SEPA 2', date: '2026-11-22'}, staff());
  };
  const bank = (): Promise<void> => {
    const onItsWay = findOrder(lab.store, orderId)?.transactions.find(({status}) => status === 'PENDING');
    if (onItsWay) settleRefund(lab.store, onItsWay.id, pick(['SUCCESS', 'FAILURE']));
    else setGatewayAnswer(lab.store, 'shopify_payments', {status: pick(['PENDING', 'FAILURE']), errorCode: null}, 1);
    return Promise.resolve();
  };
  const elsewhere = async (): Promise<void> => {
    lab.faults.clear();
    // Refused where no shipping is left.
    if (below(4) === 0) await refundElsewhere(world).catch(() => undefined);
  };

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // A fault on the way to it, or an order that allows it no more.
      if (!(error instanceof AdminError || error instanceof Halt || error instanceof InputError)) throw error;
    }
    lab.faults.release();
    lab.faults.clear();
    await look();
  };
  for (let count = 0; count < steps && wrong.length === 0; count += 1) {
    lab.clock.advance(1000);
    const kind = pick(['failsBefore', 'failsAfter', 'landsLate', 'accessDenied'] as const);
    if (below(3) === 0) lab.faults.add({kind, field: pick(MONEY), nth: 1 + below(2), answer: 'networkCut'});
    await attempt(pick([() => press(count), ask, release, act, act, goOn, goOn, settle, bank, elsewhere]));
  }
  for (let round = 0; round < 8; round += 1) {
    await attempt(goOn);
    await attempt(settle);
    await attempt(bank);
  }
  lab.close();
  return wrong;
}
