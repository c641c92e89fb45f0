/**
 * What a query costs: the model of facts §8, fitted on recorded answers (exact on 95 % of them).
 *
 * A document is compiled once into a plan; `requested` walks the plan with the variables' page sizes, `actual` walks it
 * along the answer.
 */
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

type Kind = 'free' | 'object' | 'list' | 'connection';

interface Part {
  readonly key: string;
  readonly kind: Kind;
  readonly weight: number;
  /** Where the page size stands: a number, or a variable with the default that its declaration gives. */
  readonly size: number | {readonly variable: string; readonly fallback: number};
  readonly children: Plan;
}

interface Plan {
  readonly parts: readonly Part[];
  /** What stands in fragments on one of several possible types: only one of them can come true. */
  readonly alternatives: readonly Plan[];
}

export interface CostPlan {
  readonly mutation: boolean;
  readonly plan: Plan;
}

const FREE_TYPES = new Set(['MoneyBag', 'MoneyV2', 'PageInfo', 'MailingAddress', 'Count']);
const MUTATION_BASE: Readonly<Record<string, number>> = {refundCreate: 20, orderCapture: 20, flowTriggerReceive: 1};
const DEFAULT_MUTATION_BASE = 10;
const COUNT_QUERY = 10;
const BALANCE = 5;
const INTROSPECTION = 2;

/** Points for `n` elements of a connection, per point that one element costs. */
function pageFactor(n: number): number {
  return Math.max(1, Math.floor(2 * Math.log(Math.max(1, n))));
}

function sizeOf(field: FieldNode, operation: OperationDefinitionNode): Part['size'] {
  const argument = field.arguments?.find((one) => one.name.value === 'first' || one.name.value === 'last');
  const literal = (value: ValueNode | undefined): number => (value?.kind === 'IntValue' ? Number(value.value) : 1);
  if (argument?.value.kind !== 'Variable') return literal(argument?.value);
  const variable = argument.value.name.value;
  const declared = operation.variableDefinitions?.find((one) => one.variable.name.value === variable);
  return {variable, fallback: literal(declared?.defaultValue)};
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

/** Reads an operation once, so that its price is quick to work out for any variables. */
export function compileCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): CostPlan {
  const mutation = operation.operation === 'mutation';

  const select = (type: GraphQLCompositeType, selection: SelectionSetNode, depth: number): Plan => {
    const parts: Part[] = [];
    const alternatives: Plan[] = [];
    const seen = new Map<string, number>();
    const into = (inner: GraphQLCompositeType, set: SelectionSetNode): void => {
      for (const node of set.selections) {
        if (node.kind === 'Field') {
          const part = field(inner, node, depth);
          if (!part) continue;
          const at = seen.get(part.key);
          const before = at === undefined ? undefined : parts[at];
          if (at !== undefined && before) {
            parts[at] = {...before, children: merge(before.children, part.children)};
          } else {
            seen.set(part.key, parts.length);
            parts.push(part);
          }
          continue;
        }
        const fragment = node.kind === 'InlineFragment' ? node : fragments.get(node.name.value);
        if (!fragment) continue;
        const on = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : inner;
        if (!isCompositeType(on)) continue;
        const always = on === inner || (isObjectType(inner) && isInterfaceType(on)) || !isAbstractType(inner);
        if (always) into(on === inner ? inner : isObjectType(inner) ? inner : on, fragment.selectionSet);
        else alternatives.push(select(on, fragment.selectionSet, depth));
      }
    };
    into(type, selection);
    return {parts, alternatives};
  };

  const field = (parent: GraphQLCompositeType, node: FieldNode, depth: number): Part | undefined => {
    const name = node.name.value;
    const key = node.alias?.value ?? name;
    if (name === '__typename') return undefined;
    if (name === '__type' || name === '__schema') {
      return {key, kind: 'object', weight: INTROSPECTION, size: 1, children: {parts: [], alternatives: []}};
    }
    const definition = 'getFields' in parent ? parent.getFields()[name] : undefined;
    if (!definition) return undefined;
    const type = getNamedType(definition.type);
    const atRoot = depth === 0;
    const nothing: Plan = {parts: [], alternatives: []};
    if (isLeafType(type)) return undefined;
    const children = node.selectionSet ? select(type, node.selectionSet, depth + 1) : nothing;
    if (atRoot && mutation) {
      return {key, kind: 'object', weight: MUTATION_BASE[name] ?? DEFAULT_MUTATION_BASE, size: 1, children};
    }
    if (mutation && depth === 1) return {key, kind: 'free', weight: 0, size: 1, children};
    if (type.name.endsWith('Connection'))
      return {key, kind: 'connection', weight: 2, size: sizeOf(node, operation), children};
    if (atRoot && type.name === 'Count') return {key, kind: 'object', weight: COUNT_QUERY, size: 1, children};
    if (parent.name === 'StoreCreditAccount' && name === 'balance')
      return {key, kind: 'object', weight: BALANCE, size: 1, children};
    if (FREE_TYPES.has(type.name) || name.endsWith('serErrors'))
      return {key, kind: 'free', weight: 0, size: 1, children};
    if (parent.name.endsWith('Connection') && name === 'edges')
      return {key, kind: 'free', weight: 0, size: 1, children};
    return {key, kind: isList(definition.type) ? 'list' : 'object', weight: 1, size: 1, children};
  };

  const root = mutation ? schema.getMutationType() : schema.getQueryType();
  return {mutation, plan: root ? select(root, operation.selectionSet, 0) : {parts: [], alternatives: []}};
}

