import {describe, expect, it} from 'vitest';
import {OrderForRefund, OrderLinesPage, type Operation, RefundSuggestion} from '../../graphql/generated/operations.ts';
import {createLab} from '../../lab/admin-api/lab.ts';
import {seed} from '../../lab/seed/index.ts';
import {figuresFromSuggestion, snapshotFromAdmin} from '../../src/adapters/index.ts';
import {PRESETS, choiceFields, lineEntitlement, shippingLeft, sum, type OrderSnapshot} from '../../src/core/index.ts';

const lab = createLab({now: new Date('2026-11-22T12:00:00Z'), seed});

async function ask<Result, Variables>(
  operation: Operation<Result, Variables> | string,
  variables: Variables,
): Promise<Result> {
  const {body} = await lab.handle({
    version: '2026-07',
    query: operation,
    variables: variables as Record<string, unknown>,
  });
  if (typeof body === 'string' || body.errors) throw new Error(JSON.stringify(body));
  return body.data as Result;
}

const ALL_THAT_IS_LEFT = RefundSuggestion.replace(
  /suggestedRefund\([^)]*\)/,
  'suggestedRefund(suggestFullRefund:true)',
).replace(/\(\$id:ID![^)]*\)/, '($id:ID!)');

async function read(id: string) {
  const data = await ask(OrderForRefund, {id});
  const linesAfter = [];
  let page = data.order?.lineItems.pageInfo;
  while (page?.hasNextPage) {
    const {order} = await ask(OrderLinesPage, {id, after: page.endCursor ?? null});
    const next = order?.lineItems;
    linesAfter.push(...(next?.nodes ?? []));
    page = next?.pageInfo;
  }
  return snapshotFromAdmin(data, {linesAfter});
}

/** All that is left by our own reckoning: items, tax, shipping, duties. */
function ours(order: OrderSnapshot): number[] {
  const total = (of: 'subtotal' | 'tax') =>
    sum(
      order.lines.map((line) => lineEntitlement(line, line.refundable, of)),
      order.currency,
    ).minor;
  const shipping = shippingLeft(order);
  const duties = order.lines.flatMap((line) => line.duties.filter((duty) => !duty.refunded));
  return [
    total('subtotal'),
    order.taxesIncluded ? 0 : total('tax') + shipping.tax.minor,
    shipping.price.minor,
    sum(
      duties.map((duty) => duty.amount.presentment),
      order.currency,
    ).minor,
  ];
}

const orders = await ask<{orders: {nodes: {id: string; name: string}[]}}, object>(
  '{orders(first: 100) {nodes {id name}}}',
  {},
);

describe('every order of the lab', () => {
  it.each(orders.orders.nodes)('is read whole, and $name comes to what the lab suggests', async ({id}) => {
    const snapshot = await read(id);
    const full = figuresFromSuggestion(await ask(ALL_THAT_IS_LEFT, {id}), snapshot);
    expect([full.items.minor, full.tax.minor, full.shipping.minor, full.duties.minor]).toEqual(ours(snapshot));
    expect(PRESETS.map((recipe) => choiceFields(snapshot, recipe, {}).length > 0)).not.toContain(false);
  });
});
