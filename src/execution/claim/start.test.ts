import {describe, expect, it} from 'vitest';
import type {Call, RefundPlan} from '../../core/index.ts';
import {refundVariables} from '../calls/refund-variables.ts';
import type {CallAct, ClaimedCall} from '../types.ts';
import {startClaim} from './start.ts';

const ORDER = 'gid://shopify/Order/1';
const eur = (minor: number) => ({minor, currency: 'EUR'});
const BY = {at: '1970-01-01T00:00:00.000Z', staff: 'gid://shopify/StaffMember/1'};

const refund = (index: number, lines: number): Call => ({
  id: `call-${index}`,
  kind: 'refundCreate',
  legs: [],
  books: [],
  refundLineItems: Array.from({length: lines}, (_, line) => ({
    lineItemId: `gid://shopify/LineItem/${19_495_000_000_000 + index * 1000 + line}`,
    quantity: 1,
    restockType: 'RETURN' as const,
    locationId: 'gid://shopify/Location/68509171',
  })),
  shipping: null,
  duties: ['gid://shopify/Duty/5'],
  transactions: [{parentId: 'gid://shopify/OrderTransaction/1', gateway: 'shopify_payments', amount: eur(lines * 100)}],
  storeCredit: eur(250),
  discrepancyReason: 'CUSTOMER',
  allowOverRefunding: true,
  notify: false,
});

function claimFor(calls: readonly Call[]) {
  const plan = {
    planId: 'plan-1',
    intentId: 'i',
    orderId: ORDER,
    ground: 'policy',
    legs: [],
    calls,
  } as unknown as RefundPlan;
  const money = {netPayment: eur(30_000), refundedShipping: eur(0), refundIds: []};
  return startClaim(plan, {claim: {claim: null, digest: null}, money}, BY);
}

describe('startClaim', () => {
  it("keeps 300 lines in well under a tenth of Shopify's 128 KB, and 5,000 still fit", () => {
    const size = (calls: readonly Call[]) => JSON.stringify(claimFor(calls)).length;
    expect(size([refund(1, 250), refund(2, 50)])).toBeLessThan(12_000);
    expect(size(Array.from({length: 20}, (_, index) => refund(index, 250)))).toBeLessThan(120_000);
  });

  it('keeps enough to send exactly what the plan says', () => {
    const [call] = claimFor([refund(1, 2)]).calls;
    const {input, key} = refundVariables(
      {orderId: ORDER, planId: 'plan-1'},
      call as ClaimedCall & {act: Extract<CallAct, {kind: 'refundCreate'}>},
      'EUR',
    );
    expect(key).toBe('plan-1:call-1:1');
    const line = {quantity: 1, restockType: 'RETURN', locationId: 'gid://shopify/Location/68509171'};
    expect(input).toEqual({
      orderId: ORDER,
      currency: 'EUR',
      note: 'Refund Recipes plan-1 call-1',
      notify: false,
      refundLineItems: [
        {lineItemId: 'gid://shopify/LineItem/19495000001000', ...line},
        {lineItemId: 'gid://shopify/LineItem/19495000001001', ...line},
      ],
      refundDuties: [{dutyId: 'gid://shopify/Duty/5', refundType: 'FULL'}],
      transactions: [
        {
          orderId: ORDER,
          gateway: 'shopify_payments',
          kind: 'REFUND',
          amount: '2.00',
          parentId: 'gid://shopify/OrderTransaction/1',
        },
      ],
      refundMethods: [{storeCreditRefund: {amount: {amount: '2.50', currencyCode: 'EUR'}}}],
      discrepancyReason: 'CUSTOMER',
      allowOverRefunding: true,
    });
  });
});
