import type {Words} from '../words/words.ts';
import {Calls} from './Calls.tsx';
import type {Session} from './state.ts';
import {resumableAt} from './takeover.ts';

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
  const at = resumableAt(session.confirmed.claim) || 0;
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
