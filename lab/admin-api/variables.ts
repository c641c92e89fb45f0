/** Checks a request's variables as Shopify does, and says what is wrong in Shopify's shape (INVALID_VARIABLE with problems). */
import {
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
} from 'graphql';
import {parseGid} from './gid.ts';

export interface Problem {
  readonly path: readonly (string | number)[];
  readonly explanation: string;
  readonly message?: string;
}

const INPUT_LIST_LIMIT = 250;

/** The longest list in a value; deeper lists count too. */
function longestList(value: unknown): number {
  if (Array.isArray(value))
    return value.reduce<number>((longest, item) => Math.max(longest, longestList(item)), value.length);
  if (typeof value === 'object' && value !== null) return Math.max(0, ...Object.values(value).map(longestList));
  return 0;
}

/** Shopify's answer to a list that is too long; nothing for a list that isn't. */
export function tooLongList(size: number, path: readonly string[]): GraphQLError | undefined {
  if (size <= INPUT_LIST_LIMIT) return undefined;
  return new GraphQLError(
    `The input array size of ${size} is greater than the maximum allowed of ${INPUT_LIST_LIMIT}.`,
    {path: [...path], extensions: {code: 'MAX_INPUT_SIZE_EXCEEDED'}},
  );
}

/** What is wrong with a value for an input type, in reading order. */
function problemsOf(type: GraphQLInputType, value: unknown, path: readonly (string | number)[] = []): Problem[] {
  if (isNonNullType(type)) {
    if (value === undefined || value === null) return [{path, explanation: 'Expected value to not be null'}];
    return problemsOf(type.ofType, value, path);
  }
  if (value === undefined || value === null) return [];
  if (isListType(type)) {
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item, index) => problemsOf(type.ofType, item, [...path, index]));
  }
  if (isInputObjectType(type)) {
    if (typeof value !== 'object' || Array.isArray(value)) {
      return [{path, explanation: `Could not coerce value ${JSON.stringify(value)} to ${type.name}`}];
    }
    const fields = type.getFields();
    const given: Readonly<Record<string, unknown>> = {...value};
    const problems = Object.entries(given).flatMap(([name, inner]) => {
      const field = fields[name];
      return field
        ? problemsOf(field.type, inner, [...path, name])
        : [{path: [...path, name], explanation: `Field is not defined on ${type.name}`}];
    });
    for (const field of Object.values(fields)) {
      if (!(field.name in given) && isNonNullType(field.type) && field.defaultValue === undefined) {
        problems.push({path: [...path, field.name], explanation: 'Expected value to not be null'});
      }
    }
    const count = Object.keys(given).length;
    if (type.isOneOf && count !== 1) {
      problems.push({path, explanation: `\`${type.name}\` requires exactly one argument, but ${count} were provided.`});
    }
    return problems;
  }
  if (isEnumType(type)) {
    const names = type.getValues().map((one) => one.name);
    if (typeof value === 'string' && names.includes(value)) return [];
    return [{path, explanation: `Expected ${JSON.stringify(value)} to be one of: ${names.join(', ')}`}];
  }
  if (!isScalarType(type)) return [];
  if (type.name === 'ID') {
    const id = typeof value === 'string' ? value : JSON.stringify(value);
    if (parseGid(id)) return [];
    const explanation = `Invalid global id '${id}'`;
    return [{path, explanation, message: explanation}];
  }
  try {
    type.parseValue(value);
    return [];
  } catch {
    return [{path, explanation: `Could not coerce value ${JSON.stringify(value)} to ${type.name}`}];
  }
}

function invalidVariable(
  name: string,
  type: string,
  value: unknown,
  problems: readonly Problem[],
  node: OperationDefinitionNode,
): GraphQLError {
  const named = problems.filter((problem) => problem.path.length > 0);
  const where = named.map(({path, explanation}) => `${path.join('.')} (${explanation})`).join(', ');
  return new GraphQLError(
    `Variable $${name} of type ${type} was provided invalid value${where === '' ? '' : ` for ${where}`}`,
    {
      nodes: node.variableDefinitions?.find((one) => one.variable.name.value === name) ?? null,
      extensions: {code: 'INVALID_VARIABLE', value: value ?? null, problems},
    },
  );
}

/** Errors of all variables of an operation; an empty list when all are good. */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!type || !isInputType(type)) return [];
    const value = variables[name];
    if (value === undefined && definition.defaultValue) return [];
    const tooLong = tooLongList(longestList(value), [name]);
    if (tooLong) return [tooLong];
    const problems = problemsOf(type, value);
    return problems.length === 0 ? [] : [invalidVariable(name, print(definition.type), value, problems, operation)];
  });
}
