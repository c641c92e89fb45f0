/**
 * Replays what a real store answered about orders and refunds. The order is rebuilt from the hydration that was recorded
 * beside the mutation; everything in the answers has to agree but ids, times, cursors and cost.
 */
import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {createLab, type Lab} from '../../lab/admin-api/lab.ts';
import {setTodaysRate} from '../../lab/admin-api/orders/rates.ts';
import {saveOrder} from '../../lab/admin-api/orders/repository.ts';
import {importRecorded, type RecordedOrder} from './orders-recorded.ts';

const FOLDER = new URL('../../../shared/conformance/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) process.stdout.write('Skipped: the recordings are not beside the project.\n');

type Json = string | number | boolean | null | Json[] | {[key: string]: Json};

/** One recording; its parts are read by path, and a missing one fails the test. */
function recording(name: string): (path: string) => never {
  const whole = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Json;
  return (path) => {
    let at: Json | undefined = whole;
    for (const key of path.split('.'))
      at = at === null || typeof at !== 'object' ? undefined : (at as Record<string, Json>)[key];
    if (at === undefined) throw new Error(`${name} has no ${path}`);
    return at as never;
  };
}

const CHANGING = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'closedAt',
  'cancelledAt',
  'startCursor',
  'endCursor',
  'cursor',
]);

/** Drops what differs from store to store; whether it was there at all stays. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      CHANGING.has(key) && inner !== null ? `some ${key}` : settled(inner),
    ]),
  );
}

/** The selection that a recorded answer came from, for recordings that keep no query. */
function selection(value: unknown): string {
  const sample: unknown = Array.isArray(value) ? value[0] : value;
  if (sample === undefined) return '{id}';
  if (typeof sample !== 'object' || sample === null) return '';
  const fields = Object.entries(sample).map(([key, inner]) => {
    const paged = typeof inner === 'object' && inner !== null && ('nodes' in inner || 'edges' in inner);
    return `${key}${paged ? '(first: 50)' : ''}${selection(inner)}`;
  });
  return ` {${fields.join(' ')}}`;
}

const labOf = (...orders: RecordedOrder[]): Lab => {
  const lab = createLab({settings: {currency: 'CAD', olderVersions: 'oldestSlice'}});
  for (const order of orders) saveOrder(lab.store, importRecorded(order));
  return lab;
};

async function asked(
  lab: Lab,
  query: string,
  variables: Record<string, unknown>,
  version = '2025-01',
): Promise<Record<string, unknown>> {
  const {status, body} = await lab.handle({version, query, variables});
  expect(status).toBe(200);
  if (typeof body === 'string') throw new Error(body);
  return {...('data' in body ? {data: body.data} : {}), ...(body.errors ? {errors: body.errors} : {})};
}

