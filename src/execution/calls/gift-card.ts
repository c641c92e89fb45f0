import {GiftCardCreate} from '../../../graphql/generated/operations.ts';
import {AdminError} from '../admin/error.ts';
import {canonicalJson} from '../canonical.ts';
import {planReference} from '../money-state.ts';
import {problemOf, refusedBy} from '../problem.ts';
import type {Run} from '../run.ts';
import type {CallAct, ClaimedCall, Problem} from '../types.ts';
import {moneyInput} from './refund-variables.ts';

type GiftCardCall = ClaimedCall & {readonly act: Extract<CallAct, {kind: 'giftCardCreate'}>};

/** Letters and digits; Shopify takes 8 to 20. */
const CODE_LENGTH = 16;
const TRIES = 3;

/**
 * A gift card under a random code that is written with the intent: a repeat collides with itself, and the collision says
 * that the card is there. Done, the claim keeps the last four characters; the whole code is told once, in an event.
 * @returns what stops the execution, or null when the call is done
 * @throws Halt, AdminError before the act; ClaimLost, ClaimUnwritten
 */
export async function giftCardStep(run: Run, call: GiftCardCall): Promise<Problem | null> {
  await run.look();
  const noted = call.evidence?.giftCardCode;
  const code = noted ?? run.env.nonce().slice(0, CODE_LENGTH);
  const {act} = call;
  const input = {
    code,
    initialAmount: moneyInput(act.amount),
    note: planReference(run.draft.planId, call.id),
  };
  const variablesHash = run.env.hash(canonicalJson(input));
  run.move(call.id, 'intended', {variablesHash, evidence: {...call.evidence, giftCardCode: code}});
  await run.commit();
  for (let tried = 1; ; tried += 1) {
    try {
      const {giftCard, userErrors = []} = (await run.act(GiftCardCreate, {input})).data.giftCardCreate || {};
      const taken = userErrors.some((error) => error.code === 'TAKEN');
      if (giftCard || taken) return done(run, call.id, code, giftCard?.id);
      const problem = refusedBy('giftCardRefused', userErrors);
      return tried === 1 && !noted ? fail(run, call.id, problem) : stay(run, call.id, problem);
    } catch (error) {
      if (!(error instanceof AdminError)) throw error;
      // A "no" to this request says nothing about a former one with this code that may still be on its way.
      if (error.landed === 'no' && tried === 1 && !noted) return fail(run, call.id, problemOf(error));
      if (!error.transient || tried === TRIES) return stay(run, call.id, problemOf(error));
      await run.env.wait(1000 * tried);
    }
  }
}

function done(run: Run, id: string, code: string, giftCardId: string | undefined): null {
  run.tell({type: 'giftCard', callId: id, code});
  run.move(id, 'done', {evidence: {giftCardCode: code.slice(-4), ...(giftCardId ? {giftCardId} : {})}});
  return null;
}

function fail(run: Run, id: string, problem: Problem): Problem {
  run.move(id, 'failed', {evidence: {problem}});
  return problem;
}

function stay(run: Run, id: string, problem: Problem): Problem {
  run.move(id, 'unknown', {evidence: {...run.call(id).evidence, problem}});
  return {...problem, code: 'outcomeUnknown', cause: problem.code};
}
