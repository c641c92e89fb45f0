import {describe, expect, it} from 'vitest';
import {WaitingOrders} from '../../graphql/generated/operations.ts';
import type {Choices} from '../../src/core/index.ts';
import {AdminError, executePlan, readOrderForRefund, resume, syncTag, WAITING_TAG} from '../../src/execution/index.ts';
import type {AdminApi} from '../../src/execution/index.ts';
import {shop, write} from './approval-shop.ts';
import {confirmedPlan} from './lab-order.ts';
import {FakeShop} from './fake-admin.ts';
import {look, OUTSIDE, planOf} from './plans.ts';

describe('the waiting tag', () => {
  it('is what WaitingOrders looks for', () => {
    expect(WAITING_TAG).toBe('Refund waiting');
    expect(WaitingOrders).toContain(`tag:'${WAITING_TAG}'`);
  });

  it('costs no request where it is right already, whatever its case', async () => {
    const log: string[] = [];
    const admin: AdminApi = {
      request: (operation) => {
        log.push(/mutation (\w+)/.exec(operation)?.[1] ?? '');
        return Promise.resolve({data: {} as never, cost: null});
      },
    };
    await syncTag(admin, 'id', ['refund waiting'], true);
    await syncTag(admin, 'id', ['vip'], false);
    expect(log).toEqual([]);
    await syncTag(admin, 'id', ['vip'], true);
    await syncTag(admin, 'id', ['Refund Waiting'], false);
    expect(log).toEqual(['TagsAdd', 'TagsRemove']);
  });

  it('never stops money: where it can’t be written, the refund is done all the same', async () => {
    const fake = new FakeShop();
    fake.fail('TagsAdd', 'refused');
    const outcome = await executePlan(planOf(fake, OUTSIDE), look(fake), fake.env());
    expect(outcome.state).toBe('done');
    expect(fake.tags).toEqual([]);
    const failing: AdminApi = {request: () => Promise.reject(new AdminError('network', 'cut'))};
    await expect(syncTag(failing, 'id', undefined, true)).resolves.toBeUndefined();
  });

  it('finds the order on which a workflow’s request waits', async () => {
    const world = await shop();
    await write(world, 'request', '{"id": "flow-1"}');
    await syncTag(world.asker.admin, world.orderId, undefined, true);
    const {tagged} = (await world.asker.admin.request(WaitingOrders, {})).data;
    expect(tagged.nodes.map(({id, tags}) => [id, tags])).toEqual([[world.orderId, ['Refund waiting']]]);
  });

  it.each(['StoreCreditAccountCredit', 'GiftCardCreate'])(
    'is on before the first %s goes out where no refund would show a closed tab’s order, and off once all is done',
    async (act) => {
      const world = await shop();
      const prefer = act === 'GiftCardCreate' ? 'giftCard' : 'storeCredit';
      const choices: Choices = {amounts: {goodwill: '5.00'}, prefer: {goodwill: prefer}};
      const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId, choices, 'goodwill-amount');
      let closed = false;
      const admin: AdminApi = {
        request: async (operation, variables) => {
          if (closed) throw new Error('The tab is closed.');
          closed = operation.startsWith(`mutation ${act}`);
          return world.asker.admin.request(operation, variables);
        },
      };
      await expect(executePlan(plan, confirmed, {...world.asker, admin})).rejects.toThrow('The tab is closed.');
      const {tagged} = (await world.asker.admin.request(WaitingOrders, {})).data;
      expect(tagged.nodes.map(({id}) => id)).toEqual([world.orderId]);
      world.lab.clock.advance(121_000);
      const {asker, orderId} = world;
      const again = await readOrderForRefund(asker.admin, orderId, asker.now);
      expect((await resume(again.confirmed, asker)).state).toBe('done');
      expect((await world.look()).tags).toEqual([]);
    },
  );

  it('delays no store credit: it is given though the tag takes its time, and the tag is off in the end', async () => {
    const world = await shop();
    const choices: Choices = {amounts: {goodwill: '5.00'}, prefer: {goodwill: 'storeCredit'}};
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId, choices, 'goodwill-amount');
    const log: string[] = [];
    let credited: () => void = () => undefined;
    const given = new Promise<void>((done) => (credited = done));
    const admin: AdminApi = {
      request: async (operation, variables) => {
        const name = /mutation (\w+)/.exec(operation)?.[1] ?? '';
        if (name === 'TagsAdd') await given;
        const answer = await world.asker.admin.request(operation, variables);
        if (name === 'StoreCreditAccountCredit') credited();
        if (/Credit|Tags/.test(name)) log.push(name);
        return answer;
      },
    };
    expect((await executePlan(plan, confirmed, {...world.asker, admin})).state).toBe('done');
    expect(log).toEqual(['StoreCreditAccountCredit', 'TagsAdd', 'TagsRemove']);
    expect((await world.look()).tags).toEqual([]);
  });

  it('is not needed for a refund that a closed tab left halfway: it is among those refunded last', async () => {
    const world = await shop();
    const {plan, confirmed} = await confirmedPlan(world.asker, world.orderId);
    let closed = false;
    const admin: AdminApi = {
      request: async (operation, variables) => {
        if (closed) throw new Error('The tab is closed.');
        closed = operation.startsWith('mutation RefundCreate');
        return world.asker.admin.request(operation, variables);
      },
    };
    await expect(executePlan(plan, confirmed, {...world.asker, admin})).rejects.toThrow('The tab is closed.');
    const {tagged, refunded} = (await world.asker.admin.request(WaitingOrders, {})).data;
    expect([tagged.nodes.length, refunded.nodes.map(({id}) => id)]).toEqual([0, [world.orderId]]);
    expect((await world.look()).waiting).toMatchObject({unfinished: true, anything: true});
  });
});
