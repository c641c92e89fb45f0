/**
 * The lab's Flow over HTTP, for its pages and for whoever provokes it:
 *
 * GET    /lab/flow/state                        FlowState
 * POST   /lab/flow/switches {…}                 Partial<FlowSwitches> in, FlowSwitches out
 * GET    /lab/flow/workflows                    WorkflowSummary[]
 * POST   /lab/flow/workflows {text, file}       imports a .flow file: WorkflowSummary
 * GET    /lab/flow/workflows/ID                 WorkflowDetails
 * DELETE /lab/flow/workflows/ID
 * POST   /lab/flow/workflows/ID/on {on}         WorkflowSummary
 * POST   /lab/flow/workflows/ID/start {order?}  by hand, or a schedule now: RunSummary[]
 * POST   /lab/flow/workflows/ID/constants {step, values}  other values in a script: WorkflowDetails
 * GET    /lab/flow/runs?workflow=ID             RunSummary[], newest first
 * GET    /lab/flow/runs/ID                      RunDetails
 * POST   /lab/flow/events FlowEvent             tells the workflows that are on: RunSummary[]
 * POST   /lab/flow/clock {advanceMilliseconds}  FlowState
 * GET    /lab/flow/outbox                       OutboxEntry[], oldest first
 *
 * What is refused answers 422 with a Refusal: one sentence for a person.
 */
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {LabFlow} from './lab-flow.ts';
import {FlowProblem, isRecord, saidOf} from './problem.ts';
import {say, sentenceOf} from './said.ts';
import {switchesFrom} from './switches.ts';
import type {FlowEvent, Refusal, Said} from './types.ts';

const BODY_LIMIT = 4 * 1024 * 1024;

/** A year: a schedule of every ten minutes starts some fifty thousand runs on the way. */
const LONGEST_MOVE = 366 * 86_400_000;

type Body = Readonly<Record<string, unknown>>;

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    // Read to its end, or whoever sends it never hears the answer; kept only so far.
    if (size <= BODY_LIMIT) chunks.push(bytes);
  }
  if (size > BODY_LIMIT) throw new FlowProblem(say`The request is too long.`);
  const text = Buffer.concat(chunks).toString('utf8');
  let value: unknown = {};
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new FlowProblem(say`The request holds no JSON.`);
  }
  if (!isRecord(value)) throw new FlowProblem(say`The request holds no JSON object.`);
  return value;
}

/** A part of a path. @throws FlowProblem where its percent signs make no text */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new FlowProblem(say`The address can’t be read: ${part}`);
  }
}

const textIn = (body: Body, key: string): string => {
  const value = body[key];
  if (typeof value !== 'string') throw new FlowProblem(say`${key} is missing or no text.`);
  return value;
};

const textOr = (body: Body, key: string): Readonly<Record<string, string>> =>
  body[key] === undefined || body[key] === null ? {} : {[key]: textIn(body, key)};

function eventFrom(body: Body): FlowEvent {
  const {payload} = body;
  if (payload !== undefined && !isRecord(payload)) throw new FlowProblem(say`payload is no JSON object.`);
  return {
    trigger: textIn(body, 'trigger'),
    ...textOr(body, 'order'),
    ...textOr(body, 'return'),
    ...textOr(body, 'scheduledAt'),
    ...(payload === undefined ? {} : {payload}),
  };
}

async function workflowRoute(flow: LabFlow, method: string, id: string, what: string, body: Body): Promise<unknown> {
  switch (`${method} ${what}`) {
    case 'GET ':
      return flow.workflow(id);
    case 'DELETE ':
      await flow.remove(id);
      return {deleted: true};
    case 'POST on':
      if (typeof body['on'] !== 'boolean') throw new FlowProblem(say`on is missing: true or false.`);
      return flow.setOn(id, body['on']);
    case 'POST constants':
      if (!isRecord(body['values'])) throw new FlowProblem(say`values is missing: constants by name.`);
      return flow.setConstants(id, textIn(body, 'step'), body['values']);
    case 'POST start': {
      const event = textOr(body, 'order');
      return flow.start(id, 'order' in event ? {...event, byHand: true} : {});
    }
    default:
      return undefined;
  }
}

async function route(
  flow: LabFlow,
  method: string,
  parts: readonly string[],
  search: URLSearchParams,
  body: Body,
): Promise<unknown> {
  const [room = '', id = '', what = ''] = parts;
  if (room === 'workflows' && id !== '') return workflowRoute(flow, method, id, what, body);
  switch (`${method} ${room}`) {
    case 'GET state':
      await flow.tick();
      return flow.state();
    case 'POST switches':
      return flow.setSwitches(switchesFrom(body));
    case 'GET workflows':
      return flow.workflows();
    case 'POST workflows':
      return flow.import(textIn(body, 'text'), textOr(body, 'file')['file']);
    case 'GET runs':
      return id === '' ? flow.runs(search.get('workflow') ?? undefined) : flow.run(id);
    case 'POST events':
      return flow.tell(eventFrom(body));
    case 'POST clock': {
      const milliseconds = body['advanceMilliseconds'];
      if (typeof milliseconds !== 'number' || !(milliseconds >= 0 && milliseconds <= LONGEST_MOVE)) {
        throw new FlowProblem(say`advanceMilliseconds is missing or no number from 0 to a year.`);
      }
      await flow.moveClock(milliseconds);
      return flow.state();
    }
    case 'GET outbox':
      return flow.outbox();
    default:
      return undefined;
  }
}

const refusal = (said: Said): Refusal => ({error: sentenceOf(said), errorSaid: said});

/** Answers `/lab/flow/…`, and returns false for every other path. */
export function flowHandler(flow: LabFlow): (request: IncomingMessage, response: ServerResponse) => boolean {
  const answer = (response: ServerResponse, status: number, value: unknown): void => {
    response.writeHead(status, {'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store'});
    response.end(JSON.stringify(value));
  };
  return (request, response) => {
    const {pathname = '', searchParams = new URLSearchParams()} = URL.parse(request.url ?? '/', 'http://lab') ?? {};
    if (!pathname.startsWith('/lab/flow/')) return false;
    const method = request.method ?? 'GET';
    const work = async (): Promise<void> => {
      const parts = pathname.slice('/lab/flow/'.length).split('/').map(decoded);
      const body = method === 'POST' ? await bodyOf(request) : {};
      const value = await route(flow, method, parts, searchParams, body);
      if (value === undefined) answer(response, 404, refusal(say`The lab's Flow has no ${method} ${pathname}`));
      else answer(response, 200, value);
    };
    work().catch((error: unknown) =>
      answer(response, error instanceof FlowProblem ? 422 : 500, refusal(saidOf(error))),
    );
    return true;
  };
}
