import {useState} from 'preact/hooks';
import type {Words} from '../words/words.ts';

/** What a person fills in before something is done. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly details?: string;
  readonly type: 'text' | 'date';
  readonly value?: string;
}

/** One thing that a person can do, in two presses: the second one says what exactly. */
export interface Step {
  readonly name: string;
  readonly label: string;
  /** What will happen, with the amount. */
  readonly ask: string;
  readonly yes: string;
  readonly fields?: readonly Field[];
  readonly disabled?: boolean;
  /** @returns whether it was done */
  press(values: Readonly<Record<string, string>>): Promise<boolean>;
}

/**
 * Buttons side by side. The pressed one stays in its place and becomes *Back*, so that it keeps the keyboard's focus and the
 * second half of a double click undoes instead of doing.
 */
export function Steps({steps, busy, words}: {steps: readonly Step[]; busy: boolean; words: Words}) {
  const [open, setOpen] = useState<string | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const step = steps.find(({name}) => name === open);
  const values = Object.fromEntries(step?.fields?.map(({name, value = ''}) => [name, typed[name] ?? value]) || []);
  const complete = Object.values(values).every((value) => value.trim() !== '');
  const turn = (name: string): void => {
    setOpen(step ? null : name);
    setTyped({});
  };
  const press = async (): Promise<void> => {
    if (step && complete && (await step.press(values))) setOpen(null);
  };
  return (
    <s-stack gap="small">
      {step && (
        <s-stack gap="small">
          <s-text type="strong">{step.ask}</s-text>
          {step.fields?.map((field) => (
            <Input
              key={field.name}
              field={field}
              value={values[field.name] || ''}
              disabled={busy}
              onInput={(value) => setTyped((before) => ({...before, [field.name]: value}))}
            />
          ))}
        </s-stack>
      )}
      <s-stack direction="inline" gap="small">
        {steps
          .filter(({name}) => !step || name === open)
          .map(({name, label, disabled = false}) => (
            <s-button key={name} disabled={busy || (disabled && !step)} onClick={() => turn(name)}>
              {step ? words.t('block.back') : label}
            </s-button>
          ))}
        {step && (
          <s-button variant="primary" disabled={!complete} loading={busy} onClick={() => void press()}>
            {step.yes}
          </s-button>
        )}
      </s-stack>
    </s-stack>
  );
}

function Input({
  field: {name, label, details = '', type},
  value,
  disabled,
  onInput,
}: {
  field: Field;
  value: string;
  disabled: boolean;
  onInput: (value: string) => void;
}) {
  const shared = {name, label, details, value, disabled, required: true};
  const typed = (event: {currentTarget: {value: string}}): void => onInput(event.currentTarget.value);
  return type === 'date' ? (
    <s-date-field {...shared} onInput={typed} onChange={typed} />
  ) : (
    <s-text-field {...shared} maxLength={140} onInput={typed} />
  );
}
