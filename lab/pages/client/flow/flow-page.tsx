/** Flow: which workflows are here, which are on, how this Flow behaves, what was sent. */
import {useRef} from 'preact/hooks';
import type {WorkflowSummary} from '../../../flow/types.ts';
import {dateTime} from '../format.ts';
import {Anchor, Failure, Loading, useLoaded} from '../parts.tsx';
import {useSession} from '../session.ts';
import {fill} from '../words.ts';
import {flow} from './api.ts';
import {Clock} from './clock.tsx';
import {Outbox} from './outbox.tsx';
import {Letter, RunStateTag} from './pieces.tsx';
import {Switches} from './switches.tsx';
import {useSentences} from './sentences.ts';
import {useFlowWords} from './words.ts';

const load = () => Promise.all([flow.workflows(), flow.state(), flow.outbox()]);

export function FlowPage() {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const [state, reload] = useLoaded(load);
  const all = state.phase === 'failed' ? null : state.value;
  return (
    <div class="page">
      <div class="title">
        <h1>{words.title}</h1>
        <Import onDone={reload} />
      </div>
      <p class="soft lead">{words.about}</p>
      {state.phase === 'failed' && <Failure message={wrong(state.error)} onRetry={reload} />}
      {state.phase === 'loading' && all === null && <Loading />}
      {all && (
        <div class="columns">
          <div class="wide">
            <Workflows workflows={all[0]} onChanged={reload} />
            <Outbox entries={all[2]} />
          </div>
          <div class="narrow">
            <Clock state={all[1]} onChanged={reload} />
            <Switches switches={all[1].switches} onChanged={reload} />
          </div>
        </div>
      )}
    </div>
  );
}

function Import({onDone}: {onDone(): void}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const {toast} = useSession();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    try {
      const {name} = await flow.import(file.name, await file.text());
      toast(fill(words.imported, {name}));
      onDone();
    } catch (error) {
      toast(`${file.name}: ${wrong(error)}`, true);
    }
    if (input.current) input.current.value = '';
  };
  return (
    <span class="menu">
      <input
        ref={input}
        type="file"
        accept=".flow"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void read(file);
        }}
      />
      <button type="button" onClick={() => input.current?.click()}>
        {words.import}
      </button>
    </span>
  );
}

function Workflows({workflows, onChanged}: {workflows: readonly WorkflowSummary[]; onChanged(): void}) {
  const words = useFlowWords();
  const {language} = useSession();
  if (workflows.length === 0) return <p class="empty">{words.none}</p>;
  return (
    <section class="sheet flush" aria-label={words.workflows}>
      <table class="orders workflows">
        <thead>
          <tr>
            <th scope="col">{words.workflows}</th>
            <th scope="col">{words.safety}</th>
            <th scope="col">{words.lastRun}</th>
            <th scope="col">
              <span class="lab-visually-hidden">{words.state}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {workflows.map((workflow) => (
            <tr key={workflow.id}>
              <th scope="row">
                <Anchor to={`/flow/workflows/${workflow.id}`}>{workflow.name}</Anchor>
                {workflow.draft && <span class="state neutral">{words.draft}</span>}
                {workflow.problems.length > 0 && <span class="state bad">{words.faulty}</span>}
                <span class="sub">
                  {words.starts}: {workflow.trigger.label}
                </span>
              </th>
              <td>
                <Letter letter={workflow.letter} />
              </td>
              <td>
                {workflow.lastRun ? (
                  <>
                    <RunStateTag run={workflow.lastRun} />
                    <Anchor to={`/flow/runs/${workflow.lastRun.id}`}>
                      <span class="sub">{dateTime(workflow.lastRun.startedAt, language)}</span>
                    </Anchor>
                  </>
                ) : (
                  <span class="soft">{words.never}</span>
                )}
              </td>
              <td class="figure">
                <OnOff workflow={workflow} onChanged={onChanged} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Turning on is refused where the workflow has problems: they stand in the title and on its page. */
export function OnOff({workflow, onChanged}: {workflow: WorkflowSummary; onChanged(): void}) {
  const words = useFlowWords();
  const {told, wrong} = useSentences();
  const {toast} = useSession();
  const {id, name, on, problems, problemsSaid} = workflow;
  return (
    <button
      type="button"
      role="switch"
      class="toggle-switch"
      aria-checked={on}
      aria-label={name}
      disabled={!on && problems.length > 0}
      title={problems.map((problem, at) => told(problemsSaid[at], problem)).join('\n')}
      onClick={() =>
        void flow
          .turn(id, !on)
          .catch((error: unknown) => toast(wrong(error), true))
          .then(onChanged)
      }
    >
      {on ? words.on : words.off}
    </button>
  );
}
