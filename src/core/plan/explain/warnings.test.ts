import {describe, expect, it} from 'vitest';
import {
  ALL_ITEMS,
  CONSENT,
  LABEL,
  SHIPPING,
  codes,
  eur,
  line,
  order,
  pair,
  payment,
  plan,
  recipe,
} from '../order.fixture.ts';
import type {OrderSnapshot} from '../../order/types.ts';

const items = recipe([ALL_ITEMS], {restock: 'none'});
const warned = (over: Partial<OrderSnapshot>) => codes(plan(order(over), items).warnings);

describe('warnings', () => {
  it('are none for an order without anything special', () => {
    expect(plan(order(), items).warnings).toEqual([]);
  });

  it('say what goes beyond what is left', () => {
    expect(plan(order(), recipe([ALL_ITEMS, SHIPPING, LABEL], {restock: 'none'})).warnings).toEqual([
      {code: 'beyondTotal', beyond: eur(745), left: eur(5695)},
    ]);
    expect(plan(order(), recipe([SHIPPING, LABEL])).warnings).toEqual([]);
  });

  it('name an open dispute, but not a settled one', () => {
    const dispute = (status: string) => warned({disputes: [{status}]});
    expect(dispute('UNDER_REVIEW')).toEqual(['disputeOpen']);
    expect(dispute('NEEDS_RESPONSE')).toEqual(['disputeOpen']);
    expect(dispute('WON')).toEqual([]);
  });

  it('name a refund that is on its way', () => {
    const refund = (status: 'PENDING' | 'SUCCESS') => ({
      total: pair(100),
      transactions: [{gateway: 'shopify_payments', status, amount: pair(100), parentId: null}],
    });
    expect(plan(order({refunds: [refund('PENDING')]}), items).warnings).toEqual([
      {code: 'refundPending', amount: eur(100)},
    ]);
    expect(warned({refunds: [refund('SUCCESS')]})).toEqual([]);
  });

  it('name another app’s guard tag, but no other tag', () => {
    expect(plan(order({tags: ['vip', 'refundid: 42']}), items).warnings).toEqual([
      {code: 'foreignGuardTag', tag: 'refundid: 42'},
    ]);
    expect(warned({tags: ['refundable', 'no-refund']})).toEqual([]);
  });

  it('say what was really paid where cash was rounded, and leave the till’s rounding of a part to the till', () => {
    const rounded = order({
      lines: [line({discounted: pair(5002)})],
      shipping: [],
      netPayment: pair(5002),
      cashRounding: pair(-2),
      payments: [payment({kind: 'manual', gateway: 'cash', refundable: pair(5002)})],
    });
    const all = plan(rounded, items);
    expect(all.warnings).toContainEqual({code: 'cashRounding', amount: eur(-2), booked: eur(5002), paid: eur(5000)});
    expect(all.calls[0]).toMatchObject({transactions: [{amount: eur(5002)}]});
    const half = plan(rounded, items, {quantities: {'gid://shopify/LineItem/1': 1}});
    expect(half.warnings).toContainEqual({code: 'cashRoundingPart', amount: eur(-2)});
    expect(codes(plan(rounded, recipe([LABEL])).warnings)).not.toContain('cashRoundingPart');
  });

  it('name a cancelled order, and a tip that stays when nothing else does', () => {
    expect(warned({cancelled: true})).toEqual(['orderCancelled']);
    expect(warned({tip: pair(300)})).toEqual(['tipRemains']);
    const half = plan(order({tip: pair(300)}), items, {quantities: {'gid://shopify/LineItem/1': 1}});
    expect(half.warnings).toEqual([]);
  });

  it('say where store credit is not known, or a company’s', () => {
    const credit = recipe([LABEL]);
    expect(codes(plan(order({storeCreditEnabled: null}), credit).warnings)).toEqual(['storeCreditUnknown']);
    const company = order({
      creditOwner: {id: 'gid://shopify/CompanyLocation/1', kind: 'companyLocation', accounts: []},
    });
    expect(codes(plan(company, credit).warnings)).toEqual(['companyCredit']);
    expect(plan(company, credit, {consent: CONSENT}).calls[0]).toMatchObject({
      ownerId: 'gid://shopify/CompanyLocation/1',
    });
  });
});
