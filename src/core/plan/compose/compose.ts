import {lineWorth, payableNow} from '../../order/index.ts';
import type {Money} from '../../money/index.ts';
import type {Draft} from '../draft.ts';
import type {Component, Notice} from '../types.ts';
import {type AmountContext} from './amounts.ts';
import type {checkTypedAmounts} from './typed.ts';
import type {composeDuties} from './duties.ts';
import type {composeExtra} from './extras.ts';
import type {composeFees} from './fees.ts';
import type {ComposedItems, composeItems} from './items.ts';
import type {composeShipping} from './shipping.ts';

/** What composes each kind of part. A planner that carries one recipe has only those that it needs: Run code is short. */
export interface Composers {
  readonly typed?: typeof checkTypedAmounts;
  readonly items?: typeof composeItems;
  readonly shipping?: typeof composeShipping;
  readonly duties?: typeof composeDuties;
  readonly extra?: typeof composeExtra;
  readonly fees?: typeof composeFees;
}

const NO_FEES = {components: [], stops: [], warnings: []};

const NO_ITEMS: ComposedItems = {
  components: [],
  entries: [],
  stock: [],
  wholly: new Set(),
  stops: [],
  warnings: [],
};

/**
 * Recipe and choices on this order, as components: what is asked for, part by part, each within its own limit. Components come
 * in a fixed order, whatever the order of the recipe's parts. The bonus is not among them: it depends on where the money goes.
 * @throws InputError for choices that don't fit the order or the recipe
 */
export function compose(context: AmountContext, composers: Composers): Draft {
  const {order, recipe, choices} = context;
  composers.typed?.(context);
  const ground = choices.ground || recipe.ground;
  const partOf = (kind: string) => recipe.parts.find((part) => part.kind === kind);
  const stops: Notice[] = [];
  const warnings: Notice[] = [];
  const components: Component[] = [];
  const collect = (result: {component: Component | null; stops?: readonly Notice[]; warnings: readonly Notice[]}) => {
    if (result.component) components.push(result.component);
    stops.push(...(result.stops || []));
    warnings.push(...result.warnings);
  };

  const items = composers.items?.(context) || NO_ITEMS;
  components.push(...items.components);
  stops.push(...items.stops);
  warnings.push(...items.warnings);
  const money = (minor: number): Money => ({minor, currency: order.currency});
  const itemsValue = money(items.components.reduce((all, component) => all + component.amount.minor, 0));

  const shippingPart = partOf('shipping');
  const shipping = shippingPart && composers.shipping?.(context, shippingPart);
  if (shipping) {
    addTax(components, shipping.tax, order.currency);
    collect(shipping);
  }
  let dutyIds: readonly string[] = [];
  if (partOf('duties') && composers.duties) {
    const touched = new Set(items.stock.map((entry) => entry.lineId));
    const duties = composers.duties(order, partOf('items') ? items.wholly : null, touched);
    dutyIds = duties.dutyIds;
    collect(duties);
  }
  const limit = payableNow(order).minor;
  for (const kind of ['amount', 'returnLabel', 'goodwill']) {
    const part = partOf(kind);
    if (!part || !composers.extra) continue;
    const kept = partOf('items') ? itemsValue : keptValue(context);
    collect(composers.extra(context, part, ground, kind === 'amount' ? money(limit) : kept));
  }
  const fees = composers.fees?.(context, ground, itemsValue) || NO_FEES;
  return {
    ground,
    components: [...components, ...fees.components],
    entries: items.entries,
    dutyIds,
    stock: items.stock,
    itemsValue,
    limit,
    stops: [...stops, ...fees.stops],
    warnings: [...warnings, ...fees.warnings],
  };
}

/** The tax on shipping joins the items' tax: to Shopify and to the customer it is one figure. */
function addTax(components: Component[], minor: number, currency: string): void {
  if (minor === 0) return;
  const index = components.findIndex((component) => component.kind === 'tax');
  const tax = components[index];
  if (tax) components[index] = {...tax, amount: {minor: tax.amount.minor + minor, currency}};
  else components.push({kind: 'tax', class: 'owed', reason: {code: 'taxPaid'}, amount: {minor, currency}});
}

/** What the units are worth that the customer still has: the base of a gesture in per cent where nothing comes back. */
function keptValue({order}: AmountContext): Money {
  const minor = order.lines.reduce((all, line) => all + lineWorth(line, line.refundable, order.taxesIncluded).minor, 0);
  return {minor, currency: order.currency};
}
