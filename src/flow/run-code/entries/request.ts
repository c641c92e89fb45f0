import {answered, type Verdict} from '../script/answer.ts';
import {textOf, wordsOf, type Given} from '../script/constants.ts';
import {requested, type Requested} from '../script/requesting.ts';

/** Asks for a recipe as it stands. */
export function main({order}: {readonly order: unknown}, given: Given): Requested | Verdict {
  return answered(order, () =>
    requested(order, {
      recipe: wordsOf(given, 'RECIPE'),
      choices: {},
      reason: textOf(given, 'REASON'),
      again: textOf(given, 'AGAIN'),
    }),
  );
}
