/** What leaves the shop: mails stay in the outbox, requests reach this machine only. */
import {FlowProblem, words} from '../problem.ts';
import {say} from '../said.ts';
import {Transient} from '../environment/api.ts';
import {field, type StepContext, type StepResult} from './step.ts';

export async function email(context: StepContext): Promise<StepResult> {
  const mail = {
    to: field(context, 'address').trim(),
    subject: field(context, 'subject'),
    message: field(context, 'message'),
  };
  context.input = mail;
  if (mail.to === '') throw new FlowProblem(say`The mail has no address.`);
  context.post({kind: 'email', ...mail});
  return Promise.resolve({port: 'output', did: say`Mailed ${mail.to}: “${mail.subject}”.`});
}

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** @throws FlowProblem for an address that isn't this machine's */
export function localUrl(text: string): URL {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new FlowProblem(say`“${text}” is no web address.`);
  if (!LOCAL.test(url.hostname))
    throw new FlowProblem(say`The lab sends requests to this machine only, not to ${url.hostname}.`);
  return url;
}

const WAITS_MILLISECONDS = 30_000;

/** Send HTTP request. An answer of 4xx or 5xx is tried again, fails the step or is ignored, as its fields say. */
export async function http(context: StepContext): Promise<StepResult> {
  const method = field(context, 'method').toUpperCase();
  const url = localUrl(field(context, 'url'));
  const body = field(context, 'body');
  const headers = headerList(field(context, 'headers'));
  context.input = {method, url: url.href, headers, body};
  const send = {method, headers, signal: AbortSignal.timeout(WAITS_MILLISECONDS), redirect: 'manual' as const};
  const answer = await fetch(url, method === 'GET' ? send : {...send, body}).catch((error: unknown) => {
    throw new Transient(say`No answer from ${url.host}: ${words(error)}`);
  });
  context.post({kind: 'http', method, url: url.href, body, status: answer.status});
  const rule = answer.status >= 500 ? field(context, 'on_server_error') : field(context, 'on_client_error');
  if (answer.status >= 400 && rule !== 'ignore') {
    const message = say`${url.host} answered ${answer.status}.`;
    if (rule === 'fail') throw new FlowProblem(message);
    throw new Transient(message);
  }
  return {port: 'output', did: say`Sent ${method} ${url.href}: ${answer.status}.`};
}

function headerList(text: string): [string, string][] {
  if (text.trim() === '') return [];
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((one) => Array.isArray(one) && one.length === 2)) {
      return list.map((pair: unknown[]) => [String(pair[0]), String(pair[1])]);
    }
  } catch {
    // the same words as for JSON of another shape
  }
  throw new FlowProblem(say`The headers are no JSON list of pairs.`);
}
