/** A custom action: one signed request to the app's own function (facts §7). */
import {createHash, createHmac} from 'node:crypto';
import {getNamedType, buildSchema, isObjectType} from 'graphql';
import {ACTION_ANSWER_BYTES, ACTION_MILLISECONDS, handleOf} from '../assumptions.ts';
import {Transient} from '../environment/api.ts';
import {entry, FlowProblem, isRecord, words} from '../problem.ts';
import {say} from '../said.ts';
import {mismatch} from '../sandbox/output.ts';
import type {Said} from '../types.ts';
import {localUrl} from './mail.ts';
import {type ActionEndpoint, reference, type StepContext, type StepResult} from './step.ts';

/** A custom action that can't take more just now says when to come back. */
export class Later extends Transient {
  readonly milliseconds: number | null;

  constructor(said: Said, milliseconds: number | null) {
    super(said);
    this.milliseconds = milliseconds;
  }
}

/** An id in the form of a UUID, always the same for the same name. */
function stableUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** @throws FlowProblem, Transient, Later */
export async function appAction(context: StepContext): Promise<StepResult> {
  const action = entry(context.actions, handleOf(context.step.taskId));
  if (!action?.url) {
    throw new FlowProblem(
      say`Nobody answers this action: its function isn’t running, or the lab doesn’t know its address.`,
    );
  }
  const {shop} = (await context.api.ask('query FlowShop {shop {id myshopifyDomain}}', {})).data as {
    readonly shop: {readonly id: string; readonly myshopifyDomain: string};
  };
  const body = {
    shop_id: Number(numberOf(shop.id)),
    shopify_domain: shop.myshopifyDomain,
    action_run_id: stableUuid(context.executionId),
    action_definition_id: action.label,
    handle: action.handle,
    properties: {...propertiesOf(context), step_reference: stableUuid(context.step.id)},
  };
  context.input = body;
  return answered(await post(context, action, JSON.stringify(body)), action);
}

function numberOf(id: string): string {
  return id.split('/').at(-1) ?? id;
}

/** Things by their number, everything else as text. */
function propertiesOf(context: StepContext): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context.step.fields).map(([id, text]) =>
      id.endsWith('_id') ? [id, numberOf(reference(context, id))] : [id, context.render(text)],
    ),
  );
}

interface Heard {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
}

async function post(context: StepContext, action: ActionEndpoint, body: string): Promise<Heard> {
  const {app} = context.lab.settings;
  const url = localUrl(action.url ?? '');
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(ACTION_MILLISECONDS),
      headers: {
        'content-type': 'application/json',
        'x-shopify-hmac-sha256': createHmac('sha256', app.secret).update(body, 'utf8').digest('base64'),
        'x-shopify-shop-domain': String((JSON.parse(body) as {shopify_domain: string}).shopify_domain),
      },
      body,
    });
    return {status: response.status, text: await response.text(), retryAfter: response.headers.get('retry-after')};
  } catch (error) {
    throw new Transient(say`No answer within ${ACTION_MILLISECONDS / 1000} seconds: ${words(error)}`);
  }
}

function answered({status, text, retryAfter}: Heard, action: ActionEndpoint): StepResult {
  const said = text.slice(0, 300);
  if (status === 202) throw new Later(say`Accepted; Flow asks again for the result.`, null);
  if (status === 429) {
    // Never at once: whoever says so would be asked without end.
    const seconds = Math.max(1, Number(retryAfter));
    throw new Later(
      say`The function is busy.`,
      retryAfter !== null && Number.isFinite(seconds) ? seconds * 1000 : null,
    );
  }
  if (status >= 500) throw new Transient(say`The function answered ${status}: ${said}`);
  if (status !== 200) throw new FlowProblem(say`The function answered ${status}: ${said}`);
  if (text.length > ACTION_ANSWER_BYTES) throw new Transient(say`The function’s answer is too long.`);
  const did = say`“${action.label}” answered.`;
  if (!action.returns) return {port: 'output', did};
  const value = returned(text, action.returns);
  return {port: 'output', output: {is: 'value', value}, did};
}

function returned(text: string, {schema, type}: {readonly schema: string; readonly type: string}): unknown {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new FlowProblem(say`The function’s answer is no JSON: ${text.slice(0, 100)}`);
  }
  if (!isRecord(answer) || !('return_value' in answer))
    throw new FlowProblem(say`The function’s answer has no return_value.`);
  const declared = buildSchema(schema).getType(type);
  const named = declared ? getNamedType(declared) : null;
  if (!isObjectType(named)) throw new FlowProblem(say`The action’s schema has no type ${type}.`);
  const wrong = mismatch(answer['return_value'], named, 'return_value');
  if (wrong) throw new FlowProblem(say`The function’s answer doesn’t match ${type}: ${wrong}`);
  return answer['return_value'];
}
