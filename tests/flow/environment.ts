/** What Flow's environment would hold for an order: the lab's Admin API asked for the same fields, its connections as plain lists. */
import {
  Kind,
  TypeInfo,
  buildSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  print,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type {ArgumentNode, FieldNode} from 'graphql';
import {readFileSync} from 'node:fs';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {ask} from '../execution/lab-client.ts';

const SCHEMA = buildSchema(readFileSync(new URL('../../graphql/schema/2026-07.graphql', import.meta.url), 'utf8'));

/** Metafields of `refund_recipes` that workflows register, by their alias. */
const ALIASES: Readonly<Record<string, string>> = {
  refundRecipesClaim: 'claim',
  refundRecipesFlowRun: 'flow_run',
  refundRecipesAsk: 'ask',
  refundRecipesRequest: 'request',
};

function argument(name: string, value: string | number): ArgumentNode {
  return {
    kind: Kind.ARGUMENT,
    name: {kind: Kind.NAME, value: name},
    value:
      typeof value === 'number' ? {kind: Kind.INT, value: String(value)} : {kind: Kind.STRING, value, block: false},
  };
}

/** A selection as Run code's input query has it, as the Admin API wants it. */
function adminSelection(fields: string): string {
  const document = parse(`query($id: ID!) { order(id: $id) { ${fields} } }`);
  const aliased = visit(document, {
    Field(field): FieldNode | undefined {
      const key = ALIASES[field.name.value];
      if (key === undefined) return undefined;
      return {
        ...field,
        alias: field.name,
        name: {kind: Kind.NAME, value: 'metafield'},
        arguments: [argument('namespace', 'refund_recipes'), argument('key', key)],
      };
    },
  });
  const info = new TypeInfo(SCHEMA);
  const paged = visit(
    aliased,
    visitWithTypeInfo(info, {
      Field: {
        enter(field): FieldNode | undefined {
          const definition = info.getFieldDef();
          if (!definition?.args.some(({name}) => name === 'first')) return undefined;
          const list = isListType(isNonNullType(definition.type) ? definition.type.ofType : definition.type);
          const newest = definition.args.some(({name}) => name === 'reverse') && field.name.value === 'transactions';
          const args = [argument('first', list ? 100 : 50)];
          if (newest && !list) args.push({...argument('reverse', 1), value: {kind: Kind.BOOLEAN, value: true}});
          if (list || !field.selectionSet) return {...field, arguments: args};
          const type = getNamedType(definition.type);
          if (!isObjectType(type) || !type.getFields()['nodes']) return undefined;
          const nodes: FieldNode = {
            kind: Kind.FIELD,
            name: {kind: Kind.NAME, value: 'nodes'},
            selectionSet: field.selectionSet,
          };
          return {...field, arguments: args, selectionSet: {kind: Kind.SELECTION_SET, selections: [nodes]}};
        },
      },
    }),
  );
  return print(paged);
}

/** Connections as plain lists. */
export function flattened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flattened);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.includes('nodes') && keys.every((key) => ['nodes', 'pageInfo'].includes(key))) {
    return flattened((value as {nodes: unknown}).nodes);
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, flattened(part)]));
}

/** An order as the environment has it. */
export async function environmentOrder(lab: Lab, id: string, fields: string): Promise<Record<string, unknown>> {
  const data = (await ask(lab, adminSelection(fields), {id})) as {order: unknown};
  return flattened(data.order) as Record<string, unknown>;
}

/** The same with money as numbers: which of both Flow does is not known. */
export function withNumbers<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    key === 'amount' && typeof part === 'string' ? Number(part) : part,
  ) as Value;
}
