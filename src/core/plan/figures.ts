import type {Money} from '../money/index.ts';
import {resized} from './cap.ts';
import type {Draft} from './draft.ts';
import type {Component, ComponentKind, Notice, ShopifyFigures} from './types.ts';

export interface Reconciled {
  readonly draft: Draft;
  /** Shopify's own maximum per payment id, in minor units. */
  readonly maxima: ReadonlyMap<string, number>;
}

type Modelled = Extract<ComponentKind, 'items' | 'tax' | 'shipping' | 'duties'>;

const MODELLED: readonly Modelled[] = ['items', 'tax', 'shipping', 'duties'];

/**
 * Sets Shopify's figures in place of ours (design §4.2). A difference within rounding, one minor unit per price and tax of a
 * refunded line and at least one, is adopted and noted; a larger one stops until a person takes Shopify's figures.
 * @param accept a person takes Shopify's figures, whatever the difference
 */
export function reconcileFigures(draft: Draft, figures: ShopifyFigures, accept: boolean): Reconciled {
  const maxima = new Map(
    figures.transactions.flatMap(({parentId, maximumRefundable}) =>
      maximumRefundable ? [[parentId, maximumRefundable.minor] as const] : [],
    ),
  );
  const ours = (kind: Modelled) => minorOf(draft, kind);
  const theirs = (kind: Modelled) => figures[kind].minor;
  const total = (of: (kind: Modelled) => number) => MODELLED.reduce((all, kind) => all + of(kind), 0);
  if (total(ours) === 0 && draft.entries.length === 0) return {draft, maxima};

  // A cent may stand with the price in one reckoning and with its tax in the other: together they are what counts.
  const goods = (of: (kind: Modelled) => number) => of('items') + of('tax');
  const apart =
    Math.abs(goods(ours) - goods(theirs)) +
    Math.abs(ours('shipping') - theirs('shipping')) +
    Math.abs(ours('duties') - theirs('duties'));
  const limit = Math.min(draft.limit, Math.max(0, figures.maximumRefundable.minor));
  if (apart === 0) return {draft: {...draft, limit}, maxima};

  const money = (minor: number): Money => ({minor, currency: draft.itemsValue.currency});
  const amounts = {ours: money(total(ours)), shopify: money(total(theirs))};
  const rounding = Math.max(1, linesOf(draft, 'items') + linesOf(draft, 'tax'));
  if (apart > rounding && !accept) {
    return {draft: {...draft, limit, stops: [...draft.stops, {code: 'figuresDiffer', ...amounts}]}, maxima};
  }
  const notice: Notice = {
    code: 'adoptedShopifyFigures',
    ...amounts,
    difference: money(total(theirs) - total(ours)),
  };
  const components = adopted(draft, figures);
  return {draft: {...draft, components, limit, warnings: [...draft.warnings, notice]}, maxima};
}

/** Our components with Shopify's amounts; what only Shopify has a figure for (a cent of tax) comes as a component of its own. */
function adopted(draft: Draft, figures: ShopifyFigures): readonly Component[] {
  const known = draft.components.flatMap((component): Component[] => {
    const figure = MODELLED.includes(component.kind as Modelled)
      ? figures[component.kind as Modelled]
      : component.amount;
    if (figure.minor === component.amount.minor) return [component];
    return figure.minor <= 0 ? [] : [resized(component, figure.minor)];
  });
  const missing = MODELLED.filter((kind) => figures[kind].minor > 0 && minorOf(draft, kind) === 0);
  return [...missing.map((kind) => ofShopify(kind, figures[kind])), ...known];
}

function ofShopify(kind: Modelled, amount: Money): Component {
  return {kind, class: 'owed', reason: {code: 'shopifyCalculates'}, amount};
}

function linesOf(draft: Draft, kind: ComponentKind): number {
  return draft.components.find((component) => component.kind === kind)?.lines?.length || 0;
}

function minorOf(draft: Draft, kind: ComponentKind): number {
  return draft.components.find((component) => component.kind === kind)?.amount.minor || 0;
}
