import {describe, expect, it} from 'vitest';
import {shippingLeft, shippingTaxOn} from './shipping.ts';
import {pair, snapshot} from './snapshot.fixture.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});

describe('shippingLeft', () => {
  it('is what was paid on all lines less what went back', () => {
    const shipping = [695, 300].map((minor) => ({id: null, title: 'x', discounted: pair(minor), tax: pair(0)}));
    expect(shippingLeft(snapshot({shipping, shippingRefunded: pair(200)}))).toEqual({price: eur(795), tax: eur(0)});
    expect(shippingLeft(snapshot({shipping, shippingRefunded: pair(2000)}))).toEqual({price: eur(0), tax: eur(0)});
    expect(shippingLeft(snapshot({shipping: []}))).toEqual({price: eur(0), tax: eur(0)});
  });

  it('brings the tax along where prices do not hold it, all of it in the end', () => {
    const order = snapshot({taxesIncluded: false});
    expect(shippingLeft(order)).toEqual({price: eur(695), tax: eur(121)});
    expect(shippingTaxOn(order, 232)).toEqual(eur(40));
    const rest = snapshot({taxesIncluded: false, shippingRefunded: pair(232)});
    expect(shippingLeft(rest)).toEqual({price: eur(463), tax: eur(81)});
    const reported = {...rest, shippingTaxRefunded: pair(49)};
    expect(shippingLeft(reported)).toEqual({price: eur(463), tax: eur(72)});
  });
});
