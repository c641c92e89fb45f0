import {describe, expect, it} from 'vitest';
import {presetByHandle} from '../core/index.ts';
import {contextFromAdmin} from './context.ts';
import {answer} from './order-answer.fixture.ts';

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
      shop: {currency: 'EUR'},
      locations: [{id: 'gid://shopify/Location/1', name: 'Magazijn'}],
      recipes: [],
      moreRecipes: false,
      settings: {perRefund: '50.00'},
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

  it('names what is missing', () => {
    expect(() => contextFromAdmin({...answer(), shop: undefined})).toThrow('shop: is missing.');
    expect(() => contextFromAdmin({...answer(), recipes: {nodes: []}})).toThrow('recipes.pageInfo: is missing.');
  });
});
