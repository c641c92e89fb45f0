/** `npm run -s proof` runs the proofs whole. Here, in short: they hold for the engine, and notice when the protocol is broken on purpose. */
import {describe, expect, it} from 'vitest';
import {ExecutionState} from '../../graphql/generated/operations.ts';
import {AdminError, executePlan, readClaim} from '../../src/execution/index.ts';
import {moneyStateOf} from '../../src/execution/money-state.ts';
import {proveFaults} from './faults.ts';
import {proveModel} from './model.ts';
import {proveRaces} from './race.ts';
import {lineOf} from './report.ts';
import {ENGINE} from './world.ts';
import type {Engine} from './world.ts';

/** Reads the claim again right before claiming, instead of using what the person saw. */
const READS_AGAIN: Engine = {
  async execute(plan, confirmed, env) {
    const {data} = await env.admin.request(ExecutionState, {id: plan.orderId});
    if (!data.order) return;
    const claim = readClaim(data.order.claim, plan.orderId);
    await executePlan(plan, {...confirmed, claim, money: moneyStateOf(data.order)}, env);
  },
};

/** Writes the same nonce every time: an unchanged value passes any digest. */
const WITHOUT_NONCE: Engine = {...ENGINE, nonce: () => '0'.repeat(32)};

/** Sends store credit again when the answer got lost. */
const REPEATS_CREDIT: Engine = {
  ...ENGINE,
  admin: (admin) => ({
    async request(operation, variables) {
      try {
        return await admin.request(operation, variables);
      } catch (error) {
        const credit = operation.startsWith('mutation StoreCreditAccountCredit');
        if (!credit || !(error instanceof AdminError) || error.landed === 'no') throw error;
        return admin.request(operation, variables);
      }
    },
  }),
};

/** Believes a lost answer of refundCreate to mean that nothing happened: the next generation, another key. */
const NEW_KEY_EACH_TIME: Engine = {
  ...ENGINE,
  admin: (admin) => {
    let count = 0;
    return {
      request(operation, variables) {
        if (!operation.startsWith('mutation RefundCreate')) return admin.request(operation, variables);
        count += 1;
        return admin.request(operation, {...variables, key: `another ${count}`});
      },
    };
  },
};

describe('proofs', () => {
  it('hold', async () => {
    const reports = [await proveFaults(ENGINE, ['RefundCreate']), await proveRaces(), await proveModel(200, 1)];
    expect(reports.flatMap(({failures}) => failures)).toEqual([]);
    expect(reports.map((report) => lineOf(report).endsWith('· ok'))).toEqual([true, true, true]);
  }, 60_000);

  it('notice a digest that is read again before claiming', async () => {
    const report = await proveRaces(READS_AGAIN);
    expect(report.failures).toContain('one after the other: paid twice: 1390 and 1490');
    expect(lineOf(report)).toMatch(/FAILED$/);
  });

  it('notice a dropped nonce', async () => {
    expect((await proveRaces(WITHOUT_NONCE)).failures).toContain('one person, two tabs: paid twice: 695 and 1490');
  });

  it('notice an unknown credit that is repeated', async () => {
    expect((await proveFaults(REPEATS_CREDIT, ['StoreCreditAccountCredit'])).failures).not.toEqual([]);
  }, 60_000);

  it('notice a refund under another key', async () => {
    expect((await proveFaults(NEW_KEY_EACH_TIME, ['RefundCreate'])).failures).not.toEqual([]);
  }, 60_000);
});
