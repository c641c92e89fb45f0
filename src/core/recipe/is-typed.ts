import type {RecipePart} from './types.ts';

/** Whether staff type this part's amount for each order, or may change what it would be. */
export function isTyped(part: RecipePart): boolean {
  return part.amount.type === 'entered' || (part.kind === 'shipping' && part.amount.type === 'remaining');
}
