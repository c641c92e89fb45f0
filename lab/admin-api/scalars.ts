/** Shopify's scalars: what comes in is checked, what goes out is text as Shopify prints it. */
import {
  GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  isSpecifiedScalarType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import {isDecimal} from './decimal.ts';

type Parse = (value: unknown) => unknown;

function refuse(value: unknown, type: string): never {
  throw new GraphQLError(`Could not coerce value ${JSON.stringify(value)} to ${type}`);
}

const decimal =
  (type: string): Parse =>
  (value) =>
    (typeof value === 'string' || typeof value === 'number') && isDecimal(String(value))
      ? String(value)
      : refuse(value, type);

const dateTime: Parse = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : refuse(value, 'DateTime');

const date: Parse = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : refuse(value, 'Date');

const text =
  (type: string): Parse =>
  (value) =>
    typeof value === 'string' ? value : refuse(value, type);

const PARSERS: Readonly<Record<string, Parse>> = {
  Decimal: decimal('Decimal'),
  Money: decimal('Money'),
  DateTime: dateTime,
  Date: date,
  URL: text('URL'),
  HTML: text('HTML'),
  StorefrontID: text('StorefrontID'),
  UnsignedInt64: (value) => (/^\d+$/.test(String(value)) ? String(value) : refuse(value, 'UnsignedInt64')),
  JSON: (value) => value,
};

function literal(node: ValueNode, parse: Parse, variables: Parameters<typeof valueFromASTUntyped>[1]): unknown {
  if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return parse(node.value);
  return parse(valueFromASTUntyped(node, variables));
}

/** Gives the schema's scalars their behaviour. */
export function bindScalars(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // The five built-in scalars are shared by every schema of the process; ids are checked with the variables instead.
    if (!(type instanceof GraphQLScalarType) || isSpecifiedScalarType(type)) continue;
    const parse = PARSERS[type.name];
    if (!parse) continue;
    type.parseValue = parse;
    type.parseLiteral =
      type.name === 'JSON'
        ? (node, variables) => valueFromASTUntyped(node, variables)
        : (node, variables) => literal(node, parse, variables);
    type.serialize = (value) => value;
  }
}
