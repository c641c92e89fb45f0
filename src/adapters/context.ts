import {type Fault, type Recipe, recipeFaults} from '../core/index.ts';
import {child, hasNextPage, node, nodes, optionalChild, optionalText, text, type Node} from './read.ts';

/** A recipe that the shop stored, checked. */
export interface StoredRecipe {
  readonly id: string;
  /** Of the metaobject that holds it. */
  readonly handle: string;
  /** ISO 8601, to the second. */
  readonly updatedAt: string;
  readonly enabled: boolean;
  /** Null where the stored value can't be used: `issues` say why. */
  readonly recipe: Recipe | null;
  readonly issues: readonly Fault[];
}

/** What stands beside the order in the same answer. */
export interface OrderContext {
  readonly shop: {readonly currency: string};
  readonly locations: readonly {readonly id: string; readonly name: string}[];
  readonly recipes: readonly StoredRecipe[];
  /** The shop has more recipes than the 50 that were read. */
  readonly moreRecipes: boolean;
  /** The parsed settings, unchecked; null where there are none or they are no JSON. */
  readonly settings: unknown;
}

/**
 * Everything in the answer (`data`) of OrderForRefund.graphql that is not the order itself. A stored recipe that is broken is
 * reported, not thrown: the others still work.
 * @throws InputError that names the field of anything else that is missing or malformed
 */
export function contextFromAdmin(data: unknown): OrderContext {
  const answer = node(data, '');
  const shop = child(answer, 'shop');
  const settings = optionalChild(answer, 'settings');
  return {
    shop: {currency: text(shop, 'currencyCode')},
    locations: nodes(answer, 'locations').map((place) => ({id: text(place, 'id'), name: text(place, 'name')})),
    recipes: nodes(answer, 'recipes').map(storedRecipe),
    moreRecipes: hasNextPage(answer, 'recipes'),
    settings: settings && parsed(fieldValue(settings, 'settings') ?? 'null'),
  };
}

/** One metaobject of `StoredRecipe` in HomeRecipes.graphql. @throws InputError where it is no such object */
export function storedRecipeFromAdmin(metaobject: unknown): StoredRecipe {
  return storedRecipe(node(metaobject, 'recipe'));
}

function storedRecipe(entry: Node): StoredRecipe {
  const value = parsed(fieldValue(entry, 'recipe') ?? 'null');
  const issues = recipeFaults(value);
  return {
    id: text(entry, 'id'),
    handle: text(entry, 'handle'),
    updatedAt: text(entry, 'updatedAt'),
    enabled: fieldValue(entry, 'enabled') !== 'false',
    recipe: issues.length === 0 ? (value as Recipe) : null,
    issues,
  };
}

/** The value of a metaobject's field; null where the field was never filled in. */
function fieldValue(entry: Node, key: string): string | null {
  const field = optionalChild(entry, key);
  return field && optionalText(field, 'value');
}

/** Null for what is no JSON: the checker that follows says that null can't be used. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
