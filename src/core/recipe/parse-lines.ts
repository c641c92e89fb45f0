import {InputError} from '../errors.ts';
import type {SnapshotLine} from '../order/types.ts';
import {useOneOf} from './nearest.ts';

const SELECTIONS = ['all', 'none', 'unfulfilled'];

/** Units of every line for `lines=all`, `none` or `unfulfilled`. @throws InputError for another word */
export function unitsOf(selection: string, lines: readonly SnapshotLine[]): Readonly<Record<string, number>> {
  if (!SELECTIONS.includes(selection))
    throw new InputError('--choice lines', selection, useOneOf(selection, SELECTIONS));
  const units = (line: SnapshotLine) => {
    if (selection === 'none') return 0;
    return selection === 'all' ? line.refundable : Math.min(line.unfulfilled, line.refundable);
  };
  return Object.fromEntries(lines.map((line) => [line.id, units(line)]));
}

/** The line at a position (from 1), with an id (whole, or only its number) or with a SKU. @throws InputError for none or several */
export function lineOf(text: string, lines: readonly SnapshotLine[]): SnapshotLine {
  const byPosition = /^[1-9]\d{0,4}$/.test(text) ? lines[Number(text) - 1] : undefined;
  if (byPosition) return byPosition;
  const found = lines.filter((line) => line.id === text || line.id.endsWith(`/${text}`) || line.sku === text);
  const [only] = found;
  if (only && found.length === 1) return only;
  const fix =
    found.length > 1 ? 'Several lines have this SKU: name one by its position' : 'Name a line by its position';
  throw new InputError('--choice line', text, `${fix} (1 to ${lines.length}), its id or its SKU.`);
}
