import {allocate} from '../money/index.ts';
import {ORDER_KINDS, type Draft} from './draft.ts';
import type {Component} from './types.ts';

/** Which part gives way first when an order holds less money than its parts are worth. */
const GIVES_WAY = ['amount', 'duties', 'shipping', 'tax', 'items'];

/**
 * What was paid for the order goes back at most once: its parts, less the fees, stay within what is left of the payments
 * (facts/refund-rules R7). What is owed on top, such as a label, is not bound by it: it has a leg of its own.
 */
export function capToPayments(draft: Draft): Draft {
  const bound = (component: Component) => ORDER_KINDS.has(component.kind) || component.amount.minor < 0;
  let excess =
    draft.components.reduce((all, component) => all + (bound(component) ? component.amount.minor : 0), 0) - draft.limit;
  if (excess <= 0) return draft;
  const amounts = new Map<Component, number>();
  for (const kind of GIVES_WAY) {
    for (const component of draft.components) {
      if (component.kind !== kind || excess <= 0) continue;
      const taken = Math.min(excess, component.amount.minor);
      excess -= taken;
      amounts.set(component, component.amount.minor - taken);
    }
  }
  const components = draft.components.flatMap((component) => {
    const minor = amounts.get(component);
    if (minor === undefined) return [component];
    if (minor === 0) return [];
    return [{...resized(component, minor), cap: {code: 'netPayment' as const, asked: component.amount}}];
  });
  if (components.some(({kind}) => ORDER_KINDS.has(kind))) return {...draft, components};
  return {...draft, components, warnings: [...draft.warnings, {code: 'nothingLeft'}]};
}

/** The same component with another amount, shared over its lines (and the tax on shipping, which is no line's) in proportion. */
export function resized(component: Component, minor: number): Component {
  const {currency} = component.amount;
  const amount = {minor, currency};
  if (!component.lines) return {...component, amount};
  const own = component.lines.map((line) => line.amount.minor);
  const linesMinor = own.reduce((all, line) => all + line, 0);
  if (linesMinor === 0) return {...component, amount};
  const shares = allocate(minor, [...own, Math.max(0, component.amount.minor - linesMinor)]);
  const lines = component.lines.map((line, index) => ({...line, amount: {minor: shares[index] || 0, currency}}));
  return {...component, amount, lines};
}
