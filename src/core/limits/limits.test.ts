import {describe, expect, it} from 'vitest';
import type {Component, RefundPlan} from '../plan/types.ts';
import {limitBreaches} from './breaches.ts';
import {checkSettings, DEFAULT_SETTINGS} from './settings.ts';
import type {Limits, Settings} from './types.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const eur = (minor: number) => ({minor, currency: 'EUR'});

function planOf(
  parts: readonly {readonly class: Component['class']; readonly minor: number; readonly currency?: string}[],
  currencies: RefundPlan['currencies'] = null,
): RefundPlan {
  const currency = parts[0]?.currency ?? 'EUR';
  const components = parts.map((part): Component => ({
    kind: 'goodwill',
    class: part.class,
    reason: {code: 'goodwill'},
    amount: {minor: part.minor, currency},
  }));
  return {
    recipe: {handle: 'goodwill-amount', version: 1},
    components,
    totals: {toCustomer: {minor: 0, currency}},
    currencies,
  } as unknown as RefundPlan;
}

function settingsWith(shop: Limits, recipes: Readonly<Record<string, Limits>> = {}): Settings {
  return {...DEFAULT_SETTINGS, limits: {shop, recipes}};
}

describe('limitBreaches', () => {
  it('lets a plan at the limit pass and holds one a cent above it', () => {
    const settings = settingsWith({goodwill: {perRefund: '20.00'}});
    expect(limitBreaches(planOf([{class: 'goodwill', minor: 2000}]), settings, 'EUR', [], NOW)).toEqual([]);
    expect(limitBreaches(planOf([{class: 'goodwill', minor: 2001}]), settings, 'EUR', [], NOW)).toEqual([
      {class: 'goodwill', scope: 'shop', kind: 'perRefund', limit: eur(2000), would: eur(2001)},
    ]);
  });

  it('never holds what is owed', () => {
    const settings = settingsWith({goodwill: {perRefund: '0'}, policy: {perRefund: '0'}});
    expect(limitBreaches(planOf([{class: 'owed', minor: 99_999}]), settings, 'EUR', [], NOW)).toEqual([]);
  });

  it('does not let a fee make room for a gift of the same class', () => {
    const settings = settingsWith({policy: {perRefund: '5.00'}});
    const plan = planOf([
      {class: 'policy', minor: 600},
      {class: 'policy', minor: -300},
    ]);
    expect(limitBreaches(plan, settings, 'EUR', [], NOW)[0]?.would).toEqual(eur(600));
  });

  it('counts what the customer was given within the period, and only that', () => {
    const settings = settingsWith({goodwill: {perCustomer: {amount: '25.00', days: 30}}});
    const given = [
      {class: 'goodwill' as const, amount: eur(1500), at: '2026-11-01T00:00:00Z'},
      {class: 'goodwill' as const, amount: eur(9000), at: '2026-10-01T00:00:00Z'},
      {class: 'policy' as const, amount: eur(9000), at: '2026-11-21T00:00:00Z'},
    ];
    expect(limitBreaches(planOf([{class: 'goodwill', minor: 1000}]), settings, 'EUR', given, NOW)).toEqual([]);
    expect(limitBreaches(planOf([{class: 'goodwill', minor: 1001}]), settings, 'EUR', given, NOW)).toEqual([
      {class: 'goodwill', scope: 'shop', kind: 'perCustomer', limit: eur(2500), would: eur(2501), days: 30},
    ]);
  });

  it('compares in the shop’s currency at the sale’s rate, rounded up', () => {
    const currencies = {saleRate: {numerator: 11, denominator: 10}} as RefundPlan['currencies'];
    const plan = planOf([{class: 'goodwill', minor: 820, currency: 'USD'}], currencies);
    const breach = limitBreaches(plan, settingsWith({goodwill: {perRefund: '7.45'}}), 'EUR', [], NOW);
    expect(breach[0]?.would).toEqual(eur(746));
    expect(limitBreaches(plan, settingsWith({goodwill: {perRefund: '7.46'}}), 'EUR', [], NOW)).toEqual([]);
  });

  it('holds a recipe’s own limit beside the shop’s', () => {
    const settings = settingsWith(
      {goodwill: {perRefund: '5.00'}},
      {'goodwill-amount': {goodwill: {perRefund: '6.00'}}},
    );
    const scopes = limitBreaches(planOf([{class: 'goodwill', minor: 700}]), settings, 'EUR', [], NOW).map(
      (breach) => breach.scope,
    );
    expect(scopes).toEqual(['shop', 'recipe']);
  });
});

describe('checkSettings', () => {
  it('takes the defaults and a full example as they are', () => {
    expect(checkSettings({format: 1}, 'EUR')).toEqual(DEFAULT_SETTINGS);
    const full = {
      format: 1,
      limits: {
        shop: {goodwill: {perRefund: '20.00', perCustomer: {amount: '50.00', days: 90}}},
        recipes: {'goodwill-amount': {policy: {perRefund: '5.00'}}},
      },
      approvalExpiresAfterDays: 3,
      rates: {USD: {value: '1.0832', source: 'ECB', at: '2026-11-20'}},
    };
    expect(checkSettings(full, 'EUR')).toEqual(full);
  });

  it.each([
    [{format: 2}, 'settings.format'],
    [{format: 1, limit: {}}, 'settings.limit'],
    [{format: 1, limits: {shop: {owed: {perRefund: '1.00'}}}}, 'settings.limits.shop.owed'],
    [{format: 1, limits: {shop: {goodwill: {perRefund: '1.005'}}}}, 'settings.limits.shop.goodwill.perRefund'],
    [{format: 1, limits: {shop: {goodwill: {perRefund: '-1'}}}}, 'settings.limits.shop.goodwill.perRefund'],
    [
      {format: 1, limits: {recipes: {x: {goodwill: {perCustomer: {amount: '1', days: 0}}}}}},
      'settings.limits.recipes.x.goodwill.perCustomer.days',
    ],
    [{format: 1, approvalExpiresAfterDays: 1.5}, 'settings.approvalExpiresAfterDays'],
    [{format: 1, rates: {USD: {value: '0', source: 'ECB', at: '2026-11-20'}}}, 'settings.rates.USD.value'],
    [{format: 1, rates: {USD: {value: '1.1', source: ' ', at: '2026-11-20'}}}, 'settings.rates.USD.source'],
    [{format: 1, rates: {USD: {value: '1.1', source: 'ECB', at: 'yesterday'}}}, 'settings.rates.USD.at'],
    [{format: 1, rates: []}, 'settings.rates'],
  ])('names the field that is in the way: %j', (value, field) => {
    expect(() => checkSettings(value, 'EUR')).toThrow(expect.objectContaining({name: 'InputError', field}));
  });
});
