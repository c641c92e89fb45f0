import {InputError} from '../../errors.ts';
import {compare, toDecimal, type Money} from '../../money/index.ts';
import {isTyped} from '../../recipe/is-typed.ts';
import type {Choices, PartKind, Recipe} from '../../recipe/types.ts';

/** @throws InputError where the choices set an amount that this recipe has no part for, or sets itself */
export function checkTypedAmounts({recipe, choices}: {readonly recipe: Recipe; readonly choices: Choices}): void {
  for (const [kind, value] of Object.entries(choices.amounts || {}) as [PartKind, string][]) {
    const part = recipe.parts.find((candidate) => candidate.kind === kind);
    const field = `choices.amounts.${kind}`;
    if (!part) throw new InputError(field, value, `Leave it out: recipe ${recipe.handle} has no part "${kind}".`);
    if (!isTyped(part)) {
      throw new InputError(field, value, `Leave it out: recipe ${recipe.handle} sets this amount itself.`);
    }
  }
}

/** What staff typed for a part, or null. */
export function typedText(kind: PartKind, choices: Choices): string | null {
  const text = choices.amounts?.[kind];
  return text === undefined || text === '' ? null : text;
}

/** @throws InputError when a typed amount is above `most` */
export function checkMost(kind: PartKind, asked: Money, most: Money, why: string): void {
  if (compare(asked, most) > 0) {
    throw new InputError(
      `choices.amounts.${kind}`,
      toDecimal(asked),
      `Write at most ${toDecimal(most)} ${most.currency}: ${why}.`,
    );
  }
}
