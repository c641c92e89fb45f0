import type {DraftLink} from '../builder/draft.ts';

/** Pixels between two steps; Flow's cards are about 250 wide. */
const COLUMN = 360;
const ROW = 180;

/**
 * Where the steps stand: each below the one before, the first branch straight down, the others to its right, none over another.
 * @param links in the order in which a step's branches stand
 */
export function positionsOf(count: number, links: readonly DraftLink[]): readonly (readonly [number, number])[] {
  const positions: (readonly [number, number])[] = Array.from({length: count}, () => [0, 0]);
  /** @returns the first column that is free to the right of the step and all below it */
  const place = (step: number, column: number, row: number): number => {
    positions[step] = [column * COLUMN, row * ROW];
    let free = column;
    for (const {to} of links.filter(({from}) => from === step)) free = place(to, free, row + 1);
    return Math.max(free, column + 1);
  };
  if (count > 0) place(0, 0, 0);
  return positions;
}
