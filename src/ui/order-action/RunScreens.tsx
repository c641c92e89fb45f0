import type {Money} from '../../core/index.ts';
import {executedMovements} from '../../execution/index.ts';
import type {Movement} from '../../message/index.ts';
import {GiftCard} from '../pieces/GiftCard.tsx';
import type {Words} from '../words/words.ts';
import {Calls, problemsOf} from './Calls.tsx';
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

/** What was done, with references, and what is still open. Only money that has arrived counts as refunded. */
export function FinishedScreen({screen, session, words}: {screen: Finished; session: Session; words: Words}) {
  const {outcome, calls, giftCards, evidenceMissing} = screen;
  const movements = 'claim' in outcome ? executedMovements(outcome.claim) : [];
  const flow = Object.values(('claim' in outcome && outcome.claim.flow) || {});
  const [pending, owed] = [sumOf(movements, 'onItsWay'), sumOf(movements, 'owed')];
  return (
    <s-stack gap="large">
      <Verdict screen={screen} arrived={sumOf(movements, 'done')} words={words} />
      {calls.length > 0 && (
        <s-section heading={words.t('action.done.what')}>
          <s-stack gap="small">
            <Calls calls={calls} quiet words={words} />
            {evidenceMissing && <s-text color="subdued">{words.t('action.done.evidenceMissing')}</s-text>}
            {flow.length > 0 && (
              <s-text color="subdued">
                {words.t(flow.some((told) => typeof told === 'number') ? 'action.done.untold' : 'action.done.told')}
              </s-text>
            )}
          </s-stack>
        </s-section>
      )}
      {giftCards.map(({callId, code}) => (
        <GiftCard key={callId} code={code} label={words.t('action.done.codeHeading')} words={words} />
      ))}
      {(pending || owed) && (
        <s-section heading={words.t('action.done.open')}>
          <s-stack gap="small">
            {pending && <s-text>{words.t('action.done.pending', {amount: pending})}</s-text>}
            {owed && <s-text>{words.t('action.done.owed', {amount: owed})}</s-text>}
          </s-stack>
        </s-section>
      )}
      {'claim' in outcome && <OwnText claim={outcome.claim} session={session} words={words} />}
    </s-stack>
  );
}

/** How it ended, and once what went wrong on the way, even where all is done. */
function Verdict({screen: {outcome, calls}, arrived, words}: {screen: Finished; arrived: Money | null; words: Words}) {
  const done = outcome.state === 'done';
  const problems = new Set(problemsOf(calls, words));
  if (!done && !calls.some(({evidence}) => evidence?.problem?.code === outcome.problem.code)) {
    problems.add(words.coded('problem', outcome.problem));
  }
  const begun = calls.length > 0;
  const ended = arrived ? words.t('action.done.heading', {amount: arrived}) : words.t('action.done.headingPlain');
  const stopped = words.t(begun ? 'action.stopped.heading' : 'action.stopped.nothing');
  const tone = !done ? 'critical' : problems.size ? 'warning' : arrived ? 'success' : 'info';
  return (
    <s-banner tone={tone} heading={done ? ended : stopped}>
      <s-stack gap="small">
        {[...problems].map((line) => (
          <s-text key={line}>{line}</s-text>
        ))}
        {!done && begun && <s-text>{words.t('action.stopped.text')}</s-text>}
      </s-stack>
    </s-banner>
  );
}

/** What has that status in all, or null: an order is refunded in one currency. */
function sumOf(movements: readonly Movement[], status: Movement['status']): Money | null {
  const amounts = movements.filter((movement) => movement.status === status).map(({amount}) => amount);
  const currency = amounts[0]?.currency;
  return currency ? {minor: amounts.reduce((sum, {minor}) => sum + minor, 0), currency} : null;
}
