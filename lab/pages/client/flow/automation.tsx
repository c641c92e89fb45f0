/** *Run Flow automation* on an order: a person picks a workflow that is on and starts by hand. */
import {useEffect, useRef} from 'preact/hooks';
import {Failure, Loading, useLoaded} from '../parts.tsx';
import {useSession} from '../session.ts';
import {flow} from './api.ts';
import {Letter} from './pieces.tsx';
import {useSentences} from './sentences.ts';
import {useFlowWords} from './words.ts';

const startable = async () => (await flow.workflows()).filter(({on, startsByHand}) => on && startsByHand);

export function Automation({order, onClosed}: {order: string; onClosed(): void}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const {words: common, go, toast} = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, reload] = useLoaded(startable);
  useEffect(() => dialog.current?.showModal(), []);
  const start = async (workflow: string): Promise<void> => {
    try {
      const [run] = await flow.start(workflow, order);
      if (run) go(`/flow/runs/${run.id}`);
      else toast(words.runNothing, true);
    } catch (error) {
      toast(wrong(error), true);
      dialog.current?.close();
    }
  };
  const found = state.phase === 'failed' ? null : state.value;
  return (
    <dialog ref={dialog} class="question" aria-labelledby="automation" onClose={onClosed}>
      <h2 id="automation">{words.automation}</h2>
      {state.phase === 'failed' && <Failure message={wrong(state.error)} onRetry={reload} />}
      {state.phase === 'loading' && found === null && <Loading />}
      {found?.length === 0 && <p>{words.automationNone}</p>}
      <ul class="plain automations">
        {found?.map((workflow) => (
          <li key={workflow.id}>
            <button type="button" onClick={() => void start(workflow.id)}>
              {workflow.name}
            </button>
            <Letter letter={workflow.letter} />
          </li>
        ))}
      </ul>
      <div class="answers">
        {found?.length === 0 && (
          <button type="button" onClick={() => go('/flow')}>
            {words.workflows}
          </button>
        )}
        <button type="button" onClick={() => dialog.current?.close()}>
          {common.cancel}
        </button>
      </div>
    </dialog>
  );
}
