import {describe, expect, it} from 'vitest';
import {
  ALL_ITEMS,
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
  short,
} from './order.fixture.ts';
import {addFigures} from './add-figures.ts';
import {suggestionInput} from './suggestion-input.ts';
import type {ShopifyFigures} from './types.ts';

const everything = recipe([ALL_ITEMS, SHIPPING]);

function figures(over: Partial<ShopifyFigures> = {}): ShopifyFigures {
  return {
    items: eur(5000),
    tax: eur(0),
    shipping: eur(695),
    duties: eur(0),
    maximumRefundable: eur(5695),
    transactions: [{parentId: 'gid://shopify/OrderTransaction/1', amount: eur(5695), maximumRefundable: eur(5695)}],
    ...over,
  };
}

describe('Shopify’s figures', () => {
  it('are an estimate until asked, then confirmed', () => {
    expect(plan(order(), everything).figures).toBe('estimate');
    const confirmed = plan(order(), everything, {}, {figures: figures()});
    expect(confirmed.figures).toBe('shopify');
    expect(codes(confirmed.warnings)).not.toContain('adoptedShopifyFigures');
    expect(confirmed.planId).toBe(plan(order(), everything).planId);
  });

  it('are adopted within rounding, and the difference noted', () => {
    const adopted = plan(order(), everything, {}, {figures: figures({items: eur(4999)})});
    expect(short(adopted.legs)).toEqual(['refundToOriginalPayment 5694']);
    expect(adopted.components[0]?.lines?.[0]?.amount.minor).toBe(4999);
    expect(adopted.warnings).toContainEqual({
      code: 'adoptedShopifyFigures',
      ours: eur(5695),
      shopify: eur(5694),
      difference: eur(-1),
    });
    expect(adopted.calls[0]).toMatchObject({discrepancyReason: null});
  });

  it('stop where they differ by more, until a person takes them', () => {
    const apart = figures({items: eur(4998)});
    const stopped = plan(order(), everything, {}, {figures: apart});
    expect(stopped.stops).toEqual([{code: 'figuresDiffer', ours: eur(5695), shopify: eur(5693)}]);
    expect(stopped.calls).toEqual([]);
    const taken = plan(order(), everything, {acceptShopifyFigures: true}, {figures: apart});
    expect(taken.stops).toEqual([]);
    expect(short(taken.legs)).toEqual(['refundToOriginalPayment 5693']);
  });

  it('allow one minor unit per line', () => {
    const three = order({
      lines: [1, 2, 3].map((number) => line({number})),
      netPayment: pair(15695),
      payments: [payment({refundable: pair(15695)})],
    });
    const off = (minor: number) =>
      codes(
        plan(three, everything, {}, {figures: figures({items: eur(15000 - minor), maximumRefundable: eur(15695)})})
          .stops,
      );
    expect(off(3)).toEqual([]);
    expect(off(4)).toEqual(['figuresDiffer']);
  });

  it('don’t hide two differences that cancel each other', () => {
    const apart = figures({items: eur(5100), shipping: eur(595)});
    expect(codes(plan(order(), everything, {}, {figures: apart}).stops)).toEqual(['figuresDiffer']);
  });

  it('lower what a payment takes', () => {
    const tight = figures({
      transactions: [{parentId: 'gid://shopify/OrderTransaction/1', amount: eur(5695), maximumRefundable: eur(5000)}],
    });
    expect(short(plan(order(), everything, {}, {figures: tight}).legs)).toEqual([
      'refundToOriginalPayment 5000',
      'outsidePayment 695',
    ]);
  });

  it('say nothing of what Shopify doesn’t model', () => {
    const none = figures({items: eur(0), shipping: eur(0), maximumRefundable: eur(0), transactions: []});
    const label = plan(order(), recipe([LABEL]), {}, {figures: none});
    expect(short(label.legs)).toEqual(['storeCredit 745']);
    expect(label.stops).toEqual([]);
    expect(short(plan(order(), 'chosen-amount', {amounts: {amount: '30.00'}}, {figures: none}).legs)).toEqual([
      'refundToOriginalPayment 3000',
    ]);
  });

  it('compare tax where prices don’t include it, the shipping’s with the items’', () => {
    const net = order({
      taxesIncluded: false,
      lines: [line({tax: pair(1050)})],
      shipping: [{discounted: pair(1000), tax: pair(210)}],
      netPayment: pair(7260),
      payments: [payment({refundable: pair(7260)})],
    });
    const of = (tax: number) =>
      figures({tax: eur(tax), shipping: eur(1000), maximumRefundable: eur(7260), transactions: []});
    const same = plan(net, everything, {}, {figures: of(1260)});
    expect([same.stops, codes(same.warnings), same.totals.toCustomer.minor]).toEqual([[], ['noLocation'], 7260]);
    const shopify = of(1259);
    const adopted = plan(net, everything, {}, {figures: shopify});
    expect(adopted.components.map((part) => [part.kind, part.amount.minor])).toEqual([
      ['items', 5000],
      ['tax', 1259],
      ['shipping', 1000],
    ]);
    expect(adopted.components[1]?.lines?.[0]?.amount.minor).toBe(1049);
    expect(plan(net, everything, {}, {figures: of(1258)}).stops).toEqual([]);
    expect(codes(plan(net, everything, {}, {figures: of(1257)}).stops)).toEqual(['figuresDiffer']);
  });

  it('bring what only Shopify has: a cent of tax that our reckoning rounds away', () => {
    const free = order({taxesIncluded: false, lines: [line({tax: pair(0)})], shipping: []});
    const cent = figures({tax: eur(1), shipping: eur(0)});
    const adopted = plan(free, recipe([ALL_ITEMS]), {}, {figures: cent});
    expect(adopted.components.map((part) => [part.kind, part.amount.minor, part.reason.code])).toEqual([
      ['tax', 1, 'shopifyCalculates'],
      ['items', 5000, 'itemsReturned'],
    ]);
    expect(short(adopted.legs)).toEqual(['refundToOriginalPayment 5001']);
  });
});

