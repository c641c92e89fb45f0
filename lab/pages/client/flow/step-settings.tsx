/** What stands in one step of a workflow, at the foot of its picture, so that both are in sight. */
import {useEffect, useRef} from 'preact/hooks';
import type {WorkflowStep} from '../../../flow/types.ts';
import {useSession} from '../session.ts';
import {fill} from '../words.ts';
import {flow} from './api.ts';
import {Constants} from './constants.tsx';
import {readable} from './pieces.tsx';
import {useSentences} from './sentences.ts';
import {useFlowWords} from './words.ts';

export function StepSettings({
  workflow,
  step,
  onChanged,
  onClosed,
}: {
  workflow: string;
  step: WorkflowStep;
  onChanged(): void;
  onClosed(): void;
}) {
  const words = useFlowWords();
  const {words: common} = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever chose the step goes on here, not behind all the boxes that follow.
  useEffect(() => heading.current?.focus({preventScroll: true}), [step.id]);
  return (
    <section class="sheet settings" aria-labelledby="settings">
      <div class="head">
        <h2 id="settings" ref={heading} tabIndex={-1}>
          {step.name}
        </h2>
        <div class="choices">
          {step.kind === 'ACTION' && <LoseAnswer step={step.name} />}
          <button type="button" class="quiet" onClick={onClosed}>
            {common.close}
          </button>
        </div>
      </div>
      <p class="soft">
        <code>
          {step.taskId} {step.taskVersion}
        </code>
      </p>
      {step.note && <p>{step.note}</p>}
      {step.variable && <p class="soft">{fill(words.resultName, {name: step.variable})}</p>}
      {step.fields.length === 0 && <p class="soft">{words.noSettings}</p>}
      {step.constants.length > 0 && <Constants key={step.id} workflow={workflow} step={step} onSaved={onChanged} />}
      {step.fields.map(({id, value}) => (
        <div key={id} class="setting">
          <h3>{id}</h3>
          <pre tabIndex={0}>{readable(value)}</pre>
        </div>
      ))}
    </section>
  );
}

/** Provokes a repetition: the step is carried out, Flow doesn't hear so, and does it again. */
function LoseAnswer({step}: {step: string}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const {toast} = useSession();
  const lose = async (): Promise<void> => {
    try {
      const {switches} = await flow.state();
      const others = switches.stepFaults.filter((fault) => fault.step !== step);
      await flow.switch({stepFaults: [...others, {step, how: 'lostAnswer', times: 1}]});
      toast(fill(words.faultAdded, {step}));
    } catch (error) {
      toast(wrong(error), true);
    }
  };
  return (
    <button type="button" onClick={() => void lose()}>
      {words.faultAdd}
    </button>
  );
}
