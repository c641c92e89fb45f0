/** One run: the picture with the way it took, and each step with what it was given and what came of it. */
import {useCallback, useEffect, useState} from 'preact/hooks';
import type {Attempt, RunDetails, StepRecord, WorkflowDetails} from '../../../flow/types.ts';
import {dateTime} from '../format.ts';
import {Anchor, Failure, Loading, useLoaded} from '../parts.tsx';
import {useSession} from '../session.ts';
import {fill} from '../words.ts';
import {flow} from './api.ts';
import {Graph, statesOf} from './graph.tsx';
import {readable, RunStateTag} from './pieces.tsx';
import {useSentences} from './sentences.ts';
import {useFlowWords} from './words.ts';

interface Shown {
  readonly run: RunDetails;
  /** Null where the workflow was deleted since. */
  readonly workflow: WorkflowDetails | null;
}

/** A run that is under way goes on by itself. */
const REFRESH_MILLISECONDS = 2000;

async function load(id: string): Promise<Shown> {
  const run = await flow.run(id);
  return {run, workflow: await flow.workflow(run.workflowId).catch(() => null)};
}

export function RunPage({id}: {id: string}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const [state, reload] = useLoaded(useCallback(() => load(id), [id]));
  const shown = state.phase === 'failed' ? null : state.value;
  const isUnderWay = shown !== null && shown.run.endedAt === null;
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(reload, REFRESH_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isUnderWay, reload]);
  return (
    <div class="page">
      <p class="crumb">
        <Anchor to={shown?.workflow ? `/flow/workflows/${shown.run.workflowId}` : '/flow'}>
          ← {shown?.workflow ? shown.run.workflowName : words.back}
        </Anchor>
      </p>
      {!shown && <h1 class="lab-visually-hidden">{words.title}</h1>}
      {state.phase === 'failed' && <Failure message={wrong(state.error)} onRetry={reload} />}
      {state.phase === 'loading' && shown === null && <Loading />}
      {shown && <Run {...shown} onMoved={reload} />}
    </div>
  );
}

function Run({run, workflow, onMoved}: Shown & {onMoved(): void}) {
  const words = useFlowWords();
  const {told, wrong} = useSentences();
  const {language, toast} = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const show = (id: string): void => {
    setChosen(id);
    const record = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`);
    record?.scrollIntoView({block: 'center'});
    record?.focus({preventScroll: true});
  };
  return (
    <>
      <div class="title">
        <h1>{run.subject ?? run.workflowName}</h1>
        <RunStateTag run={run} />
        <span class="soft">{dateTime(run.startedAt, language)}</span>
        {run.until !== null && (
          <span class="menu">
            <button
              type="button"
              onClick={() =>
                void moveTo(run.until ?? '')
                  .catch((error: unknown) => toast(wrong(error), true))
                  .then(onMoved)
              }
            >
              {words.moveThere}
            </button>
          </span>
        )}
      </div>
      {run.error !== null && (
        <div class="failure">
          <p>{told(run.errorSaid, run.error)}</p>
        </div>
      )}
      {workflow && (
        <section class="sheet">
          <Graph steps={workflow.steps} links={workflow.links} chosen={chosen} onChoose={show} states={statesOf(run)} />
        </section>
      )}
      <section class="sheet" aria-labelledby="steps">
        <h2 id="steps">{words.steps}</h2>
        <ol class="steps">
          {run.steps.map((step, index) => (
            // A step in a loop stands here once for each item: its place is what tells them apart.
            <Step key={index} step={step} isChosen={step.stepId === chosen} />
          ))}
        </ol>
      </section>
    </>
  );
}

/** Moves the lab's clock on to a moment. */
async function moveTo(moment: string): Promise<void> {
  const {now} = await flow.state();
  await flow.moveClock(Math.max(0, Date.parse(moment) - Date.parse(now)) / 60_000);
}

function Step({step, isChosen}: {step: StepRecord; isChosen: boolean}) {
  const words = useFlowWords();
  const {told} = useSentences();
  return (
    <li data-step={step.stepId} tabIndex={-1} class={`${step.state}${isChosen ? ' chosen' : ''}`}>
      <p>
        <strong>{step.name}</strong>
        {step.item !== null && <span class="soft"> · {fill(words.item, {n: step.item + 1})}</span>}
        {step.port !== null && step.port !== 'output' && <span class="soft"> → {words.ports[step.port]}</span>}
        {step.state !== 'done' && <span class="soft"> · {words.stepStates[step.state]}</span>}
      </p>
      <p class={step.state === 'failed' ? 'problem' : undefined}>{told(step.didSaid, step.did)}</p>
      {step.attempts.map((attempt, index) => (
        <AttemptDetails
          key={index}
          attempt={attempt}
          number={step.attempts.length > 1 ? index + 1 : null}
          said={step.did}
        />
      ))}
    </li>
  );
}

interface AttemptProps {
  attempt: Attempt;
  /** Null where there is only one. */
  number: number | null;
  /** What the step says already, and needn't be said again. */
  said: string;
}

function AttemptDetails({attempt, number, said}: AttemptProps) {
  const words = useFlowWords();
  const {told} = useSentences();
  const parts = [
    [words.input, attempt.input],
    [words.output, attempt.output],
    [words.log, attempt.logs.length > 0 ? attempt.logs.join('\n') : null],
  ] as const;
  return (
    <>
      {attempt.error !== null && attempt.error !== said && (
        <p class="problem">{told(attempt.errorSaid, attempt.error)}</p>
      )}
      <details class="recorded">
        <summary>
          <span>
            {number === null
              ? words.details
              : `${fill(words.attempt, {n: number})}: ${words.outcomes[attempt.outcome]}`}
          </span>
        </summary>
        {parts.map(
          ([name, value]) =>
            value !== null &&
            value !== undefined && (
              <div key={name} class="setting">
                <h3>{name}</h3>
                <pre tabIndex={0}>{readable(value)}</pre>
              </div>
            ),
        )}
      </details>
    </>
  );
}
