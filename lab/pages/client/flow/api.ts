/** What the Flow pages ask of the lab's Flow (`/lab/flow/…`). */
import type {
  FlowState,
  FlowSwitches,
  OutboxEntry,
  Refusal,
  RunDetails,
  RunSummary,
  Said,
  ScriptConstant,
  WorkflowDetails,
  WorkflowSummary,
} from '../../../flow/types.ts';

/** What the lab's Flow refused, and why. */
export class Refused extends Error {
  readonly said: Said | null;

  constructor(message: string, said: Said | null) {
    super(message);
    this.said = said;
  }
}

async function ask<Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/lab/flow${path}`, {
    method,
    ...(body === undefined ? {} : {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const text = await response.text();
  const answer = (text === '' ? null : JSON.parse(text)) as (Answer & Partial<Refusal>) | null;
  if (!response.ok) throw new Refused(answer?.error ?? `${response.status}`, answer?.errorSaid ?? null);
  return answer as Answer;
}

const one = (id: string): string => encodeURIComponent(id);

export const flow = {
  state: () => ask<FlowState>('GET', '/state'),
  workflows: () => ask<readonly WorkflowSummary[]>('GET', '/workflows'),
  workflow: (id: string) => ask<WorkflowDetails>('GET', `/workflows/${one(id)}`),
  /** @param text the file's, checksum and all */
  import: (file: string, text: string) => ask<WorkflowSummary>('POST', '/workflows', {file, text}),
  /** Other values for constants of one step's script. */
  setConstants: (id: string, step: string, values: Readonly<Record<string, ScriptConstant['value']>>) =>
    ask<WorkflowDetails>('POST', `/workflows/${one(id)}/constants`, {step, values}),
  turn: (id: string, on: boolean) => ask<WorkflowSummary>('POST', `/workflows/${one(id)}/on`, {on}),
  remove: (id: string) => ask<unknown>('DELETE', `/workflows/${one(id)}`),
  run: (id: string) => ask<RunDetails>('GET', `/runs/${one(id)}`),
  /** Starts one workflow: by hand on an order (its id or its name), or its schedule now. */
  start: (id: string, order?: string) =>
    ask<readonly RunSummary[]>('POST', `/workflows/${one(id)}/start`, order === undefined ? {} : {order}),
  moveClock: (minutes: number) => ask<FlowState>('POST', '/clock', {advanceMilliseconds: minutes * 60_000}),
  switch: (change: Partial<FlowSwitches>) => ask<FlowSwitches>('POST', '/switches', change),
  outbox: () => ask<readonly OutboxEntry[]>('GET', '/outbox'),
};
