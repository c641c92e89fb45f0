import {compare, parseMoney, percentOf, type Money, type Rounding} from '../../money/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import type {Choices, Recipe, RecipePart} from '../../recipe/types.ts';
import {fromShopCurrency} from '../rates.ts';
import type {Component, Notice} from '../types.ts';
import {checkMost, typedText} from './typed.ts';

export interface AskedAmount {
  /** In the customer's currency. */
  readonly amount: Money;
  readonly cap?: NonNullable<Component['cap']>;
  readonly born?: NonNullable<Component['born']>;
  readonly warnings: readonly Notice[];
}

export interface AmountContext {
  readonly order: OrderSnapshot;
  readonly recipe: Recipe;
  readonly choices: Choices;
}

/**
 * How much a part asks for, in the customer's currency, after the recipe's own cap.
 * @param base what a percentage is of
 * @param rounding of percentages and conversions: `up` gives to the customer, `down` takes less from them
 * @returns null while staff still have to type it
 * @throws InputError for a typed amount that is malformed or above the recipe's cap
 */
export function askedAmount(
  context: AmountContext,
  part: RecipePart,
  base: Money,
  rounding: Rounding,
): AskedAmount | null {
  const {order, recipe, choices} = context;
  const where = `recipe.parts[${recipe.parts.indexOf(part)}]`;
  const typed = typedText(part.kind, choices);
  const inShop = part.currency === 'shop' && part.amount.type !== 'percent';
  const currency = inShop ? order.shopCurrency : order.currency;
  const asked = ownAmount(part, typed, base, currency, rounding, where);
  if (!asked) return null;

  const cap = part.cap === undefined ? null : parseMoney(part.cap, currency, `${where}.cap`);
  if (cap && typed !== null) checkMost(part.kind, asked, cap, `recipe ${recipe.handle} allows no more`);
  const capped = cap && compare(asked, cap) > 0 ? cap : asked;
  if (!inShop || order.shopCurrency === order.currency) {
    return {amount: capped, warnings: [], ...(capped === asked ? {} : {cap: {code: 'recipeCap', asked}})};
  }
  const rule = part.rate || 'saleRate';
  const {amount, born, missing} = fromShopCurrency(capped, rule, order, choices, rounding);
  const uncapped = capped === asked ? null : fromShopCurrency(asked, rule, order, choices, rounding).amount;
  return {
    amount,
    born,
    warnings: missing ? [{code: 'dayRateUnknown'}] : [],
    ...(uncapped ? {cap: {code: 'recipeCap', asked: uncapped}} : {}),
  };
}

function ownAmount(
  part: RecipePart,
  typed: string | null,
  base: Money,
  currency: string,
  rounding: Rounding,
  where: string,
): Money | null {
  if (typed !== null) return parseMoney(typed, currency, `choices.amounts.${part.kind}`);
  switch (part.amount.type) {
    case 'fixed':
      return parseMoney(part.amount.value, currency, `${where}.amount.value`);
    case 'percent':
      return percentOf(base, part.amount.value, rounding, `${where}.amount.value`);
    case 'entered':
      return part.amount.value ? parseMoney(part.amount.value, currency, `${where}.amount.value`) : null;
    case 'remaining':
      return base;
  }
}
