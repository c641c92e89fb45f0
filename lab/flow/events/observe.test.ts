import {describe, expect, it} from 'vitest';
import type {Lab} from '../../admin-api/index.ts';
import {openReturn} from '../../admin-api/orders/returns.ts';
import {allOrders, amendOrder, findOrder} from '../../admin-api/orders/repository.ts';
import {addTags, email, flowText} from '../fixture.ts';
import {createFlow} from '../index.ts';
import {order, shop} from '../runs/lab.fixture.ts';

async function listening(lab: Lab, ...triggers: readonly string[]) {
  const flow = createFlow(lab, {ready: false});
  for (const trigger of triggers) {
    const steps = [
      trigger.includes('return')
        ? email('mail', '{{ return.order.name }} {{ return.status }}')
        : addTags('tag', 'seen'),
    ];
    const text = flowText({
      name: trigger,
      trigger: `shopify::admin::${trigger}`,
      steps: steps.map((step) =>
        step.id === 'mail'
          ? {...step, fields: {address: 'a@b.c', subject: 's', message: '{{ return.order.name }} {{ return.status }}'}}
          : step,
      ),
    });
    await flow.setOn(flow.import(text).id, true);
  }
  return flow;
}

describe('what happens in the shop', () => {
  it('refunds and cancellations start runs, once each; what was there before doesn’t', async () => {
    const lab = shop();
    const flow = await listening(lab, 'refund_created', 'order_cancelled');
    await flow.tick();
    expect(flow.runs()).toEqual([]);
    const {id} = order(lab);
    const query =
      'mutation ($input: RefundInput!) {refundCreate(input: $input) @idempotent(key: "a") {userErrors {message}}}';
    await lab.handle({
      version: '2026-07',
      query,
      variables: {
        input: {
          orderId: id,
          note: 'x',
          refundLineItems: [
            {lineItemId: findOrder(lab.store, id)?.lines[0]?.id, quantity: 1, restockType: 'NO_RESTOCK'},
          ],
          transactions: [],
        },
      },
    });
    const cancel =
      'mutation ($id: ID!) {orderCancel(orderId: $id, reason: CUSTOMER, restock: false) {userErrors {message}}}';
    await lab.handle({version: '2026-07', query: cancel, variables: {id: order(lab, '#1021').id}});
    await flow.tick();
    await flow.tick();
    expect(
      flow
        .runs()
        .map(({event, subject}) => `${event.trigger} ${subject ?? ''}`)
        .toSorted(),
    ).toEqual(['order_cancelled #1021', 'refund_created #1001', 'refund_created #1021']);
  });

  it('returns start runs by their state', async () => {
    const lab = shop();
    const flow = await listening(lab, 'return_approved', 'return_closed');
    const shipped = allOrders(lab.store).find(
      ({fulfillments, returns}) => fulfillments.length > 0 && returns.length === 0,
    );
    const [line] = shipped?.fulfillments[0]?.lines ?? [];
    if (!shipped || !line) throw new Error('No order was shipped');
    amendOrder(lab.store, shipped.id, (record) =>
      openReturn(lab.store, record, {
        orderId: record.id,
        returnLineItems: [{fulfillmentLineItemId: line.id, quantity: 1, returnReason: 'UNWANTED'}],
      }),
    );
    await flow.tick();
    amendOrder(lab.store, shipped.id, (record) => {
      for (const one of record.returns) one.status = 'CLOSED';
    });
    await flow.tick();
    expect(flow.outbox()).toMatchObject([{message: `${shipped.name} OPEN`}, {message: `${shipped.name} CLOSED`}]);
  });
});
