import type {Draft} from '../claim/write.ts';
import type {Claim, ClaimedCall, TriggerKey} from '../types.ts';
import {isDuplicate} from '../waiting.ts';

/** How often one occurrence is sent without Flow's word: by whoever carried it out, and at two later openings. */
export const TRIES = 3;

/** Whoever carried it out may still be telling: until then nobody else does. */
export const RECENT_MS = 60_000;

/** What an execution was before a change. */
export type Before = Pick<Claim, 'state' | 'calls' | 'outside'>;

/**
 * What Flow is to be told after a change, and the claim that notes it. Counted before it is sent, in the same write as the
 * change itself: money never waits for it, a tab that closes leaves it open to see, and of two tabs one sends.
 * @param most how often anything is sent without Flow's word
 */
export function due<Of extends Draft>(before: Before, after: Of, most = TRIES): {after: Of; keys: TriggerKey[]} {
  const open = after.calls.filter(isOpen);
  const known = before.calls.filter(isOpen).map(({id}) => id);
  /** Whether it was reached just now, and whether there is still something to tell. */
  const states: readonly (readonly [TriggerKey, boolean, boolean])[] = [
    ['completed', before.state !== 'done' && after.state === 'done', after.calls.length > 0],
    // Whoever resumes begins anew, and the label may have been told before.
    ['label', isLabelDone(after.calls) && !isLabelDone(before.calls) && !after.flow?.label, true],
    ['outside', owed(after) > owed(before), owed(after) > 0],
    ['attention', open.some(({id}) => !known.includes(id)), open.length > 0],
  ];
  const keys: TriggerKey[] = [];
  const flow: Record<string, number | string> = {};
  for (const [key, reached, matters] of states) {
    const told = after.flow?.[key] || 0;
    // Complete once more, after a payment that failed meanwhile was settled: the customer's message is the second one.
    const first = key === 'completed' && told ? 2 : 1;
    const again =
      typeof told === 'number' && told > 0 && told < most && (key !== 'completed' || after.state === 'done');
    const count = reached ? first : again ? told + 1 : 0;
    if (matters && count) keys.push(key);
    if (matters && (count || told)) flow[key] = count || told;
  }
  return {after: keys.length > 0 || after.flow ? {...after, flow} : after, keys};
}

function owed({outside}: Pick<Claim, 'outside'>): number {
  return outside.filter(({state}) => state === 'owed').length;
}

/** Whether a person has to look at a call: not done, or done twice. */
export function isOpen(call: ClaimedCall): boolean {
  return call.state !== 'done' || isDuplicate(call);
}

/** Whether everything that credits a return label has been carried out, wherever it went. */
function isLabelDone(calls: readonly ClaimedCall[]): boolean {
  const labels = calls.filter(({legs}) => legs.some(({components}) => components.includes('returnLabel')));
  return labels.length > 0 && labels.every(({state}) => state === 'done');
}
