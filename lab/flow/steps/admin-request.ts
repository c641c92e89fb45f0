import {FlowProblem, isRecord, words} from '../problem.ts';
import {say} from '../said.ts';
import {callOf} from '../workflows/fields.ts';
import {readLater} from '../workflows/workflow.ts';
import {errorWords, type Payload, send} from './mutation.ts';
import type {StepContext, StepResult} from './step.ts';

/**
 * Send Admin API request: Liquid into the blob, the blob as JSON, the mutation as Flow's own app.
 * @throws FlowProblem, Transient
 */
export async function adminRequest(context: StepContext): Promise<StepResult> {
  const {step, switches, workflow} = context;
  const {name, blob} = callOf(step.fields['api_call'] ?? '');
  const text = context.render(blob);
  context.input = {name, blob: text};
  const variables = variablesOf(name, text);
  const given = switches.jsonNull === 'leftOut' ? (withoutNull(variables) as Record<string, unknown>) : variables;
  context.input = {name, variables: given};
  const payload = await send(context, name, given, readLater(workflow, step.variable ?? ''));
  const {value, userErrors} = payload;
  if (userErrors.length > 0 && switches.userErrors === 'fail') {
    throw new FlowProblem(say`${name} refused: ${errorWords(userErrors)}`);
  }
  const did =
    userErrors.length > 0
      ? say`${name} refused: ${errorWords(userErrors)}. The run goes on.`
      : say`Sent ${name}${outcome(payload)}.`;
  return {port: 'output', output: {is: 'value', value}, did};
}

function variablesOf(name: string, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FlowProblem(
      say`The variables of ${name} are no JSON once Liquid is filled in, perhaps because a text holds a quote or a newline: ${words(error)}`,
    );
  }
  if (!isRecord(value)) throw new FlowProblem(say`The variables of ${name} are no JSON object.`);
  return value;
}

function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNull(inner)]),
  );
}

/** Which things came back, by their ids. */
function outcome({value}: Payload): string {
  const things = Object.entries(value).flatMap(([name, inner]) => {
    const ids = (Array.isArray(inner) ? inner : [inner]).flatMap((one) =>
      isRecord(one) && typeof one['id'] === 'string' ? [one['id']] : [],
    );
    return ids.length > 0 ? [`${name} ${ids.map((id) => id.replace('gid://shopify/', '')).join(', ')}`] : [];
  });
  return things.length > 0 ? `: ${things.join('; ')}` : '';
}
