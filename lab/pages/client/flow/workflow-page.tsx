/** One workflow: its picture, what stands in its steps, its runs, and trying it. */
import {useCallback, useState} from 'preact/hooks';
import type {WorkflowDetails} from '../../../flow/types.ts';
import {Anchor, Failure, Loading, useLoaded} from '../parts.tsx';
import {useSession} from '../session.ts';
import {fill} from '../words.ts';
import {flow} from './api.ts';
import {OnOff} from './flow-page.tsx';
import {Graph} from './graph.tsx';
import {Letter, RunsTable} from './pieces.tsx';
import {StepSettings} from './step-settings.tsx';
import {useSentences} from './sentences.ts';
import {useFlowWords} from './words.ts';

export function WorkflowPage({id}: {id: string}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const [state, reload] = useLoaded(useCallback(() => flow.workflow(id), [id]));
  const workflow = state.phase === 'failed' ? null : state.value;
  return (
    <div class="page">
      <p class="crumb">
        <Anchor to="/flow">← {words.back}</Anchor>
      </p>
      {!workflow && <h1 class="lab-visually-hidden">{words.title}</h1>}
      {state.phase === 'failed' && <Failure message={wrong(state.error)} onRetry={reload} />}
      {state.phase === 'loading' && workflow === null && <Loading />}
      {workflow && <Workflow workflow={workflow} onChanged={reload} />}
    </div>
  );
}

function Workflow({workflow, onChanged}: {workflow: WorkflowDetails; onChanged(): void}) {
  const words = useFlowWords();
  const {told} = useSentences();
  const [chosen, setChosen] = useState<string | null>(null);
  const step = workflow.steps.find(({id}) => id === chosen);
  const close = (): void => {
    document.querySelector<HTMLElement>('.box[aria-pressed="true"]')?.focus();
    setChosen(null);
  };
  return (
    <>
      <div class="title">
        <h1>{workflow.name}</h1>
        {workflow.draft && <span class="state neutral">{words.draft}</span>}
        <span class="menu choices">
          <OnOff workflow={workflow} onChanged={onChanged} />
          <Remove workflow={workflow} />
        </span>
      </div>
      {workflow.letter && (
        <p class="lead">
          <Letter letter={workflow.letter} /> {words.letters[workflow.letter]}
        </p>
      )}
      {workflow.draft && <p class="soft lead">{words.draftNote}</p>}
      {workflow.note && <p class="soft lead">{workflow.note}</p>}
      {workflow.problems.length > 0 && (
        <div class="failure">
          <strong>{words.problems}</strong>
          <ul>
            {workflow.problems.map((problem, at) => (
              <li key={problem}>{told(workflow.problemsSaid[at], problem)}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="drawing" onKeyDown={({key}) => key === 'Escape' && step && close()}>
        <section class="sheet">
          <p class="soft">{words.choose}</p>
          <Graph steps={workflow.steps} links={workflow.links} chosen={chosen} onChoose={setChosen} />
        </section>
        {step && <StepSettings workflow={workflow.id} step={step} onChanged={onChanged} onClosed={close} />}
      </div>
      <div class="columns">
        <section class="sheet flush wide" aria-labelledby="runs">
          <h2 id="runs">{words.runs}</h2>
          <RunsTable runs={workflow.runs} />
        </section>
        <div class="narrow">{workflow.problems.length === 0 && <Try workflow={workflow} onRan={onChanged} />}</div>
      </div>
    </>
  );
}

function Remove({workflow: {id, name, source}}: {workflow: WorkflowDetails}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const {go, toast} = useSession();
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        const question = source === 'ready' ? words.removeReadyAsk : words.removeAsk;
        if (!confirm(fill(question, {name}))) return;
        flow.remove(id).then(
          () => go('/flow'),
          (error: unknown) => toast(wrong(error), true),
        );
      }}
    >
      {words.remove}
    </button>
  );
}

/** Starts the workflow once, as its trigger would: on an order, or by its schedule. */
function Try({workflow, onRan}: {workflow: WorkflowDetails; onRan(): void}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const {toast} = useSession();
  const [order, setOrder] = useState('#1001');
  const isSchedule = workflow.trigger.event === 'scheduled_time';
  if (!isSchedule && !workflow.startsByHand) {
    return (
      <section class="sheet" aria-labelledby="try">
        <h2 id="try">{words.try}</h2>
        <p class="soft">{fill(words.startsItself, {what: workflow.trigger.label})}</p>
      </section>
    );
  }
  const run = async (): Promise<void> => {
    try {
      const runs = await flow.start(workflow.id, isSchedule ? undefined : order.trim());
      toast(runs.length > 0 ? words.ran : words.runNothing, runs.length === 0);
      onRan();
    } catch (error) {
      toast(wrong(error), true);
    }
  };
  return (
    <form
      class="sheet"
      aria-labelledby="try"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <h2 id="try">{words.try}</h2>
      {!isSchedule && (
        <label class="choice">
          <span>{words.tryOn}</span>
          <input class="find" value={order} onInput={(event) => setOrder(event.currentTarget.value)} />
        </label>
      )}
      <div class="choices">
        <button type="submit" disabled={!workflow.on}>
          {isSchedule ? words.runSchedule : words.run}
        </button>
      </div>
      {!workflow.on && <p class="soft">{words.turnOnFirst}</p>}
    </form>
  );
}
