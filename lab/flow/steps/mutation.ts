/** Sends one mutation at Flow's version of the API. */
import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import {type Demand, merge, want} from '../environment/demand.ts';
import {plain, type Seen, selectionOf, type Variables} from '../environment/selection.ts';
import {FlowProblem} from '../problem.ts';
import {say, verbatim} from '../said.ts';
import type {StepContext} from './step.ts';

export interface UserError {
  readonly field?: readonly string[] | null;
  readonly message: string;
}

export interface Payload {
  readonly value: Readonly<Record<string, unknown>>;
  readonly userErrors: readonly UserError[];
}

/**
 * @param wanted what of the payload later steps read; userErrors and ids come along
 * @throws FlowProblem for a mutation that Flow can't send, and where the API refuses; Transient where it may be tried again
 */
export async function send(
  context: StepContext,
  name: string,
  given: Readonly<Record<string, unknown>>,
  wanted: Demand = {},
): Promise<Payload> {
  const {field, payload} = mutationOf(context.seen, name);
  const unknown = Object.keys(given).find((key) => !field.args.some((one) => one.name === key));
  if (unknown !== undefined) {
    const known = field.args.map((one) => one.name).join(', ');
    throw new FlowProblem(say`${name} takes no argument ${unknown}; it takes ${known}.`);
  }
  const missing = field.args.find((one) => isRequiredArgument(one) && (given[one.name] ?? null) === null);
  if (missing) throw new FlowProblem(say`${name} needs the argument ${missing.name}.`);
  const variables: Variables = {declared: [], values: {...given}};
  for (const key of Object.keys(given)) {
    variables.declared.push(`$${key}: ${String(field.args.find((one) => one.name === key)?.type)}`);
  }
  const args = Object.keys(given).map((key) => `${key}: $${key}`);
  const selection = selectionOf(context.seen, payload, withErrors(payload, wanted), variables, name);
  const head = variables.declared.length > 0 ? `(${variables.declared.join(', ')})` : '';
  const query = `mutation FlowSends${head} {${name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selection}}`;
  const {data} = await context.api.ask(query, variables.values);
  const value = plain(context.seen, payload, data[name]) as Record<string, unknown>;
  const errors = value['userErrors'];
  return {value, userErrors: Array.isArray(errors) ? (errors as UserError[]) : []};
}

/** @throws FlowProblem for a mutation that Flow can't send */
export function mutationOf(
  seen: Seen,
  name: string,
): {readonly field: GraphQLField<unknown, unknown>; readonly payload: GraphQLObjectType} {
  const field = seen.schema.getMutationType()?.getFields()[name];
  if (!field) {
    const isQuery = seen.schema.getQueryType()?.getFields()[name] !== undefined;
    throw new FlowProblem(
      isQuery
        ? say`${name} is a query; Send Admin API request sends mutations only.`
        : say`The lab has no mutation ${name} in Flow’s version of the Admin API.`,
    );
  }
  const payload = getNamedType(field.type);
  if (!isObjectType(payload)) throw new FlowProblem(say`${name} has no payload.`);
  if (payload.getFields()['job']) {
    throw new FlowProblem(say`${name} ends in a job; Flow’s documentation says that such mutations aren’t supported.`);
  }
  return {field, payload};
}

/** Later steps' fields, userErrors, and the ids of the things that came back. */
function withErrors(payload: GraphQLObjectType, wanted: Demand): Demand {
  const demand: Demand = {};
  merge(demand, wanted);
  for (const field of Object.values(payload.getFields())) {
    const type = getNamedType(field.type);
    if (field.name === 'userErrors' || field.name.endsWith('UserErrors')) {
      for (const name of ['field', 'message', 'code']) {
        if (isCompositeType(type) && 'getFields' in type && type.getFields()[name]) want(demand, [field.name, name]);
      }
    } else if (isObjectType(type) && type.getFields()['id'] && !field.args.some((one) => isNonNullType(one.type))) {
      want(demand, [field.name, 'id']);
    }
  }
  return demand;
}

/** What userErrors say, in one line. */
export function errorWords(errors: readonly UserError[]): string {
  return errors
    .map(
      ({field, message}) => `${field && field.length > 0 ? `${field.join('.')}: ` : ''}${message.replace(/\.$/, '')}`,
    )
    .join('; ');
}

/** For Flow's own actions, which fail where the API refuses. @throws FlowProblem */
export async function sendOrFail(
  context: StepContext,
  name: string,
  given: Readonly<Record<string, unknown>>,
): Promise<void> {
  const {userErrors} = await send(context, name, given);
  if (userErrors.length > 0) throw new FlowProblem(verbatim(errorWords(userErrors)));
}
