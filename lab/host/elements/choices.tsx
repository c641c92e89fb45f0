/** Fields that offer choices: select, checkbox, switch, choice list. */
import {below, define, text, type LabElement, type Props} from './base.ts';
import {boxClass, describe, fieldStyles, hints, label} from './field.tsx';

const slotted = {css: ':host { display: contents; }', render: () => <slot />};

define('s-option', slotted);
define('s-option-group', slotted);

/** Options as the native select draws them; words from their text. */
function options(parent: Element): preact.ComponentChild {
  return [...parent.children].map((child) => {
    const {props} = child as LabElement;
    if (child.localName === 's-option-group') {
      return (
        <optgroup label={text(props['label'])} disabled={props['disabled'] === true}>
          {options(child)}
        </optgroup>
      );
    }
    return (
      <option value={optionValue(child)} disabled={props['disabled'] === true}>
        {child.textContent}
      </option>
    );
  });
}

/** As in HTML: an empty value is a value; without any, the words stand in. */
function optionValue(option: Element): string {
  const {value} = (option as LabElement).props;
  return typeof value === 'string' ? value : (option.textContent ?? '');
}

/** The chosen value: the select's own, else the first option that is selected, else nothing. */
function chosen(props: Props, element: LabElement): string {
  if (typeof props['value'] === 'string') return props['value'];
  const marked = below(element, 's-option').find((option) => {
    const own = option.props;
    return own['selected'] === true || own['defaultSelected'] === true;
  });
  return marked ? optionValue(marked) : '';
}

define('s-select', {
  delegatesFocus: true,
  readsChildren: true,
  css: `${fieldStyles} select { appearance: none; padding-right: 30px; cursor: pointer; } option, optgroup { background: var(--surface); color: var(--ink); }
.box { position: relative; } .box::after { content: '▾'; position: absolute; right: 11px; pointer-events: none; color: var(--ink-2); }`,
  render(props, element) {
    const value = chosen(props, element);
    const tell = (type: 'input' | 'change') => (event: Event) => {
      event.stopPropagation();
      const next = (event.currentTarget as HTMLSelectElement).value;
      element.props['value'] = next;
      element.emit(type, {value: next});
      element.refresh();
    };
    const known = below(element, 's-option').some((option) => optionValue(option) === value);
    return (
      <div class="field">
        {label(props)}
        <div class={boxClass(props)}>
          <select
            id="control"
            value={known ? value : ''}
            onInput={tell('input')}
            onChange={tell('change')}
            {...describe(props)}
          >
            {!known && (
              <option value="" disabled hidden>
                {text(props['placeholder'])}
              </option>
            )}
            {options(element)}
          </select>
        </div>
        {hints(props)}
      </div>
    );
  },
});

/** Once pressed, the element's own `checked` counts; until then a default may stand in for it. */
const touched = new WeakSet<LabElement>();

function isChecked(props: Props, element: LabElement): boolean {
  return props['checked'] === true || (!touched.has(element) && props['defaultChecked'] === true);
}

for (const [tag, role] of [
  ['s-checkbox', undefined],
  ['s-switch', 'switch'],
] as const) {
  define(tag, {
    delegatesFocus: true,
    css: `${fieldStyles}
.row { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 10px; align-items: start; }
.row label { font-weight: 500; cursor: pointer; line-height: 1.45; }
input { flex: none; width: 18px; height: 18px; margin: 2px 0 0; padding: 0; accent-color: var(--accent); cursor: pointer; outline: revert; }
input[role=switch] { appearance: none; width: 34px; height: 20px; margin: 1px 0 0; border-radius: 999px; background: var(--line-strong); position: relative; }
input[role=switch]::after { content: ''; position: absolute; inset: 3px auto 3px 3px; width: 14px; border-radius: 50%; background: var(--surface); transition: translate .12s; }
input[role=switch]:checked { background: var(--accent); }
input[role=switch]:checked::after { translate: 14px; }
input:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.below { grid-column: 2; }`,
    render(props, element) {
      const hidden = props['labelAccessibilityVisibility'] === 'exclusive';
      const press = (event: Event): void => {
        event.stopPropagation();
        const {checked} = event.currentTarget as HTMLInputElement;
        touched.add(element);
        element.props['checked'] = checked;
        element.emit('input', {checked});
        element.emit('change', {checked});
        element.refresh();
      };
      return (
        <div class="row">
          <input
            id="control"
            type="checkbox"
            role={role}
            checked={isChecked(props, element)}
            indeterminate={props['indeterminate'] === true}
            aria-label={text(props['accessibilityLabel']) || undefined}
            onInput={(event) => event.stopPropagation()}
            onChange={press}
            {...describe(props)}
          />
          <label for="control" class={hidden ? 'hidden' : ''}>
            {text(props['label'])}
          </label>
          <div class="below">{hints(props)}</div>
        </div>
      );
    },
  });
}

