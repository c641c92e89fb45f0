import {describe, expect, it} from 'vitest';
import {shippingLeft} from '../core/index.ts';
import {snapshotFromAdmin} from './admin-order.ts';
import {answer, bag} from './order-answer.fixture.ts';

function left(taxesIncluded: boolean, refunded: string, lines: readonly (readonly [subtotal: string, tax: string])[]) {
  const refundShippingLines = {
    nodes: lines.map(([subtotal, tax]) => ({
      shippingLine: {id: 'gid://shopify/ShippingLine/1'},
      subtotalAmountSet: bag(subtotal),
      taxAmountSet: bag(tax),
    })),
  };
  const refundLines = [
    {
      id: 'gid://shopify/Refund/1',
      refundLineItems: {nodes: [], pageInfo: {hasNextPage: false, endCursor: null}},
      refundShippingLines,
    },
  ];
  const order = snapshotFromAdmin(answer({taxesIncluded, totalRefundedShippingSet: bag(refunded), refundLines}));
  const {price, tax} = shippingLeft(order);
  return [price.minor, tax.minor];
}

describe('shipping that went back before', () => {
  it('is without its tax where prices are, also where Shopify’s total holds it', () => {
    expect(left(false, '0.0', [])).toEqual([695, 121]);
    expect(left(false, '3.5', [['2.95', '0.55']])).toEqual([400, 66]);
    expect(left(false, '2.95', [['2.95', '0.55']])).toEqual([400, 66]);
  });

  it('is Shopify’s total where prices include tax, or where its refunds tell nothing', () => {
    expect(left(true, '2.95', [['2.44', '0.51']])).toEqual([400, 0]);
    expect(left(false, '3.5', [])).toEqual([345, 60]);
  });
});
