/** The constants at the top of a step's script, to be changed as a merchant changes them in Flow's editor. */
import {useState} from 'preact/hooks';
import type {ScriptConstant, WorkflowStep} from '../../../flow/types.ts';
import {useSession} from '../session.ts';
import {flow} from './api.ts';
import {useSentences} from './sentences.ts';
import {useFlowWords} from './words.ts';

type Value = ScriptConstant['value'];

export function Constants({
  workflow,
  step: {id, constants},
  onSaved,
}: {
  workflow: string;
  step: WorkflowStep;
  onSaved(): void;
}) {
  const words = useFlowWords();
  const {wrong} = useSentences();
  const {toast} = useSession();
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({});
  const save = async (): Promise<void> => {
    try {
      await flow.setConstants(workflow, id, values);
      toast(words.constantsSaved);
      onSaved();
    } catch (error) {
      toast(wrong(error), true);
    }
  };
  return (
    <form
      class="constants"
      aria-labelledby="constants"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3 id="constants">{words.constants}</h3>
      <p class="soft">{words.constantsNote}</p>
      {constants.map((constant) => (
        <label key={constant.name} class="choice">
          <span>
            <code>{constant.name}</code> {constant.about}
          </span>
          <Field
            {...constant}
            value={values[constant.name] ?? constant.value}
            onValue={(value) => setValues((before) => ({...before, [constant.name]: value}))}
          />
        </label>
      ))}
      <button type="submit">{words.constantsSave}</button>
    </form>
  );
}

function Field({name, value, onValue}: ScriptConstant & {onValue(value: Value): void}) {
  if (typeof value === 'boolean')
    return (
      <select name={name} value={String(value)} onChange={(event) => onValue(event.currentTarget.value === 'true')}>
        <option>true</option>
        <option>false</option>
      </select>
    );
  if (typeof value === 'string')
    return <input class="find" name={name} value={value} onInput={(event) => onValue(event.currentTarget.value)} />;
  return (
    <input
      class="find"
      name={name}
      type="number"
      step="any"
      required
      value={value}
      onInput={(event) => {
        const {valueAsNumber} = event.currentTarget;
        if (!Number.isNaN(valueAsNumber)) onValue(valueAsNumber);
      }}
    />
  );
}
