import {InputError} from '../errors.ts';
import {add, compare, convert, invert, parseMoney, sum, type Money} from '../money/index.ts';
import type {RefundPlan} from '../plan/types.ts';
import type {Breach, Given, Limit, LimitedClass, Settings} from './types.ts';

const CLASSES: readonly LimitedClass[] = ['policy', 'goodwill'];
const DAY = 86_400_000;

/**
 * What a plan gives of a class, in the shop's currency at the sale's rate, rounded up; fees don't make room for gifts.
 * @throws InputError when the plan pays in another currency and carries no rate
 */
function givenByPlan(plan: RefundPlan, of: LimitedClass, shopCurrency: string): Money {
  const own = sum(
    plan.components.filter((part) => part.class === of && part.amount.minor > 0).map((part) => part.amount),
    plan.totals.toCustomer.currency,
  );
  if (own.currency === shopCurrency) return own;
  if (!plan.currencies)
    throw new InputError(
      'plan.currencies',
      null,
      `Plan again: without a rate to ${shopCurrency} no limit can be held.`,
    );
  return convert(own, invert(plan.currencies.saleRate), shopCurrency, 'up');
}

/**
 * The limits that a plan would pass: the shop's and its recipe's, for policy and goodwill. Owed amounts have none.
 * @param given what this customer was given before; entries outside a limit's period don't count
 * @param now milliseconds since 1970
 * @returns one breach per limit, the shop's first; empty when the plan may go ahead
 */
export function limitBreaches(
  plan: RefundPlan,
  settings: Settings,
  shopCurrency: string,
  given: readonly Given[],
  now: number,
): Breach[] {
  const scopes = [
    {scope: 'shop' as const, limits: settings.limits.shop},
    {scope: 'recipe' as const, limits: settings.limits.recipes[plan.recipe.handle] || {}},
  ];
  return CLASSES.flatMap((of) => {
    const own = givenByPlan(plan, of, shopCurrency);
    if (own.minor === 0) return [];
    return scopes.flatMap(({scope, limits}) => {
      const limit = limits[of];
      if (!limit) return [];
      return [perRefund(own, limit), perCustomer(own, limit, given, of, now)]
        .filter((breach) => breach !== null)
        .map((breach) => ({class: of, scope, ...breach}));
    });
  });
}

type Found = Omit<Breach, 'class' | 'scope'> | null;

function perRefund(own: Money, limit: Limit): Found {
  if (limit.perRefund === undefined) return null;
  const most = parseMoney(limit.perRefund, own.currency);
  return compare(own, most) > 0 ? {kind: 'perRefund', limit: most, would: own} : null;
}

function perCustomer(own: Money, limit: Limit, given: readonly Given[], of: LimitedClass, now: number): Found {
  if (limit.perCustomer === undefined) return null;
  const {amount, days} = limit.perCustomer;
  const since = now - days * DAY;
  const before = given.filter((entry) => entry.class === of && Date.parse(entry.at) >= since);
  const would = add(
    own,
    sum(
      before.map((entry) => entry.amount),
      own.currency,
    ),
  );
  const most = parseMoney(amount, own.currency);
  return compare(would, most) > 0 ? {kind: 'perCustomer', limit: most, would, days} : null;
}
