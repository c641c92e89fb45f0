/** The protocol, broken on purpose: each of these must make a proof fail. */
import {ExecutionState, FlowTriggerReceive} from '../../graphql/generated/operations.ts';
import {AdminError, executePlan, readClaim, resume} from '../../src/execution/index.ts';
import type {AdminApi, Claim} from '../../src/execution/index.ts';
import {ENGINE} from './world.ts';
import type {Engine} from './world.ts';

/** Reads the claim again right before claiming, instead of using what the person saw. */
export const READS_AGAIN: Engine = {
  ...ENGINE,
  async execute(plan, confirmed, env) {
    const {order} = (await env.admin.request(ExecutionState, {id: plan.orderId})).data;
    const claim = order ? readClaim(order.claim, plan.orderId) : confirmed.claim;
    // Whoever takes the newest digest also takes over whatever is open there.
    const idle = claim.claim ? {...claim, claim: {...claim.claim, state: 'done' as const, calls: []}} : claim;
    return executePlan(plan, {...confirmed, claim: idle}, env);
  },
};

/** Writes the same nonce every time: an unchanged value passes any digest. */
export const WITHOUT_NONCE: Engine = {...ENGINE, nonce: () => '0'.repeat(32)};

/** Sends store credit again when the answer got lost. */
export const REPEATS_CREDIT: Engine = {
  ...ENGINE,
  admin: wrapped('StoreCreditAccountCredit', async (send) => {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof AdminError) || error.landed === 'no') throw error;
      return send();
    }
  }),
};

/** Believes a lost answer of refundCreate to mean that nothing happened, and sends it under another key. */
export const NEW_KEY_EACH_TIME: Engine = {
  ...ENGINE,
  admin: (admin) => {
    let count = 0;
    return {
      request: (operation, variables) =>
        operation.includes(' RefundCreate(')
          ? admin.request(operation, {...variables, key: `another ${(count += 1)}`})
          : admin.request(operation, variables),
    };
  },
};

/** Takes over at once. */
export const RESUMES_AT_ONCE: Engine = {
  ...ENGINE,
  resume: (confirmed, env) =>
    resume({...confirmed, claim: {...confirmed.claim, updatedAt: '2026-01-01T00:00:00Z'}}, env),
};

/** Writes what became of a call whatever stands there by now. */
export const OVERWRITES: Engine = {
  ...ENGINE,
  admin: (admin) => ({
    request: (operation, variables) => {
      if (!operation.includes(' MetafieldsSet(')) return admin.request(operation, variables);
      const {metafields} = variables as {metafields: {key: string; value: string; compareDigest?: string | null}[]};
      const changed = metafields.map(({compareDigest, ...metafield}) =>
        metafield.key === 'claim' && isConfirmation(JSON.parse(metafield.value) as Claim)
          ? metafield
          : {...metafield, ...(compareDigest === undefined ? {} : {compareDigest})},
      );
      return admin.request(operation, {...variables, metafields: changed});
    },
  }),
};

/** Doesn't look at the order's money again: what others refunded meanwhile stays unseen. */
export const SKIPS_MONEY: Engine = {
  ...ENGINE,
  admin: wrapped('ExecutionState', unseen, 'ExecutionCreditState'),
};

/** Takes Flow's word for granted. */
export const NEVER_TELLS: Engine = {
  ...ENGINE,
  admin: (admin) => ({
    request: (operation, variables) =>
      operation.includes(' FlowTriggerReceive(')
        ? Promise.resolve({data: {flowTriggerReceive: {userErrors: []}} as never, cost: null})
        : admin.request(operation, variables),
  }),
};

/** Tells Flow first, and waits until it has. */
export const WAITS_FOR_FLOW: Engine = {
  ...ENGINE,
  admin: (admin) => ({
    request: async (operation, variables) => {
      if (operation.includes(' StoreCreditAccountCredit(')) {
        const {data} = await admin.request(FlowTriggerReceive, {handle: 'refund-label', payload: {}});
        if (data.flowTriggerReceive?.userErrors.length !== 0) throw new AdminError('network', 'Flow was not told.');
      }
      return admin.request(operation, variables);
    },
  }),
};

interface Bag {
  presentmentMoney: {amount: string};
}

async function unseen<Answer extends {data: unknown}>(send: () => Promise<Answer>): Promise<Answer> {
  const answer = await send();
  const {order} = answer.data as {
    order: {netPaymentSet: Bag; refunds: {note: string | null; totalRefundedSet: Bag}[]};
  };
  const others = order.refunds.filter(({note}) => !note?.startsWith('Refund Recipes '));
  const total = others.reduce((sum, {totalRefundedSet}) => sum + Number(totalRefundedSet.presentmentMoney.amount), 0);
  const money = order.netPaymentSet.presentmentMoney;
  money.amount = (Number(money.amount) + total).toFixed(2);
  order.refunds = order.refunds.filter((refund) => !others.includes(refund));
  return answer;
}

function isConfirmation({calls}: Claim): boolean {
  return calls.some(({state}) => state === 'done');
}

type Send = <Answer extends {data: unknown}>(send: () => Promise<Answer>) => Promise<Answer>;

/** Wraps the requests of some operations. */
function wrapped(name: string, around: Send, other = name): (admin: AdminApi) => AdminApi {
  return (admin) => ({
    request: (operation, variables) =>
      operation.includes(` ${name}(`) || operation.includes(` ${other}(`)
        ? around(() => admin.request(operation, variables))
        : admin.request(operation, variables),
  });
}