define('s-choice', {
  css: ':host { display: block; line-height: 1.45; } ::slotted([slot=details]) { display: block; color: var(--ink-2); font-size: .9em; }',
  render: () => [<slot />, <slot name="details" />],
});

/** The `values` that were last spread over the choices; a new array from the extension is spread again. */
const spread = new WeakMap<LabElement, unknown>();
let groups = 0;
const groupNames = new WeakMap<LabElement, string>();

function choicesOf(element: LabElement): LabElement[] {
  return below(element, 's-choice');
}

function isSelected(choice: LabElement, list: LabElement): boolean {
  return choice.props['selected'] === true || (!touched.has(list) && choice.props['defaultSelected'] === true);
}

define('s-choice-list', {
  delegatesFocus: true,
  readsChildren: true,
  css: `${fieldStyles}
fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: 8px; min-width: 0; }
legend { margin-bottom: 6px; }
.choice { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 10px; align-items: start; font-weight: 400; cursor: pointer; }
.choice:has(:disabled) { color: var(--ink-2); cursor: not-allowed; }
input { width: 17px; height: 17px; margin: 2px 0 0; accent-color: var(--accent); outline: revert; }
input:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }`,
  render(props, element) {
    const choices = choicesOf(element);
    if (Array.isArray(props['values']) && spread.get(element) !== props['values']) {
      const values = props['values'] as unknown[];
      spread.set(element, values);
      touched.add(element);
      for (const choice of choices) choice.props['selected'] = values.includes(choice.props['value']);
    }
    const multiple = props['multiple'] === true;
    let name = groupNames.get(element);
    if (name === undefined) groupNames.set(element, (name = `choices-${(groups += 1)}`));
    const press = (pressed: LabElement) => (event: Event) => {
      event.stopPropagation();
      const {checked} = event.currentTarget as HTMLInputElement;
      const before = new Map(choices.map((choice) => [choice, isSelected(choice, element)]));
      touched.add(element);
      for (const choice of choices)
        choice.props['selected'] = choice === pressed ? checked : multiple && before.get(choice) === true;
      const values = choices
        .filter((choice) => choice.props['selected'] === true)
        .map((choice) => text(choice.props['value']));
      element.props['values'] = values;
      spread.set(element, values);
      element.emit('input', {values});
      element.emit('change', {values});
      element.refresh();
    };
    return (
      <fieldset disabled={props['disabled'] === true} {...pick(describe(props))}>
        <legend class={props['labelAccessibilityVisibility'] === 'exclusive' ? 'hidden' : ''}>
          {text(props['label'])}
        </legend>
        {choices.map((choice, index) => {
          // Setting it anew each time would wake the observer of the children each time.
          if (choice.slot !== `choice-${index}`) choice.slot = `choice-${index}`;
          return (
            <label class="choice">
              <input
                type={multiple ? 'checkbox' : 'radio'}
                name={name}
                checked={isSelected(choice, element)}
                disabled={choice.props['disabled'] === true}
                aria-label={text(choice.props['accessibilityLabel']) || undefined}
                onInput={(event) => event.stopPropagation()}
                onChange={press(choice)}
              />
              <slot name={`choice-${index}`} />
            </label>
          );
        })}
        {hints(props)}
      </fieldset>
    );
  },
});

/** A fieldset can be described, but not required or invalid. */
function pick(attributes: Record<string, string | boolean | undefined>): Record<string, string | boolean | undefined> {
  return {'aria-describedby': attributes['aria-describedby']};
}
