import type {Money} from '../money/index.ts';
import {resized} from './cap.ts';
import type {Draft} from './draft.ts';
import type {Component, ComponentKind, Notice, ShopifyFigures} from './types.ts';

export interface Reconciled {
  readonly draft: Draft;
  /** Shopify's own maximum per payment id, in minor units. */
  readonly maxima: ReadonlyMap<string, number>;
}

interface Modelled {
  readonly items: number;
  readonly shipping: number;
  readonly duties: number;
}

/**
 * Sets Shopify's figures in place of ours (design §4.2). A difference within rounding, one minor unit per refunded line and at
 * least one, is adopted and noted; a larger one stops until a person takes Shopify's figures.
 * @param accept a person takes Shopify's figures, whatever the difference
 */
export function reconcileFigures(draft: Draft, figures: ShopifyFigures, accept: boolean): Reconciled {
  const maxima = new Map(
    figures.transactions.flatMap(({parentId, maximumRefundable}) =>
      maximumRefundable ? [[parentId, maximumRefundable.minor] as const] : [],
    ),
  );
  const shippingTax = taxOnShipping(draft);
  const ours = {
    items: minorOf(draft, 'items') + minorOf(draft, 'tax') - shippingTax,
    shipping: minorOf(draft, 'shipping') + shippingTax,
    duties: minorOf(draft, 'duties'),
  };
  if (ours.items + ours.shipping + ours.duties === 0) return {draft, maxima};

  const theirs = {
    items: figures.items.minor + figures.tax.minor,
    shipping: figures.shipping.minor,
    duties: figures.duties.minor,
  };
  const apart =
    Math.abs(ours.items - theirs.items) +
    Math.abs(ours.shipping - theirs.shipping) +
    Math.abs(ours.duties - theirs.duties);
  const limit = Math.min(draft.limit, Math.max(0, figures.maximumRefundable.minor));
  if (apart === 0) return {draft: {...draft, limit}, maxima};

  const amounts = {ours: money(draft, total(ours)), shopify: money(draft, total(theirs))};
  const rounding = Math.max(1, draft.components.find((component) => component.kind === 'items')?.lines?.length ?? 0);
  if (apart > rounding && !accept) {
    return {draft: {...draft, limit, stops: [...draft.stops, {code: 'figuresDiffer', ...amounts}]}, maxima};
  }
  const notice: Notice = {
    code: 'adoptedShopifyFigures',
    ...amounts,
    difference: money(draft, total(theirs) - total(ours)),
  };
  const adopted = adopt(draft, figures, shippingTax);
  return {draft: {...adopted, limit, warnings: [...draft.warnings, notice]}, maxima};
}

/** The figures of one refund that was asked in several parts, because Shopify's lists end at 250. */
export function addFigures(a: ShopifyFigures, b: ShopifyFigures): ShopifyFigures {
  const plus = (x: Money, y: Money): Money => ({minor: x.minor + y.minor, currency: x.currency});
  const known = new Map(a.transactions.map((transaction) => [transaction.parentId, transaction]));
  for (const transaction of b.transactions) {
    const before = known.get(transaction.parentId);
    known.set(
      transaction.parentId,
      before ? {...before, amount: plus(before.amount, transaction.amount)} : transaction,
    );
  }
  return {
    items: plus(a.items, b.items),
    tax: plus(a.tax, b.tax),
    shipping: plus(a.shipping, b.shipping),
    duties: plus(a.duties, b.duties),
    // The order's own ceiling, the same in every answer.
    maximumRefundable:
      a.maximumRefundable.minor >= b.maximumRefundable.minor ? a.maximumRefundable : b.maximumRefundable,
    transactions: [...known.values()],
  };
}

function adopt(draft: Draft, figures: ShopifyFigures, shippingTax: number): Draft {
  const amounts: Partial<Record<ComponentKind, number>> = {
    items: figures.items.minor,
    tax: figures.tax.minor + shippingTax,
    shipping: figures.shipping.minor - shippingTax,
    duties: figures.duties.minor,
  };
  const kept = draft.components.flatMap((component): Component[] => {
    const minor = amounts[component.kind];
    delete amounts[component.kind];
    if (minor === undefined || minor === component.amount.minor) return [component];
    return minor <= 0 ? [] : [resized(component, minor)];
  });
  return {...draft, components: kept};
}

function taxOnShipping(draft: Draft): number {
  const tax = draft.components.find((component) => component.kind === 'tax');
  const lines = tax?.lines?.reduce((all, line) => all + line.amount.minor, 0) ?? 0;
  return (tax?.amount.minor ?? 0) - lines;
}

function minorOf(draft: Draft, kind: ComponentKind): number {
  return draft.components.find((component) => component.kind === kind)?.amount.minor ?? 0;
}

function total({items, shipping, duties}: Modelled): number {
  return items + shipping + duties;
}

function money(draft: Draft, minor: number): Money {
  return {minor, currency: draft.itemsValue.currency};
}
