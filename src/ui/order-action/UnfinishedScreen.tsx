import type {Words} from '../words/words.ts';
import {Calls} from './Calls.tsx';
import type {Session} from './state.ts';

/** Whoever is still at work gets two minutes, by Shopify's clock. */
const TAKEOVER_MS = 120_000;

/** From when an unfinished execution may be taken over (milliseconds since 1970), or null where a person has to look first. */
export function resumableAt({confirmed}: Session): number | null {
  const {claim, updatedAt} = confirmed.claim;
  return claim ? Date.parse(updatedAt ?? claim.at) + TAKEOVER_MS : null;
}

/** Whether it may be left as it is: it has stopped, and what happened is certain for every step. */
export function mayRest({confirmed}: Session): boolean {
  const {claim} = confirmed.claim;
  return claim?.state === 'stopped' && claim.calls.every(({state}) => state !== 'intended' && state !== 'unknown');
}

/** An earlier execution isn't finished, or its record can't be trusted: who, how far, and from when it may be taken over. */
export function UnfinishedScreen({session, now, words}: {session: Session; now: number; words: Words}) {
  const {claim, problem} = session.confirmed.claim;
  if (!claim) {
    return (
      <s-banner tone="critical" heading={words.t('action.unfinished.heading')}>
        <s-stack gap="small">
          <s-text>{words.t('action.unfinished.tampered')}</s-text>
          {problem && <s-text>{words.coded('problem', problem)}</s-text>}
        </s-stack>
      </s-banner>
    );
  }
  const at = resumableAt(session) ?? 0;
  const done = claim.calls.filter(({state}) => state === 'done').length;
  const uncertain = claim.calls.some(({state}) => state === 'unknown');
  return (
    <s-stack gap="large">
      <s-banner tone="warning" heading={words.t('action.unfinished.heading')}>
        <s-stack gap="small">
          <s-text>
            {words.t('action.unfinished.text', {at: words.dateTime(claim.startedAt), done, all: claim.calls.length})}
          </s-text>
          {claim.staff && <s-text>{words.t('action.unfinished.by', {staff: claim.staff})}</s-text>}
          {uncertain && <s-text>{words.t('action.unfinished.uncertain')}</s-text>}
          {now < at && (
            <s-text>{words.t('action.unfinished.wait', {at: words.dateTime(new Date(at).toISOString())})}</s-text>
          )}
        </s-stack>
      </s-banner>
      <s-section heading={words.t('action.done.what')}>
        <Calls calls={claim.calls} words={words} />
      </s-section>
    </s-stack>
  );
}
