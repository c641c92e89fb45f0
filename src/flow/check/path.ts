import {
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  isInterfaceType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql';
import {type EnvironmentTypes, isLeftOut} from '../environment/index.ts';
import {didYouMean} from './nearest.ts';

/** What stands under a name: a type of the environment, or something that the check can't know. */
export type Root = {readonly type: GraphQLOutputType} | {readonly unknown: string};

/** What a step may read. */
export interface Scope {
  readonly roots: ReadonlyMap<string, Root>;
  /** Not all is known of a step before it: it may give anything under any name. */
  readonly isOpen: boolean;
  /** Names that exist elsewhere in the workflow, with the reason why not here. */
  readonly elsewhere: ReadonlyMap<string, string>;
  readonly types: EnvironmentTypes;
}

export type Lookup =
  | {
      readonly is: 'found';
      /** Without its outer non-null. A list stays a list. */
      readonly type: GraphQLOutputType;
      /** A list lies on the way: what is found is there once for each of its items. */
      readonly throughList: boolean;
      /** `Metafield.value`; null for a root. */
      readonly field: string | null;
    }
  | {readonly is: 'unchecked'; readonly why: string}
  | {readonly is: 'wrong'; readonly message: string; readonly fix: string | null};

const CONNECTION_PARTS = new Set(['edges', 'nodes', 'node', 'pageInfo']);
const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** `order.customer.id` in its names; null where the text is no path. */
export function pathNames(text: string): string[] | null {
  const path = text.trim();
  return PATH.test(path) && path.length < 1000 ? path.split('.') : null;
}

/** Where a path leads from a step's scope. */
export function lookUp(scope: Scope, names: readonly string[]): Lookup {
  const [first = '', ...rest] = names;
  const root = scope.roots.get(first);
  if (!root) return noRoot(scope, first);
  if ('unknown' in root) return {is: 'unchecked', why: root.unknown};
  let type = getNullableType(root.type) as GraphQLOutputType;
  let throughList = false;
  let field: string | null = null;
  for (const name of rest) {
    if (isListType(type)) throughList = true;
    const step = fieldOf(getNamedType(type), name, names, scope.types);
    if (step.is !== 'field') return step;
    ({field} = step);
    type = step.type;
  }
  return {is: 'found', type, throughList, field};
}

type Judged = Exclude<Lookup, {readonly is: 'found'}>;

/** One step of a path: a field of a type, or why there is none. @param names the whole path, for the message */
export function fieldOf(
  owner: GraphQLNamedType,
  name: string,
  names: readonly string[],
  types: EnvironmentTypes,
): {readonly is: 'field'; readonly type: GraphQLOutputType; readonly field: string} | Judged {
  if (owner.name === 'JSON') return {is: 'unchecked', why: `what is inside ${names.join('.')} (JSON).`};
  if (isUnionType(owner)) return {is: 'unchecked', why: `${names.join('.')}: ${owner.name} is one of several types.`};
  if (!isObjectType(owner) && !isInterfaceType(owner))
    return wrong(`${shownPath(names)} goes on after ${owner.name}, which has no parts.`, null);
  const found = owner.getFields()[name];
  if (!found && types.isPatched(owner.name, name))
    return {
      is: 'unchecked',
      why: `${shownPath(names)}: what is behind the handle ${name} isn't part of the API slice.`,
    };
  if (!found) return noField(names, name, owner.name, Object.keys(owner.getFields()), isInterfaceType(owner));
  return {is: 'field', type: getNullableType(found.type) as GraphQLOutputType, field: `${owner.name}.${name}`};
}

function wrong(message: string, fix: string | null): Judged {
  return {is: 'wrong', message, fix};
}

const shownPath = (names: readonly string[]): string => `“${names.join('.').slice(0, 80)}”`;

function noRoot(scope: Scope, name: string): Judged {
  const reason = scope.elsewhere.get(name);
  if (reason !== undefined) return wrong(`“${name}” isn't there: ${reason}`, null);
  if (scope.isOpen) return {is: 'unchecked', why: `“${name}” may come from a step of which not all is known.`};
  const given = [...scope.roots.keys()];
  return wrong(
    `Nothing before this step gives “${name}”.`,
    didYouMean(name, given) ?? `Here are: ${given.toSorted().join(', ')}.`,
  );
}

function noField(
  names: readonly string[],
  name: string,
  owner: string,
  known: readonly string[],
  isInterface: boolean,
): Judged {
  if (CONNECTION_PARTS.has(name)) {
    const fix = `Write ${names.filter((part) => !CONNECTION_PARTS.has(part)).join('.')}.`;
    return wrong(`${shownPath(names)}: in Flow a list is a plain list, without "${name}".`, fix);
  }
  if (owner === 'Metaobject')
    return {is: 'unchecked', why: `${shownPath(names)}: a metaobject's fields are the shop's own.`};
  if (owner === 'Metafield' && names.includes('metafields'))
    return {
      is: 'unchecked',
      why: `${shownPath(names)}: whether Flow finds a metafield this way. To be sure, read it under a handle (patched_fields).`,
    };
  const type = owner.slice(owner.indexOf('_') + 1);
  if (isInterface || isLeftOut(owner, name)) return {is: 'unchecked', why: `${shownPath(names)}: ${owner}.${name}.`};
  return wrong(`${shownPath(names)}: ${type} has no "${name}".`, didYouMean(name, known));
}
