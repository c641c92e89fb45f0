import {describe, expect, it} from 'vitest';
import {bag} from './order-answer.fixture.ts';
import {figuresFromSuggestion} from './suggestion.ts';

const order = {currency: 'EUR', shopCurrency: 'EUR', taxesIncluded: true};
const eur = (minor: number) => ({minor, currency: 'EUR'});

function suggestion(
  amount: string,
  subtotal: string,
  tax: string,
  shipping: string,
  shippingTax: string,
  duties = '0.0',
) {
  return {
    order: {
      id: 'gid://shopify/Order/1',
      updatedAt: '2026-11-20T10:00:00Z',
      netPaymentSet: bag('56.95'),
      suggestedRefund: {
        amountSet: bag(amount),
        subtotalSet: bag(subtotal),
        totalTaxSet: bag(tax),
        totalDutiesSet: bag(duties),
        maximumRefundableSet: bag('56.95'),
        shipping: {amountSet: bag(shipping), taxSet: bag(shippingTax), maximumRefundableSet: bag('6.95')},
        suggestedTransactions: [
          {
            gateway: 'shopify_payments',
            amountSet: bag(amount),
            maximumRefundableSet: bag('56.95'),
            parentTransaction: {id: 't1'},
          },
          {gateway: 'other', amountSet: bag('0.0'), maximumRefundableSet: null, parentTransaction: null},
        ],
      },
    },
  };
}

function parts(data: unknown, taxesIncluded: boolean) {
  const {items, tax, shipping, duties} = figuresFromSuggestion(data, {...order, taxesIncluded});
  return [items.minor, tax.minor, shipping.minor, duties.minor];
}

describe('figuresFromSuggestion', () => {
  it('carries what the figures belong to', () => {
    expect(figuresFromSuggestion(suggestion('56.95', '50.0', '9.89', '6.95', '1.21'), order)).toEqual({
      items: eur(5000),
      tax: eur(0),
      shipping: eur(695),
      duties: eur(0),
      maximumRefundable: eur(5695),
      transactions: [{parentId: 't1', amount: eur(5695), maximumRefundable: eur(5695)}],
      orderUpdatedAt: '2026-11-20T10:00:00Z',
      netPayment: eur(5695),
    });
  });

  it('keeps the tax in the items where prices include it, however Shopify reads its subtotal', () => {
    expect(parts(suggestion('56.95', '50.0', '9.89', '6.95', '1.21'), true)).toEqual([5000, 0, 695, 0]);
    // A subtotal without its tax: 41.32 + 8.68 + 6.95 is what adds up.
    expect(parts(suggestion('56.95', '41.32', '9.89', '6.95', '1.21'), true)).toEqual([5000, 0, 695, 0]);
    // Capped at what is left to refund: no reading adds up, so the subtotal stands.
    expect(parts(suggestion('30.0', '50.0', '9.89', '6.95', '1.21'), true)).toEqual([5000, 0, 695, 0]);
  });

  it('holds all tax, that of the shipping too, where prices do not include it', () => {
    expect(parts(suggestion('68.91', '50.0', '11.96', '6.95', '1.46'), false)).toEqual([5000, 1196, 695, 0]);
    // Shipping's tax apart from totalTaxSet: 50 + 10.50 + 6.95 + 1.46 + 3.
    expect(parts(suggestion('71.91', '50.0', '10.50', '6.95', '1.46', '3.0'), false)).toEqual([5000, 1196, 695, 300]);
  });

  it('names what is missing', () => {
    expect(() =>
      figuresFromSuggestion({order: {...suggestion('1', '1', '0', '0', '0').order, suggestedRefund: null}}, order),
    ).toThrow('order.suggestedRefund: null');
  });
});
