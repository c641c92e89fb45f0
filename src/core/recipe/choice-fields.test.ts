import {describe, expect, it} from 'vitest';
import {pair, snapshot, snapshotLine} from '../order/snapshot.fixture.ts';
import {choiceFields} from './choice-fields.ts';
import {presetByHandle} from './presets.ts';
import type {Choices} from './types.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});
const order = snapshot();
const fields = (handle: string, choices: Choices = {}, from = order) =>
  choiceFields(from, presetByHandle(handle), choices);

describe('choiceFields', () => {
  it('asks for the label and lets the shipping be lowered', () => {
    expect(fields('shipping-plus-label')).toEqual([
      {field: 'ground', value: 'withdrawal', options: ['withdrawal', 'defect', 'policy', 'goodwill']},
      {field: 'amount', kind: 'shipping', value: '6.95', currency: 'EUR', max: eur(695), required: false},
      {field: 'amount', kind: 'returnLabel', value: '', currency: 'EUR', max: null, required: true},
      {field: 'destination', class: 'owed', value: 'originalPayment', options: ['originalPayment', 'outsidePayment']},
      {field: 'destination', class: 'goodwill', value: 'storeCredit', options: ['storeCredit', 'outsidePayment']},
    ]);
  });

  it('shows what was typed, and leaves store credit out where the customer can have none', () => {
    const guest = snapshot({creditOwner: null});
    const shown = fields('shipping-plus-label', {amounts: {returnLabel: '7.45'}}, guest);
    expect(shown).toContainEqual(expect.objectContaining({kind: 'returnLabel', value: '7.45', required: false}));
    expect(shown.filter(({field}) => field === 'destination')).toEqual([
      {field: 'destination', class: 'owed', value: 'originalPayment', options: ['originalPayment', 'outsidePayment']},
    ]);
  });

  it('asks for no shipping where none is left', () => {
    const shown = fields('shipping-only', {}, snapshot({shippingRefunded: pair(695)}));
    expect(shown.map(({field}) => field)).toEqual(['ground', 'destination']);
  });

  it('shows every line with what is possible and why no more', () => {
    const lines = [
      snapshotLine({id: 'a', unfulfilled: 3}),
      snapshotLine({id: 'b', onOpenReturn: 1}),
      snapshotLine({id: 'c', refundable: 1, restockable: false}),
    ];
    const [, a, b, c] = fields('chosen-items', {quantities: {a: 2}}, snapshot({lines}));
    expect(a).toEqual({
      field: 'quantity',
      lineId: 'a',
      name: 'Mug',
      sku: 'MUG',
      value: 2,
      max: 3,
      sold: 3,
      blocked: null,
      worth: eur(2900),
      restock: 'cancel',
      restockable: true,
    });
    expect(b).toMatchObject({value: 0, max: 2, blocked: 'onOpenReturn', worth: eur(1933), restock: 'return'});
    expect(c).toMatchObject({max: 1, blocked: 'alreadyRefunded', worth: eur(967), restock: 'none'});
  });

  it('limits a fee by what the chosen items bring, an amount by what is left of the payment', () => {
    const fee = fields('minus-return-fee', {quantities: {[order.lines[0]?.id ?? '']: 1}});
    expect(fee).toContainEqual({
      field: 'amount',
      kind: 'returnShippingFee',
      value: '',
      currency: 'EUR',
      max: eur(967),
      required: true,
    });
    const amount = fields('chosen-amount', {}, snapshot({netPayment: pair(-5)}));
    expect(amount).toContainEqual(expect.objectContaining({kind: 'amount', max: eur(0)}));
  });

  it('takes the cap of the recipe where that is less', () => {
    const recipe = presetByHandle('goodwill-amount');
    const capped = {
      ...recipe,
      parts: [{kind: 'goodwill', amount: {type: 'entered', value: '5.00'}, cap: '25.00'} as const],
    };
    expect(choiceFields(order, capped, {})).toContainEqual({
      field: 'amount',
      kind: 'goodwill',
      value: '5.00',
      currency: 'EUR',
      max: eur(2500),
      required: false,
    });
  });

  it('asks for consent once what is owed would become credit', () => {
    const consent = (handle: string, choices: Choices = {}) =>
      fields(handle, choices).find(({field}) => field === 'consent');
    expect(consent('full-refund')).toBeUndefined();
    expect(consent('full-refund', {prefer: {owed: 'giftCard'}})).toEqual({field: 'consent', required: true});
    expect(consent('store-credit-bonus')).toEqual({field: 'consent', required: true});
    expect(consent('split-cash-credit')).toEqual({field: 'consent', required: true});
    expect(consent('split-cash-credit', {creditShare: '0'})).toBeUndefined();
    expect(consent('goodwill-amount')).toBeUndefined();
    const given = {consent: {by: 'Ada', at: '2026-11-22', channel: 'phone'}};
    expect(consent('store-credit-bonus', given)).toEqual({field: 'consent', required: false});
  });

  it("asks for the day's rate in another currency, and for sums in the shop's", () => {
    const usd = (minor: number) => ({shop: eur(minor), presentment: {minor, currency: 'USD'}});
    const foreign = snapshot({currency: 'USD', shipping: [], shippingRefunded: usd(0), netPayment: usd(3595)});
    const shown = fields('fair-currency', {}, foreign);
    expect(shown).toContainEqual({field: 'dayRate', required: false, from: 'EUR', to: 'USD'});
    expect(shown).toContainEqual(expect.objectContaining({kind: 'returnLabel', currency: 'EUR', max: null}));
    const recipe = presetByHandle('fair-currency');
    const parts = recipe.parts.map((part) => (part.rate ? {...part, rate: 'dayRate' as const} : part));
    expect(choiceFields(foreign, {...recipe, parts}, {})).toContainEqual({
      field: 'dayRate',
      required: true,
      from: 'EUR',
      to: 'USD',
    });
  });
});
