import {parseMoney, smaller, toDecimal, type Money} from '../money/index.ts';
import {availableUnits, lineWorth, payableNow, selectedQuantities, shippingLeft} from '../order/index.ts';
import type {OrderSnapshot, SnapshotLine} from '../order/types.ts';
import {isTyped} from './is-typed.ts';
import type {ChoiceField} from './choice-fields.types.ts';
import {destinationFields, needsConsent} from './destination-fields.ts';
import {GROUNDS} from './fields.ts';
import type {Choices, Recipe, RecipePart} from './types.ts';

/**
 * What staff may set for this order with this recipe, in the order in which a form shows it, with the values that hold now and
 * the most that is possible. Depends on the choices already made: consent is asked once money would become store credit.
 * @throws InputError where choices name a line that the order hasn't
 */
export function choiceFields(order: OrderSnapshot, recipe: Recipe, choices: Choices): ChoiceField[] {
  const creditShare = choices.creditShare ?? recipe.creditShare;
  return [
    {field: 'ground', value: choices.ground || recipe.ground, options: GROUNDS},
    ...quantityFields(order, recipe, choices),
    ...recipe.parts.flatMap((part) => amountField(part, order, recipe, choices)),
    ...destinationFields(order, recipe, choices),
    ...(creditShare === undefined ? [] : [{field: 'creditShare', value: creditShare} as const]),
    ...(needsConsent(order, recipe, choices)
      ? [{field: 'consent', required: choices.consent === undefined} as const]
      : []),
    ...dayRateField(order, recipe, choices),
  ];
}

function quantityFields(order: OrderSnapshot, recipe: Recipe, choices: Choices): ChoiceField[] {
  if (!recipe.parts.some((part) => part.kind === 'items')) return [];
  const selected = selectedQuantities(order, recipe, choices);
  return order.lines.map((line) => {
    const max = availableUnits(line);
    const value = selected.get(line.id) || 0;
    return {
      field: 'quantity',
      lineId: line.id,
      name: line.name,
      sku: line.sku,
      value,
      max,
      sold: line.quantity,
      blocked: blockedBy(line),
      worth: lineWorth(line, max, order.taxesIncluded),
      restock: restockOf(line, value, recipe, choices),
      restockable: line.restockable,
    };
  });
}

function blockedBy(line: SnapshotLine): 'onOpenReturn' | 'alreadyRefunded' | null {
  if (line.onOpenReturn > 0) return 'onOpenReturn';
  return line.refundable < line.quantity ? 'alreadyRefunded' : null;
}

/** Unshipped units are cancelled; shipped ones follow the choice, then the recipe. */
function restockOf(line: SnapshotLine, units: number, recipe: Recipe, choices: Choices): 'return' | 'cancel' | 'none' {
  const chosen = choices.restock?.[line.id];
  if (chosen) return chosen;
  if (line.unfulfilled > 0 && units <= line.unfulfilled) return 'cancel';
  return line.restockable ? recipe.restock || 'return' : 'none';
}

function amountField(part: RecipePart, order: OrderSnapshot, recipe: Recipe, choices: Choices): ChoiceField[] {
  if (!isTyped(part)) return [];
  const currency = part.currency === 'shop' ? order.shopCurrency : order.currency;
  const possible = mostOf(part, order, recipe, choices);
  const limit = possible?.currency === currency ? possible : null;
  const cap = part.cap === undefined ? null : parseMoney(part.cap, currency, 'recipe.parts.cap');
  const max = limit && cap ? smaller(limit, cap) : limit || cap;
  if (part.amount.type === 'remaining' && max?.minor === 0) return [];
  const start = part.amount.type === 'entered' ? part.amount.value : max && toDecimal(max);
  const value = choices.amounts?.[part.kind] || start || '';
  return [{field: 'amount', kind: part.kind, value, currency, max, required: value === ''}];
}

/** The most that the order allows for a part, in the customer's currency; null where it sets no limit. */
function mostOf({kind}: RecipePart, order: OrderSnapshot, recipe: Recipe, choices: Choices): Money | null {
  switch (kind) {
    case 'shipping':
      return shippingLeft(order).price;
    case 'amount':
      return payableNow(order);
    case 'restockingFee':
    case 'returnShippingFee':
    case 'diminishedValue':
      return selectedWorth(order, recipe, choices);
    default:
      return null;
  }
}

function selectedWorth(order: OrderSnapshot, recipe: Recipe, choices: Choices): Money {
  const selected = selectedQuantities(order, recipe, choices);
  const minor = order.lines.reduce((all, line) => {
    const units = Math.min(selected.get(line.id) || 0, line.refundable);
    return all + lineWorth(line, units, order.taxesIncluded).minor;
  }, 0);
  return {minor, currency: order.currency};
}

/** Asked for every order in another currency, to show what the rate does; required where an amount hangs on it. */
function dayRateField(order: OrderSnapshot, recipe: Recipe, choices: Choices): ChoiceField[] {
  if (order.currency === order.shopCurrency) return [];
  const depends = recipe.parts.some((part) => part.currency === 'shop' && part.rate === 'dayRate');
  const required = depends && choices.dayRate === undefined;
  return [{field: 'dayRate', required, from: order.shopCurrency, to: order.currency}];
}
