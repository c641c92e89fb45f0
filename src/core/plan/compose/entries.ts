import {lineEntitlement} from '../../order/index.ts';
import type {SnapshotLine} from '../../order/types.ts';
import type {RefundEntry} from '../draft.ts';
import type {RestockedUnits} from './restock.ts';

/**
 * A line's units as entries of the refund: one, or two where a part of them was shipped and the other was not. Together they bring
 * exactly `price` and `tax` (minor units).
 */
export function entriesOf(
  line: SnapshotLine,
  [first, second]: readonly RestockedUnits[],
  price: number,
  tax: number,
): readonly RefundEntry[] {
  if (!first) return [];
  if (!second) return [{choice: first.choice, price, tax}];
  const firstPrice = lineEntitlement(line, first.choice.quantity, 'subtotal').minor;
  const firstTax = tax === 0 ? 0 : Math.min(tax, lineEntitlement(line, first.choice.quantity, 'tax').minor);
  return [
    {choice: first.choice, price: firstPrice, tax: firstTax},
    {choice: second.choice, price: price - firstPrice, tax: tax - firstTax},
  ];
}
