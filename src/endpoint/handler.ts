import {translateIn} from '../message/index.ts';
import {sha256Hex} from '../execution/index.ts';
import type {Environment} from '../execution/index.ts';
import {ACTIONS} from './actions.ts';
import {adminFor} from './admin.ts';
import {answerTo, refusalAnswer, respond} from './answer.ts';
import type {Answer} from './answer.ts';
import {admit} from './call.ts';
import type {ActionCall} from './call.ts';
import type {EndpointConfig} from './config.ts';
import type {Host, Visit} from './host.ts';
import {intentOf} from './intent.ts';
import type {Log, LogEntry} from './log.ts';
import {Refusal} from './refusal.ts';
import {carryOutRun} from './run.ts';
import {tokenSource} from './token.ts';
import type {TokenSource} from './token.ts';

/** Flow waits ten seconds for an answer. */
const WATCH_MS = 8000;

export type Endpoint = (request: Request, visit?: Visit) => Promise<Response>;

type Noted = Partial<Pick<LogEntry, 'action' | 'order' | 'plan' | 'intent'>>;

/**
 * Answers Flow's custom actions for one app on one shop. Keeps nothing but a token: what was done stands on the order, so a call
 * that is sent again is answered from there.
 */
export function createEndpoint(config: EndpointConfig, host: Host, log: Log): Endpoint {
  const tokens = tokenSource(config, host);
  return async (request, visit = {}) => {
    const startedAt = host.now();
    const noted: {-readonly [Key in keyof Noted]: Noted[Key]} = {};
    const note = (event: LogEntry['event'], {status, code}: Answer): void => {
      log({event, status, code, ...noted, milliseconds: Math.round(host.now() - startedAt)});
    };
    let call: ActionCall;
    try {
      call = await admit(request, config);
    } catch (error) {
      const refused = refusalAnswer(error, config.language);
      note('answered', refused);
      return respond(refused);
    }
    const work = answered(call, config, host, tokens, noted);
    let isLate = false;
    const finish = async (): Promise<void> => {
      const result = await work;
      if (isLate) note('finishedLate', result);
    };
    const finished = finish();
    // From the start, because whoever called may hang up. Where the host ends it all the same, the claim says how far it came,
    // and the call that Flow sends again goes on from there.
    visit.waitUntil?.(finished);
    const inTime = await before(work, host);
    isLate = inTime === null;
    const answer = inTime ?? refusalAnswer(new Refusal(202, 'working'), config.language);
    note('answered', answer);
    return respond(answer);
  };
}

/** Null when the work takes longer than Flow waits. */
async function before(work: Promise<Answer>, host: Host): Promise<Answer | null> {
  const {rings, off} = host.alarm(WATCH_MS);
  try {
    return await Promise.race([work, rings.then(() => null)]);
  } finally {
    off();
  }
}

/** Never throws: what can't be told otherwise is `unexpected`, without its words, which may hold anything. */
async function answered(
  {handle, runId, properties}: ActionCall,
  config: EndpointConfig,
  host: Host,
  tokens: TokenSource,
  noted: {-readonly [Key in keyof Noted]: Noted[Key]},
): Promise<Answer> {
  const {language} = config;
  try {
    const action = ACTIONS.get(handle);
    if (!action) throw new Refusal(404, 'unknownAction', {handle});
    noted.action = handle;
    const asked = action.read(properties, language);
    const intentId = intentOf({handle, runId}, asked);
    Object.assign(noted, {order: asked.orderId.slice(asked.orderId.lastIndexOf('/') + 1), intent: intentId});
    // Asked for first, so that a wrong secret is told as such.
    await tokens.token();
    const env: Environment = {
      admin: adminFor(config, host, tokens),
      now: () => host.now(),
      nonce: () => host.nonce(),
      hash: sha256Hex,
      wait: (milliseconds) => host.wait(milliseconds),
      staff: 'flow',
      i18n: {translate: translateIn(language)},
    };
    const result = await carryOutRun({asked, intentId, action: action.name}, env, language);
    noted.plan = result.plan;
    return answerTo(result);
  } catch (error) {
    return refusalAnswer(error, language);
  }
}