function merge(a: Plan, b: Plan): Plan {
  const parts = [...a.parts];
  for (const part of b.parts) {
    const at = parts.findIndex((one) => one.key === part.key);
    const before = parts[at];
    if (before) parts[at] = {...before, children: merge(before.children, part.children)};
    else parts.push(part);
  }
  return {parts, alternatives: [...a.alternatives, ...b.alternatives]};
}

function pageSize(size: Part['size'], variables: Readonly<Record<string, unknown>>): number {
  if (typeof size === 'number') return size;
  const value = variables[size.variable];
  return typeof value === 'number' ? value : size.fallback;
}

/** Points that a request reserves before it runs. */
export function requestedCost(cost: CostPlan, variables: Readonly<Record<string, unknown>>): number {
  const total = (plan: Plan): number => {
    let points = 0;
    for (const part of plan.parts) {
      const inner = total(part.children);
      points +=
        part.kind === 'connection'
          ? part.weight + inner * pageFactor(pageSize(part.size, variables))
          : part.weight + inner;
    }
    return points + Math.max(0, ...plan.alternatives.map(total));
  };
  return total(cost.plan);
}

type Answer = Readonly<Record<string, unknown>>;

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Points that a request really took: what came back, and for a mutation that ended in userErrors its base alone. */
export function actualCost(cost: CostPlan, variables: Readonly<Record<string, unknown>>, data: unknown): number {
  const each = (plan: Plan, value: unknown): number => {
    if (!isAnswer(value)) return 0;
    let points = 0;
    for (const part of plan.parts) if (part.key in value) points += one(part, value[part.key]);
    const possible = plan.alternatives.filter((other) => other.parts.every((part) => part.key in value));
    return points + Math.max(0, ...possible.map((other) => each(other, value)));
  };
  const one = (part: Part, value: unknown): number => {
    if (part.kind === 'connection') return connectionCost(part, value);
    if (Array.isArray(value)) {
      const items: unknown[] = value;
      return part.weight + Math.max(0, ...items.map((item) => each(part.children, item)));
    }
    return part.weight + each(part.children, value);
  };
  const connectionCost = (part: Part, value: unknown): number => {
    if (!isAnswer(value)) return part.weight;
    const lists = part.children.parts.filter((child) => Array.isArray(value[child.key]));
    const [first] = lists;
    const list = first ? value[first.key] : [];
    const count = Array.isArray(list) ? list.length : 0;
    if (count === 0) return part.weight + pageFactor(pageSize(part.size, variables));
    // Recorded: where both nodes and edges are asked for, the same things are paid in full once, and with a point the second time.
    const branches = lists.map((child) => one(child, value[child.key]));
    const inner = Math.max(0, ...branches) + Math.max(0, lists.length - 1);
    // Recorded: two elements of a page count double, as three do; the rounded-down logarithm gives one.
    return part.weight + inner * (count === 2 ? 2 : pageFactor(count));
  };
  const root: Answer = isAnswer(data) ? data : {};
  let points = 0;
  for (const part of cost.plan.parts) {
    const value = root[part.key];
    const failed =
      cost.mutation &&
      isAnswer(value) &&
      Object.entries(value).some(([key, list]) => key.endsWith('serErrors') && Array.isArray(list) && list.length > 0);
    points += failed || value === undefined ? part.weight : one(part, value);
  }
  return points;
}
