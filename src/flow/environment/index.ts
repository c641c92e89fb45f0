import {GraphQLObjectType, type GraphQLOutputType, GraphQLSchema, isInterfaceType, isUnionType} from 'graphql';
import {ADMIN} from './slice.ts';
import {type EnvironmentTypes, typeOf} from './types.ts';

export {
  ADMIN,
  FLOW_VERSION,
  isLeftOut,
  isMutationInDoubt,
  mutationNamed,
  mutationNames,
  SAFE_TEXTS,
  type MutationName,
  type Refusal,
} from './slice.ts';
export {EnvironmentTypes, patchedTypeName, type Patch, typeOf} from './types.ts';

/** Names at the root of every workflow, whatever started it. */
export const ALWAYS: Readonly<Record<string, string>> = {shop: 'Shop'};

/**
 * What a step sees as a schema to query: the trigger's variables, what earlier steps gave, and `shop`.
 * @param types with the workflow's patches
 * @param roots by name: a type of the environment, or its name in SDL (`[Order!]!`). What the slice doesn't have is left out.
 */
export function environmentSchema(
  types: EnvironmentTypes,
  roots: Readonly<Record<string, GraphQLOutputType | string>>,
): GraphQLSchema {
  const fields: Record<string, {type: GraphQLOutputType}> = {};
  for (const [name, root] of Object.entries({...ALWAYS, ...roots})) {
    const type = typeof root === 'string' ? typeOf(types, root) : root;
    if (type) fields[name] = {type};
  }
  const query = new GraphQLObjectType({name: 'Environment', fields});
  return new GraphQLSchema({query, types: implementationsOf(types, Object.keys(ADMIN.getTypeMap()))});
}

/** Objects that are only reached through an interface have to be named. */
function implementationsOf(types: EnvironmentTypes, names: readonly string[]): GraphQLObjectType[] {
  const abstract = names.flatMap((name) => {
    const type = ADMIN.getType(name);
    return isInterfaceType(type) || isUnionType(type) ? [type] : [];
  });
  const objects = new Set(abstract.flatMap((type) => ADMIN.getPossibleTypes(type).map(({name}) => name)));
  return [...objects].flatMap((name) => {
    const type = types.named(name);
    return type instanceof GraphQLObjectType && !name.endsWith('Payload') ? [type] : [];
  });
}