describe.skipIf(!present)('recorded refunds', () => {
  for (const name of [
    '2025-01_orders_refund-create-full-parity',
    '2025-01_orders_refund-create-over-refund-user-errors',
  ]) {
    it(`replays ${name}`, async () => {
      const at = recording(name);
      const lab = labOf(at('upstreamCalls.0.response.body.data.order'));
      const expected: {refundCreate: Record<string, unknown>} = at('mutation.response.data');
      // A recorded null or an empty list tells nothing about the selection behind it.
      const payload = {...expected.refundCreate, userErrors: [{field: null, message: ''}]};
      const fields = selection(payload).replace(' {refund order', ' {refund {id} order');
      const answer = await asked(
        lab,
        `mutation ($input: RefundInput!) {refundCreate(input: $input)${fields}}`,
        at('variables'),
      );
      expect(settled(answer)).toEqual(settled({data: expected}));

      const read: {order: Record<string, unknown>} = at('downstreamRead.response.data');
      const after = await asked(
        lab,
        `query ($id: ID!) {order(id: $id)${selection(read.order)}}`,
        at('downstreamRead.variables'),
      );
      expect(settled(after)).toEqual(settled({data: read}));
    });
  }

  it('2025-01_orders_money-bag-presentment-parity', async () => {
    const at = recording('2025-01_orders_money-bag-presentment-parity');
    const lab = labOf();
    // The day's rate of the recording: the only ones that give both 12.77 for 9.00 and 7.10 for 5.00.
    setTodaysRate(lab.store, 'USD', 'CAD', '1.4192');
    const created = await asked(lab, at('orderCreate.query'), at('orderCreate.variables'));
    expect(settled(created.data)).toEqual(settled(at('orderCreate.response.payload.data')));

    const {id} = (created.data as {orderCreate: {order: {id: string}}}).orderCreate.order;
    const paid = await asked(lab, at('markAsPaid.query'), {input: {id}});
    expect(settled(paid.data)).toEqual(settled(at('markAsPaid.response.payload.data')));

    const {transactions} = (paid.data as {orderMarkAsPaid: {order: {transactions: {id: string}[]}}}).orderMarkAsPaid
      .order;
    const input: {transactions: object[]} = at('refund.variables.input');
    const refund = await asked(lab, at('refund.query'), {
      input: {
        ...input,
        orderId: id,
        transactions: input.transactions.map((entry) => ({...entry, orderId: id, parentId: transactions[0]?.id})),
      },
    });
    expect(settled(refund.data)).toEqual(settled(at('refund.response.payload.data')));

    const cancelled = await asked(lab, at('cleanup.0.query'), {...(at('cleanup.0.variables') as object), orderId: id});
    expect(cancelled.data).toEqual(at('cleanup.0.response.payload.data'));
  });

  it('2026-04_orders_orderCancel-restock-refundMethod-parity', async () => {
    const at = recording('2026-04_orders_orderCancel-restock-refundMethod-parity');
    const before: RecordedOrder & Record<string, unknown> = at('upstreamCalls.0.response.body.data.order');
    const lab = labOf(before);
    const variables: {orderId: string} = at('variables');
    const read: {order: Record<string, unknown>} = at('downstreamRead.response.data');
    const fields = selection(read.order);
    const first = await asked(lab, `query ($id: ID!) {order(id: $id)${fields}}`, {id: before.id}, '2026-04');
    expect(settled(first)).toEqual(settled({data: {order: before}}));

    const query = `mutation ($orderId: ID!, $restock: Boolean!, $reason: OrderCancelReason!, $notifyCustomer: Boolean, $staffNote: String, $refundMethod: OrderCancelRefundMethodInput) {
      orderCancel(orderId: $orderId, restock: $restock, reason: $reason, notifyCustomer: $notifyCustomer, staffNote: $staffNote, refundMethod: $refundMethod) {
        orderCancelUserErrors {field message}
      }
    }`;
    const {data} = await asked(lab, query, variables, '2026-04');
    expect(data).toEqual(at('mutation.response.data'));
    const after = await asked(lab, `query ($id: ID!) {order(id: $id)${fields}}`, {id: before.id}, '2026-04');
    expect(settled(after)).toEqual(settled({data: read}));
  });

  it('2026-04_orders_refund-create-attribution-validation', async () => {
    const at = recording('2026-04_orders_refund-create-attribution-validation');
    const order: RecordedOrder = at('upstreamCalls.0.response.body.data.order');
    const lab = labOf(order);
    const variable = await asked(lab, at('invalidVariable.query'), at('invalidVariable.variables'), '2026-04');
    expect(variable).toEqual(at('invalidVariable.response'));
    const inline = await asked(lab, at('invalidInline.document'), {}, '2026-04');
    expect(inline).toEqual(at('invalidInline.response'));
    const read = await asked(lab, at('downstreamRead.query'), at('downstreamRead.variables'), '2026-04');
    expect(settled(read.data)).toEqual(settled(at('downstreamRead.response.data')));
    const probe = await asked(lab, at('schemaProbe.query'), {}, '2026-04');
    const names = (of: unknown): string[] => (of as {name: string}[]).map(({name}) => name).toSorted();
    const [seen, wanted] = [probe.data, at('schemaProbe.response.data')] as {
      refundInput: {inputFields: unknown};
      userError: {fields: unknown};
    }[];
    expect(names(seen?.refundInput.inputFields)).toEqual(names(wanted?.refundInput.inputFields));
    expect(names(seen?.userError.fields)).toEqual(names(wanted?.userError.fields));
    const {data: cancelled} = await asked(
      lab,
      `mutation ($id: ID!) {orderCancel(orderId: $id, restock: true, reason: OTHER) {job {id done} orderCancelUserErrors {field message} userErrors {field message}}}`,
      {id: order.id},
      '2026-04',
    );
    expect(settled(cancelled)).toEqual(settled(at('cleanup.orderCancel.payload.data')));
  });

  it('2025-01_orders_order-refund-fulfillment-usererror-no-code', async () => {
    const at = recording('2025-01_orders_order-refund-fulfillment-usererror-no-code');
    expect(await asked(labOf(), at('codeSelection.query'), {})).toEqual(at('codeSelection.response.payload'));
  });
});