describe('the question to Shopify', () => {
  it('is about exactly what the plan refunds', () => {
    expect(
      suggestionInput(plan(order(), recipe([ALL_ITEMS, SHIPPING, LABEL]), {locationId: 'gid://shopify/Location/1'})),
    ).toEqual([
      {
        id: 'gid://shopify/Order/1001',
        refundLineItems: [
          {
            lineItemId: 'gid://shopify/LineItem/1',
            quantity: 2,
            restockType: 'RETURN',
            locationId: 'gid://shopify/Location/1',
          },
        ],
        shippingAmount: '6.95',
        refundDuties: [],
      },
    ]);
  });

  it('is asked before our own caps, and while the plan still has a stop', () => {
    const spent = order({netPayment: pair(0), payments: []});
    expect(suggestionInput(plan(spent, everything))[0]).toMatchObject({shippingAmount: '6.95'});
  });

  it('isn’t asked where Shopify has nothing to say', () => {
    expect(suggestionInput(plan(order(), recipe([LABEL])))).toEqual([]);
  });

  it('is asked once per 250 lines, shipping once, and added up', () => {
    const long = order({lines: Array.from({length: 300}, (_, index) => line({number: index + 1}))});
    const asked = suggestionInput(plan(long, everything));
    expect(asked.map((input) => [input.refundLineItems.length, input.shippingAmount])).toEqual([
      [250, '6.95'],
      [50, '0.00'],
    ]);
    const sum = addFigures(figures(), figures({shipping: eur(0), items: eur(1000)}));
    expect([sum.items, sum.shipping, sum.maximumRefundable]).toEqual([eur(6000), eur(695), eur(5695)]);
    expect(sum.transactions).toEqual([
      {parentId: 'gid://shopify/OrderTransaction/1', amount: eur(11390), maximumRefundable: eur(5695)},
    ]);
  });
});
