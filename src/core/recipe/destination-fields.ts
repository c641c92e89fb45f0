import {classOf} from '../plan/classes.ts';
import type {OrderSnapshot} from '../order/types.ts';
import type {ChoiceField} from './choice-fields.types.ts';
import type {Choices, ComponentClass, Destination, Recipe} from './types.ts';

const CLASSES: readonly ComponentClass[] = ['owed', 'policy', 'goodwill'];

/** One choice for each class that has money to send and more than one place to send it. */
export function destinationFields(order: OrderSnapshot, recipe: Recipe, choices: Choices): ChoiceField[] {
  const present = paidClasses(recipe, choices);
  return CLASSES.filter((name) => present.has(name)).flatMap((name) => {
    const options = optionsOf(name, order, recipe, choices);
    const [first] = options;
    return first && options.length > 1 ? [{field: 'destination', class: name, value: first, options} as const] : [];
  });
}

/** Whether owed money would become store credit or a gift card: only the customer's consent allows that. */
export function needsConsent(order: OrderSnapshot, recipe: Recipe, choices: Choices): boolean {
  if (!paidClasses(recipe, choices).has('owed')) return false;
  const [first] = optionsOf('owed', order, recipe, choices);
  return first === 'storeCredit' || first === 'giftCard' || Number(choices.creditShare ?? recipe.creditShare ?? 0) > 0;
}

/** Fees are taken off and a bonus follows the credit, so neither has a destination of its own. */
function paidClasses(recipe: Recipe, choices: Choices): ReadonlySet<ComponentClass> {
  const paid = recipe.parts.filter(
    (part) => !['restockingFee', 'returnShippingFee', 'diminishedValue', 'bonus'].includes(part.kind),
  );
  return new Set(paid.map((part) => classOf(part, choices.ground || recipe.ground)));
}

/** What can be had for a class: the preferred destination first, then the recipe's own; outside payment always can. */
function optionsOf(
  name: ComponentClass,
  order: OrderSnapshot,
  recipe: Recipe,
  choices: Choices,
): readonly Destination[] {
  const preferred = choices.prefer?.[name];
  const wishes = new Set<Destination>([
    ...(preferred ? [preferred] : []),
    ...recipe.destinations[name],
    'outsidePayment',
  ]);
  return [...wishes].filter((destination) => {
    if (destination === 'originalPayment') return name !== 'goodwill';
    return destination !== 'storeCredit' || (order.creditOwner !== null && order.storeCreditEnabled !== false);
  });
}
