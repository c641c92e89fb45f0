import type {Run} from '../run.ts';
import type {CallAct, ClaimedCall} from '../types.ts';

/**
 * Money that the shop pays outside Shopify: nothing is sent, the claim says that it is owed.
 * @throws Halt, AdminError before the first write
 */
export async function outsideStep(
  run: Run,
  call: ClaimedCall & {readonly act: Extract<CallAct, {kind: 'outsidePayment'}>},
): Promise<null> {
  if (run.written === null) await run.look();
  const owed = {
    planId: run.draft.planId,
    callId: call.id,
    amount: call.act.amount,
    at: new Date(run.env.now()).toISOString(),
    state: 'owed' as const,
  };
  run.draft = {...run.draft, outside: [...run.draft.outside, owed]};
  run.move(call.id, 'done');
  return null;
}
