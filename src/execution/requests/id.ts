import type {Choices} from '../../core/index.ts';
import {canonicalJson} from '../canonical.ts';
import {sha256Hex} from '../hash.ts';
import type {RefundRequest} from './types.ts';

/** The same order, recipe, choices and intent give the same id. */
export function requestIdOf(
  orderId: string,
  recipe: RefundRequest['recipe'],
  choices: Choices,
  intentId: string,
): string {
  return `request-${sha256Hex(canonicalJson([orderId, recipe.handle, recipe.version, choices, intentId])).slice(0, 16)}`;
}
