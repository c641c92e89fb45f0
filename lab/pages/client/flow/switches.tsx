/** How the lab's Flow behaves: what nobody confirmed of the real one, and which answers get lost. */
import {useState} from 'preact/hooks';
import type {FlowSwitches} from '../../../flow/types.ts';
import {useSession} from '../session.ts';
import {fill} from '../words.ts';
import {flow} from './api.ts';
import {useSentences} from './sentences.ts';
import {useFlowWords} from './words.ts';

const CHOICES = {
  userErrors: ['fail', 'continue'],
  money: ['string', 'number'],
  delivery: ['once', 'twice', 'twiceInterleaved'],
  retryReads: ['again', 'once'],
  missing: ['nothingHolds', 'asNull'],
  jsonNull: ['sent', 'leftOut'],
  now: ['moves', 'stands'],
} as const satisfies {
  [Key in Exclude<keyof FlowSwitches, 'stepFaults' | 'seed' | 'actionsUrl'>]: readonly FlowSwitches[Key][];
};

type Name = keyof typeof CHOICES;

export function Switches({switches, onChanged}: {switches: FlowSwitches; onChanged(): void}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const {toast} = useSession();
  const change = (to: Partial<FlowSwitches>): void =>
    void flow
      .switch(to)
      .catch((error: unknown) => toast(wrong(error), true))
      .then(onChanged);
  return (
    <section class="sheet" aria-labelledby="switches">
      <h2 id="switches">{words.switches}</h2>
      <p class="soft">{words.switchesNote}</p>
      {(Object.keys(CHOICES) as Name[]).map((name) => (
        <label key={name} class="choice">
          <span>{words.switch[name]}</span>
          <select value={switches[name]} onChange={(event) => change({[name]: event.currentTarget.value})}>
            {CHOICES[name].map((value) => (
              <option key={value} value={value}>
                {name === 'retryReads' && value === 'once' ? words.keepsData : (words.values[value] ?? value)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label class="choice">
        <span>{words.actionsUrl}</span>
        <input
          class="find"
          type="url"
          placeholder="http://localhost:8787"
          value={switches.actionsUrl ?? ''}
          onChange={(event) => change({actionsUrl: event.currentTarget.value.trim() || null})}
        />
      </label>
      <Faults switches={switches} change={change} />
    </section>
  );
}

function Faults({switches, change}: {switches: FlowSwitches; change(to: Partial<FlowSwitches>): void}) {
  const words = useFlowWords();
  const [step, setStep] = useState('');
  const {stepFaults} = switches;
  return (
    <>
      <h3>{words.faults}</h3>
      {stepFaults.length === 0 && <p class="soft">{words.faultsNone}</p>}
      <ul class="plain">
        {stepFaults.map((fault) => (
          <li key={`${fault.step} ${fault.how}`}>
            {fill(fault.how === 'lostAnswer' ? words.faultLost : words.faultBefore, {step: fault.step, n: fault.times})}
          </li>
        ))}
      </ul>
      <form
        class="choice"
        onSubmit={(event) => {
          event.preventDefault();
          if (step.trim() === '') return;
          change({stepFaults: [...stepFaults, {step: step.trim(), how: 'lostAnswer', times: 1}]});
          setStep('');
        }}
      >
        <label>
          <span>{words.faultStep}</span>
          <input class="find" value={step} onInput={(event) => setStep(event.currentTarget.value)} />
        </label>
        <div class="choices">
          <button type="submit">{words.faultAdd}</button>
          {stepFaults.length > 0 && (
            <button type="button" class="quiet" onClick={() => change({stepFaults: []})}>
              {words.faultClear}
            </button>
          )}
        </div>
      </form>
    </>
  );
}
