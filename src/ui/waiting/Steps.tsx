import {stateful} from '../pieces/stateful.ts';
import type {Words} from '../words/words.ts';

/** What a person fills in before something is done. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly details?: string;
  readonly type?: 'date';
  readonly value?: string;
}

type Press = (values: Readonly<Record<string, string>>) => Promise<boolean>;

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
  readonly press: Press;
}

/** A step whose words stand side by side: `key`, `keyAsk`, `keyYes`. */
export function stepOf(
  words: Words,
  key: string,
  press: Press,
  fields: readonly Field[] = [],
  parameters: Parameters<Words['t']>[1] = {},
): Step {
  const say = (part: string): string => words.t(key + part, parameters);
  return {name: key, label: say(''), ask: say('Ask'), yes: say('Yes'), fields, press};
}

/** A field whose words stand side by side: `key`, and `keyDetails` or those of `details`. */
export function fieldOf(words: Words, name: string, key: string, details = `${key}Details`): Field {
  return {name, label: words.t(key), details: words.t(details)};
}

interface Props {
  readonly steps: readonly Step[];
  readonly busy: boolean;
  readonly words: Words;
}

interface State {
  readonly open: string | null;
  readonly typed: Readonly<Record<string, string>>;
}

/**
 * Buttons side by side. The pressed one stays in its place and becomes *Back*, so that it keeps the keyboard's focus and the
 * second half of a double click undoes instead of doing.
 */
export const Steps = stateful(
  (): State => ({open: null, typed: {}}),
  ({steps, busy, words}: Props, {open, typed}, change) => {
    const step = steps.find(({name}) => name === open);
    const values = Object.fromEntries(step?.fields?.map(({name, value = ''}) => [name, typed[name] ?? value]) || []);
    const complete = Object.values(values).every((value) => value.trim() !== '');
    const press = async (): Promise<void> => {
      if (step && complete && (await step.press(values))) change({open: null});
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
                onInput={(value) => change((before) => ({typed: {...before.typed, [field.name]: value}}))}
              />
            ))}
          </s-stack>
        )}
        <s-stack direction="inline" gap="small">
          {steps
            .filter(({name}) => !step || name === open)
            .map(({name, label, disabled = false}) => (
              <s-button
                key={name}
                disabled={busy || (disabled && !step)}
                onClick={() => change({open: step ? null : name, typed: {}})}
              >
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
  },
);

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
  return type ? (
    <s-date-field {...shared} onInput={typed} onChange={typed} />
  ) : (
    <s-text-field {...shared} maxLength={140} onInput={typed} />
  );
}
