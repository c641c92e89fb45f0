import type {Money} from '../../money/index.ts';
import type {Ground, RecipePart} from '../../recipe/types.ts';
import type {Component, Notice} from '../types.ts';
import {askedAmount, type AmountContext} from './amounts.ts';
import {checkMost, typedText} from './typed.ts';

export interface ComposedFees {
  readonly components: readonly Component[];
  readonly stops: readonly Notice[];
  readonly warnings: readonly Notice[];
}

type FeeKind = 'restockingFee' | 'returnShippingFee' | 'diminishedValue';

/**
 * Fees, negative and rounded down, taken off what the items bring and never more than that. A withdrawal allows no restocking
 * fee (Consumer Rights Directive, art. 13 and 14), and faulty goods come back at the seller's cost (Directive (EU) 2019/771).
 * @throws InputError when staff typed a fee beyond what the items bring
 */
export function composeFees(context: AmountContext, ground: Ground, itemsValue: Money): ComposedFees {
  const components: Component[] = [];
  const stops: Notice[] = [];
  const warnings: Notice[] = [];
  let left = itemsValue.minor;
  for (const part of context.recipe.parts) {
    const kind = part.kind;
    if (kind !== 'restockingFee' && kind !== 'returnShippingFee' && kind !== 'diminishedValue') continue;
    if (isOff(kind, ground)) {
      warnings.push({code: `${kind}Off${ground === 'defect' ? 'ForDefect' : ''}`});
      continue;
    }
    const asked = askedAmount(context, part, itemsValue, 'down');
    if (!asked) {
      stops.push({code: 'amountMissing', kind});
      continue;
    }
    if (typedText(kind, context.choices) !== null && itemsValue.minor > 0) {
      checkMost(kind, asked.amount, {...itemsValue, minor: left}, 'a fee is never more than the items bring');
    }
    warnings.push(...asked.warnings);
    const minor = Math.min(asked.amount.minor, left);
    left -= minor;
    if (minor === 0) continue;
    const cap = minor < asked.amount.minor ? {code: 'itemsValue' as const, asked: asked.amount} : asked.cap;
    components.push({
      kind,
      class: 'policy',
      reason: reasonOf(kind, part),
      amount: {minor: -minor, currency: itemsValue.currency},
      ...(cap ? {cap} : {}),
      ...(asked.born ? {born: asked.born} : {}),
    });
  }
  return {components, stops, warnings};
}

function isOff(kind: FeeKind, ground: Ground): boolean {
  if (kind === 'diminishedValue') return false;
  return ground === 'defect' || (kind === 'restockingFee' && ground === 'withdrawal');
}

function reasonOf(kind: FeeKind, part: RecipePart): Component['reason'] {
  if (part.amount.type === 'percent') return {code: `${kind}Percent`, percent: part.amount.value};
  return {code: kind};
}
