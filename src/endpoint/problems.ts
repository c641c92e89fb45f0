import type {Problem} from '../execution/index.ts';
import type {Next} from './next.ts';
import {Refusal} from './refusal.ts';

/**
 * What Flow is told when nothing moved because of a problem: 429 and 503 where the same call may well succeed later, 4xx where
 * somebody has to do something first.
 * @param waitMs as long as Shopify asks to wait
 */
export function refusalOf({code, message = '', requiredAccess}: Problem, waitMs: number | null = null): Refusal {
  switch (code) {
    case 'network':
    case 'timeout':
    case 'server':
    case 'malformed':
    case 'internal':
    case 'noServerTime':
      return new Refusal(503, 'shopifyUnreachable');
    case 'throttled':
      return new Refusal(429, 'shopifyBusy', {}, Math.max(1, Math.ceil((waitMs ?? 10_000) / 1000)));
    // The claim may be there after all: the next time, reading the order tells.
    case 'claimUnknown':
    case 'claimTaken':
      return new Refusal(202, 'working');
    case 'claimOpen':
      return new Refusal(429, 'otherOpen', {}, 60);
    case 'orderRestless':
      return new Refusal(429, 'orderRestless', {}, 60);
    case 'orderGone':
      return new Refusal(422, 'orderGone');
    case 'accessDenied':
      return new Refusal(403, 'accessDenied', {access: String(requiredAccess ?? message)});
    case 'maxCost':
      return new Refusal(422, 'orderTooLarge');
    case 'settingsUnreadable':
      return new Refusal(422, 'settingsUnreadable');
    case 'outcomeUnknown':
    case 'resumeInstead':
      return new Refusal(409, 'otherUnfinished');
    case 'alreadyExecuted':
    case 'claimAltered':
    case 'claimForeign':
    case 'claimUnreadable':
      return new Refusal(409, 'claimProblem', {problem: code});
    case 'claimRefused':
    case 'invalid':
      return new Refusal(422, 'shopifyRefuses', {message});
    default:
      return new Refusal(422, 'planFailed', {problem: code});
  }
}

const REFUSED: ReadonlySet<string> = new Set(['refundRefused', 'creditRefused', 'giftCardRefused', 'invalid']);

/** What only a person can settle, on the order: final for this run of the workflow. */
export function personRefusal({problem, of}: Extract<Next, {do: 'person'}>): Refusal {
  const {code, message} = problem;
  if (of === 'record') return new Refusal(409, 'claimProblem', {problem: code});
  if (of === 'forgotten') return new Refusal(409, 'forgotten');
  if (of === 'otherRefund') return new Refusal(409, 'otherUnfinished');
  if (of === 'uncertain') return new Refusal(409, 'personUncertain');
  if (REFUSED.has(code) && message) return new Refusal(409, 'personRefused', {message});
  return new Refusal(409, 'personNeeded', {problem: code});
}
