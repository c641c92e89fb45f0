import {describe, expect, it} from 'vitest';
import {presetByHandle} from '../core/index.ts';
import {contextFromAdmin} from './context.ts';
import {answer, bag} from './order-answer.fixture.ts';

const eur = (minor: number) => ({minor, currency: 'EUR'});

const stored = (handle: string, recipe: string | null, enabled: string | null) => ({
  id: `gid://shopify/Metaobject/${handle}`,
  handle,
  updatedAt: '2026-11-20T10:00:00Z',
  recipe: {value: recipe},
  enabled: {value: enabled},
});

describe('contextFromAdmin', () => {
  it('reads shop, places, settings, claim and request', () => {
    const metafield = {
      id: 'm',
      key: 'claim',
      value: '{"epoch":1}',
      compareDigest: 'abc',
      updatedAt: '2026-11-20T10:00:00Z',
    };
    const data = {
      ...answer({claim: metafield}),
      settings: {id: 's', updatedAt: '2026-11-20T10:00:00Z', settings: {value: '{"perRefund":"50.00"}'}},
    };
    expect(contextFromAdmin(data)).toEqual({
      shop: {id: 'gid://shopify/Shop/1', name: 'Lindeboom', currency: 'EUR'},
      locations: [{id: 'gid://shopify/Location/1', name: 'Magazijn'}],
      recipes: [],
      moreRecipes: false,
      settings: {perRefund: '50.00'},
      claim: {value: '{"epoch":1}', digest: 'abc'},
      request: null,
      suggestions: {full: null, shipping: null},
    });
  });

  it('checks stored recipes and reports the broken ones', () => {
    const good = presetByHandle('shipping-only');
    const nodes = [
      stored('good', JSON.stringify(good), 'true'),
      stored('off', JSON.stringify(good), 'false'),
      stored('broken', JSON.stringify({...good, version: -1}), 'true'),
      stored('garbage', '{', null),
      stored('empty', null, null),
    ];
    const {recipes, moreRecipes} = contextFromAdmin({...answer(), recipes: {nodes, pageInfo: {hasNextPage: true}}});
    expect(
      recipes.map(({handle, enabled, recipe, issues}) => [handle, enabled, recipe !== null, issues[0]?.field]),
    ).toEqual([
      ['good', true, true, undefined],
      ['off', false, true, undefined],
      ['broken', true, false, 'recipe.version'],
      ['garbage', true, false, 'recipe'],
      ['empty', true, false, 'recipe'],
    ]);
    expect(moreRecipes).toBe(true);
  });

  it("reads Shopify's own suggestions", () => {
    const full = {
      amountSet: bag('56.95'),
      subtotalSet: bag('50.0'),
      totalTaxSet: bag('9.89'),
      totalDutiesSet: bag('0.0'),
      maximumRefundableSet: bag('56.95'),
      shipping: {amountSet: bag('6.95'), taxSet: bag('1.21'), maximumRefundableSet: bag('6.95')},
      suggestedTransactions: [],
    };
    const {suggestions} = contextFromAdmin(answer({full}));
    expect(suggestions).toEqual({
      full: {
        items: eur(5000),
        tax: eur(0),
        shipping: eur(695),
        duties: eur(0),
        maximumRefundable: eur(5695),
        transactions: [],
      },
      shipping: null,
    });
  });

  it('names what is missing', () => {
    expect(() => contextFromAdmin({...answer(), shop: undefined})).toThrow('shop: is missing.');
    expect(() => contextFromAdmin({...answer(), recipes: {nodes: []}})).toThrow('recipes.pageInfo: is missing.');
  });
});
