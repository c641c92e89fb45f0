/** Which data a step reads, as a tree of names: `{order: {customer: {email: {}}, tags: {}}}`. */
import {type FieldNode, Kind, parse, type SelectionSetNode} from 'graphql';
import type {Condition} from '../conditions/index.ts';
import {FlowProblem, words} from '../problem.ts';
import {say} from '../said.ts';

export interface Demand {
  [name: string]: Demand;
}

/** Fields that only some types of an interface have stand under "...on <Type>". */
const ON = '...on ';

export const typeOfKey = (key: string): string | null => (key.startsWith(ON) ? key.slice(ON.length) : null);

export function want(demand: Demand, path: readonly string[]): Demand {
  let at = demand;
  for (const part of path) {
    if (part === '__proto__') throw new FlowProblem(say`__proto__ is no field.`);
    if (!Object.hasOwn(at, part)) at[part] = {};
    at = at[part] ?? {};
  }
  return at;
}

export function merge(into: Demand, from: Demand): void {
  for (const [name, inner] of Object.entries(from)) merge(want(into, [name]), inner);
}

/** What a condition reads; the items of a list count as parts of the list. */
export function wantCondition(
  demand: Demand,
  condition: Condition,
  names: Readonly<Record<string, readonly string[]>> = {},
): void {
  const full = ([first = '', ...rest]: readonly string[]): readonly string[] =>
    Object.hasOwn(names, first) ? [...(names[first] ?? []), ...rest] : [first, ...rest];
  switch (condition.is) {
    case 'logic':
      for (const part of condition.parts) wantCondition(demand, part, names);
      return;
    case 'comparison':
      want(demand, full(condition.path));
      if (condition.right && 'path' in condition.right) want(demand, full(condition.right.path));
      return;
    case 'list': {
      const path = full(condition.path);
      want(demand, path);
      wantCondition(demand, condition.body, {...names, [condition.item]: path});
    }
  }
}

/**
 * A Run code step's query: over the environment, so without variables, arguments and pages (facts §1).
 * @throws FlowProblem
 */
export function readQuery(text: string): SelectionSetNode {
  let document;
  try {
    document = parse(text);
  } catch (error) {
    throw new FlowProblem(say`The input query can’t be read: ${words(error)}`);
  }
  const [first, ...others] = document.definitions;
  if (first?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) {
    throw new FlowProblem(say`The input query has to be one query, without fragments beside it.`);
  }
  if (first.operation !== 'query') throw new FlowProblem(say`The input query can only read.`);
  if ((first.variableDefinitions?.length ?? 0) > 0) throw new FlowProblem(say`The input query takes no variables.`);
  return first.selectionSet;
}

/** @throws FlowProblem */
export function wantSelection(demand: Demand, selection: SelectionSetNode): void {
  for (const one of selection.selections) {
    if (one.kind === Kind.FRAGMENT_SPREAD) throw new FlowProblem(say`The input query takes no named fragments.`);
    if (one.kind === Kind.INLINE_FRAGMENT) {
      const type = one.typeCondition?.name.value;
      wantSelection(type === undefined ? demand : want(demand, [`${ON}${type}`]), one.selectionSet);
    } else {
      wantField(demand, one);
    }
  }
}

function wantField(demand: Demand, field: FieldNode): void {
  const name = field.name.value;
  if ((field.arguments?.length ?? 0) > 0) {
    throw new FlowProblem(
      say`The input query gives arguments to ${name}; Flow’s environment takes none. Register an alias in patched_fields.`,
    );
  }
  if (['edges', 'nodes', 'pageInfo'].includes(name)) {
    throw new FlowProblem(say`The input query asks for ${name}; lists are plain in Flow’s environment.`);
  }
  const inner = want(demand, [name]);
  if (field.selectionSet) wantSelection(inner, field.selectionSet);
}
