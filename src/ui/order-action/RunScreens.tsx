import type {Words} from '../words/words.ts';
import {Calls, pendingOf} from './Calls.tsx';
import {OwnText} from './OwnText.tsx';
import type {Session, State} from './state.ts';

type Running = Extract<State['screen'], {name: 'running'}>;
type Finished = Extract<State['screen'], {name: 'finished'}>;

/** Progress, call by call. */
export function RunningScreen({screen, words}: {screen: Running; words: Words}) {
  return (
    <s-section heading={words.t('action.running.heading')}>
      <s-stack gap="base">
        <s-text>{words.t('action.running.text')}</s-text>
        {screen.calls.length === 0 ? (
          <s-stack direction="inline" gap="small" alignItems="center">
            <s-spinner accessibilityLabel={words.t('action.running.claiming')} />
            <s-text>{words.t('action.running.claiming')}</s-text>
          </s-stack>
        ) : (
          <Calls calls={screen.calls} words={words} />
        )}
      </s-stack>
    </s-section>
  );
}

/** What was done, with references, and what is still open. */
export function FinishedScreen({screen, session, words}: {screen: Finished; session: Session; words: Words}) {
  const {outcome, calls, plan, giftCards} = screen;
  const pending = pendingOf(calls);
  const done = outcome.state === 'done';
  const owed = calls.filter(({kind}) => kind === 'outsidePayment').flatMap(({legs}) => legs);
  const first = owed[0]?.amount;
  return (
    <s-stack gap="large">
      {done ? (
        <s-banner
          tone="success"
          heading={
            plan
              ? words.t('action.done.heading', {amount: plan.totals.toCustomer})
              : words.t('action.done.headingPlain')
          }
        />
      ) : (
        <s-banner
          tone="critical"
          heading={words.t(calls.length > 0 ? 'action.stopped.heading' : 'action.stopped.nothing')}
        >
          <s-stack gap="small">
            <s-text>{words.coded('problem', outcome.problem)}</s-text>
            {calls.length > 0 && <s-text>{words.t('action.stopped.text')}</s-text>}
          </s-stack>
        </s-banner>
      )}
      {calls.length > 0 && (
        <s-section heading={words.t('action.done.what')}>
          <Calls calls={calls} words={words} />
        </s-section>
      )}
      {giftCards.map(({callId, code}) => (
        <s-banner key={callId} tone="info" heading={words.t('action.done.codeHeading')}>
          <s-text>{words.t('action.done.code', {code})}</s-text>
        </s-banner>
      ))}
      {(pending || first) && (
        <s-section heading={words.t('action.done.open')}>
          <s-stack gap="small">
            {pending && <s-text>{words.t('action.done.pending', {amount: pending})}</s-text>}
            {first && (
              <s-text>
                {words.t('action.done.owed', {
                  amount: {minor: owed.reduce((sum, {amount}) => sum + amount.minor, 0), currency: first.currency},
                })}
              </s-text>
            )}
          </s-stack>
        </s-section>
      )}
      {'claim' in outcome && <OwnText claim={outcome.claim} session={session} words={words} />}
    </s-stack>
  );
}
