import {InputError} from '../errors.ts';
import type {Choices, PartKind, Recipe} from '../recipe/types.ts';
import type {Composers} from './compose/compose.ts';
import {decideRefund, type Decided, type PlanInput, type Rooms} from './decide.ts';

const COMPOSER: Readonly<Record<Exclude<PartKind, 'bonus'>, keyof Composers>> = {
  items: 'items',
  shipping: 'shipping',
  duties: 'duties',
  amount: 'extra',
  returnLabel: 'extra',
  goodwill: 'extra',
  restockingFee: 'fees',
  returnShippingFee: 'fees',
  diminishedValue: 'fees',
};

/** A part that nobody composes would be left out without a word. @throws InputError */
function checkRooms(recipe: Recipe, choices: Choices, rooms: Rooms): void {
  const missing = recipe.parts.find(({kind}) => !(kind === 'bonus' ? rooms.settlers.bonus : rooms[COMPOSER[kind]]));
  const unread =
    (choices.amounts && !rooms.typed) || ((choices.creditShare ?? recipe.creditShare) && !rooms.settlers.owed);
  if (!missing && !unread) return;
  throw new InputError('recipe', recipe.handle, 'Plan it with planRefund: this planner is made for another recipe.');
}

/**
 * The deciding half of a plan with some of the planner's rooms only: for a script that carries one recipe.
 * @throws InputError for choices that don't fit the order or the recipe, and for a recipe that needs another room
 */
export function decideWith(rooms: Rooms, input: PlanInput): Decided {
  checkRooms(input.recipe, input.choices, rooms);
  return decideRefund(input, rooms);
}
