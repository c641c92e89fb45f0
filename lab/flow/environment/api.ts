/** Flow's way to the Admin API: as an app of its own, at its own version. */
import type {GraphQLSchema} from 'graphql';
import type {Lab, LabBody} from '../../admin-api/index.ts';
import {LabNetworkError} from '../../admin-api/index.ts';
import {schemaFor} from '../../admin-api/schema.ts';
import {FLOW_APP, FLOW_SCOPES, FLOW_VERSION} from '../assumptions.ts';
import {FlowProblem, Spoken} from '../problem.ts';
import {say, verbatim} from '../said.ts';

/** What may go well when it is tried again: a lost connection, a throttled request, a fault of Shopify's. */
export class Transient extends Spoken {
  override readonly name = 'Transient';
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
}

export interface FlowApi {
  readonly schema: GraphQLSchema;
  /**
   * @throws Transient where it may be tried again
   * @throws FlowProblem where the API refuses for good
   */
  ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer>;
}

export function flowApi(lab: Lab): FlowApi {
  const schema = schemaFor(FLOW_VERSION, 'refuse')?.schema;
  if (!schema) throw new Error(`The lab does not speak ${FLOW_VERSION}`);
  return {
    schema,
    async ask(query, variables) {
      const {status, body} = await lab
        .handle({version: FLOW_VERSION, query, variables, scopes: FLOW_SCOPES, appId: FLOW_APP, unmetered: true})
        .catch((error: unknown) => {
          if (error instanceof LabNetworkError) throw new Transient(say`The connection was lost.`);
          throw error;
        });
      if (status >= 500 || typeof body === 'string') throw new Transient(say`Shopify answered ${status}.`);
      return {data: dataOf(body)};
    },
  };
}

const TRANSIENT = new Set(['THROTTLED', 'INTERNAL_SERVER_ERROR', 'TIMEOUT']);

function dataOf(body: LabBody): Readonly<Record<string, unknown>> {
  const {errors, data} = body;
  if (errors && errors.length > 0) {
    const all = typeof errors === 'string' ? [{message: errors}] : errors;
    const message = verbatim(all.map((error) => error.message).join('; '));
    const code = all.map((error) => ('extensions' in error ? error.extensions?.['code'] : undefined)).find(Boolean);
    if (TRANSIENT.has(String(code))) throw new Transient(message);
    throw new FlowProblem(message);
  }
  if (typeof data !== 'object' || data === null) throw new Transient(say`The answer held no data.`);
  return data as Readonly<Record<string, unknown>>;
}