describe.skipIf(!present)('recorded returns', () => {
  it('2026-04_orders_return-shipping-fee-recorded', async () => {
    const at = recording('2026-04_orders_return-shipping-fee-recorded');
    const lab = labOf();
    const {data: created} = await asked(
      lab,
      at('setup.orderCreate.query'),
      at('setup.orderCreate.variables'),
      '2026-04',
    );
    const order = (
      created as {
        orderCreate: {
          order: {
            id: string;
            name: string;
            fulfillmentOrders: {nodes: {id: string; lineItems: {nodes: {id: string}[]}}[]};
          };
        };
      }
    ).orderCreate.order;
    expect(renamed(settled(created), order.name)).toEqual(
      renamed(settled(at('setup.orderCreate.response.payload.data')), '#1505'),
    );

    const [planned] = order.fulfillmentOrders.nodes;
    const shipping: {fulfillment: {lineItemsByFulfillmentOrder: {fulfillmentOrderLineItems: object[]}[]}} = at(
      'setup.fulfillmentCreate.variables',
    );
    const {data: shipped} = await asked(
      lab,
      at('setup.fulfillmentCreate.query'),
      {
        fulfillment: {
          ...shipping.fulfillment,
          lineItemsByFulfillmentOrder: [
            {
              fulfillmentOrderId: planned?.id,
              fulfillmentOrderLineItems: [{id: planned?.lineItems.nodes[0]?.id, quantity: 2}],
            },
          ],
        },
      },
      '2026-04',
    );
    expect(settled(shipped)).toEqual(settled(at('setup.fulfillmentCreate.response.payload.data')));
    const {data: read} = await asked(lab, at('setup.orderReadAfterFulfillment.query'), {id: order.id}, '2026-04');
    expect(renamed(settled(read), order.name)).toEqual(
      renamed(settled(at('setup.orderReadAfterFulfillment.response.payload.data')), '#1505'),
    );

    const [line] = (shipped as {fulfillmentCreate: {fulfillment: {fulfillmentLineItems: {nodes: {id: string}[]}}}})
      .fulfillmentCreate.fulfillment.fulfillmentLineItems.nodes;
    const input: {returnLineItems: object[]} = at('returnCreate.variables.returnInput');
    const {data: opened} = await asked(
      lab,
      at('returnCreate.query'),
      {
        returnInput: {
          ...input,
          orderId: order.id,
          returnLineItems: input.returnLineItems.map((item) => ({...item, fulfillmentLineItemId: line?.id})),
        },
      },
      '2026-04',
    );
    expect(renamed(settled(opened), order.name)).toEqual(
      renamed(settled(at('returnCreate.response.payload.data')), '#1505'),
    );
    const returnId = (opened as {returnCreate: {return: {id: string}}}).returnCreate.return.id;
    const {data: after} = await asked(lab, at('downstreamRead.query'), {returnId, orderId: order.id}, '2026-04');
    expect(renamed(settled(after), order.name)).toEqual(
      renamed(settled(at('downstreamRead.response.payload.data')), '#1505'),
    );
    // The recorder cut the document's first line off, so the place of the variable differs.
    const {errors} = await asked(
      lab,
      `\n${String(at('hiddenInputProbe.query')).replace('mutation ReturnCreateHiddenInputProbe(', 'mutation ReturnCreateHiddenInputProbe(  ')}`,
      at('hiddenInputProbe.variables'),
      '2026-04',
    );
    expect(errors).toEqual(at('hiddenInputProbe.response.payload.errors'));
  });

  it('2026-04_orders_return-quantity-validation', async () => {
    const at = recording('2026-04_orders_return-quantity-validation');
    const lab = labOf();
    const {data: created} = await asked(
      lab,
      at('setup.quantityCap.orderCreate.query'),
      at('setup.quantityCap.orderCreate.variables'),
      '2026-04',
    );
    const order = (
      created as {orderCreate: {order: {id: string; name: string; fulfillmentOrders: {nodes: {id: string}[]}}}}
    ).orderCreate.order;
    expect(renamed(settled(created), order.name)).toEqual(
      renamed(settled(at('setup.quantityCap.orderCreate.response.payload.data')), '#1923'),
    );
    const {data: shipped} = await asked(
      lab,
      at('setup.quantityCap.fulfillmentCreate.query'),
      {fulfillment: {lineItemsByFulfillmentOrder: [{fulfillmentOrderId: order.fulfillmentOrders.nodes[0]?.id}]}},
      '2026-04',
    );
    const line = (shipped as {fulfillmentCreate: {fulfillment: {fulfillmentLineItems: {nodes: {id: string}[]}}}})
      .fulfillmentCreate.fulfillment.fulfillmentLineItems.nodes[0]?.id;
    const returning = (quantity: number, fulfillmentLineItemId = line): object => ({
      fulfillmentLineItemId,
      quantity,
      returnReason: 'UNWANTED',
    });
    const ask = async (...returnLineItems: object[]): Promise<unknown> =>
      (
        await asked(
          lab,
          at('setup.existingReturnCreate.query'),
          {returnInput: {orderId: order.id, returnLineItems}},
          '2026-04',
        )
      ).data;
    expect(settled(await ask(returning(1)))).toEqual(settled(at('setup.existingReturnCreate.response.payload.data')));
    expect(await ask(returning(2))).toEqual(at('expected.returnCreateQuantityCap.data'));
    expect(await ask(returning(1), returning(1, 'gid://shopify/FulfillmentLineItem/999999999999999'))).toEqual(
      at('expected.returnCreateMixedValidMissing.data'),
    );
  });
});

/** Names run from another first number here. */
function renamed(value: unknown, name: string): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(name, '#1'));
}
