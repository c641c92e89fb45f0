/** A request's document, read and checked once per version and text. */
import {
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type DocumentNode,
  parse,
} from 'graphql';
import {compileCost, type CostPlan} from './cost.ts';
import type {VersionedSchema} from './schema.ts';
import {validateDocument} from './validate.ts';

export interface Operation {
  readonly node: OperationDefinitionNode;
  readonly name: string | null;
  readonly mutation: boolean;
  /** Root fields that it calls, fragments included, without aliases. */
  readonly fields: readonly string[];
  readonly cost: CostPlan;
}

export interface ReadDocument {
  readonly document: DocumentNode;
  readonly operations: readonly Operation[];
}

const CACHED = 400;
const cache = new Map<string, ReadDocument | readonly GraphQLError[]>();

function rootFields(node: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string[] {
  const names: string[] = [];
  const into = (selections: OperationDefinitionNode['selectionSet']): void => {
    for (const one of selections.selections) {
      if (one.kind === Kind.FIELD) names.push(one.name.value);
      else if (one.kind === Kind.INLINE_FRAGMENT) into(one.selectionSet);
      else {
        const fragment = fragments.get(one.name.value);
        if (fragment) into(fragment.selectionSet);
      }
    }
  };
  into(node.selectionSet);
  return names;
}

function read(versioned: VersionedSchema, query: string): ReadDocument | readonly GraphQLError[] {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError(String(error))];
  }
  const errors = validateDocument(versioned.schema, document);
  if (errors.length > 0) return errors;
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const operations = document.definitions
    .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
    .map((node) => ({
      node,
      name: node.name?.value ?? null,
      mutation: node.operation === 'mutation',
      fields: rootFields(node, fragments),
      cost: compileCost(versioned.schema, node, fragments),
    }));
  return {document, operations};
}

/** @returns the document, or what is wrong with it in Shopify's shape */
export function readDocument(versioned: VersionedSchema, query: string): ReadDocument | readonly GraphQLError[] {
  const key = `${versioned.version}\n${query}`;
  const known = cache.get(key);
  if (known) return known;
  const entry = read(versioned, query);
  const [oldest] = cache.keys();
  if (cache.size >= CACHED && oldest !== undefined) cache.delete(oldest);
  cache.set(key, entry);
  return entry;
}
