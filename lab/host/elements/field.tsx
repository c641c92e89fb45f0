/** What all fields share: the label, the details below, the error, and how the two are tied to the control. */
import type {ComponentChild} from 'preact';
import {text, type Props} from './base.ts';

export const fieldStyles = `
:host { display: block; min-width: 0; }
.field { display: grid; gap: 4px; }
label, legend { font-weight: 600; padding: 0; }
.need { color: var(--bad-ink); margin-left: 3px; }
.box { display: flex; align-items: center; background: var(--field); border: 1px solid var(--line-strong); border-radius: 6px; min-height: 36px; }
.box:focus-within { outline: 2px solid var(--focus); outline-offset: 1px; border-color: transparent; }
.box.wrong { border-color: var(--bad-line); background: var(--bad-bg); }
.box.off { background: var(--surface-3); color: var(--ink-2); }
.affix { color: var(--ink-2); padding-inline: 10px 0; white-space: nowrap; }
.affix.end { padding-inline: 0 10px; }
input, select, textarea { flex: 1; width: 100%; min-width: 0; border: 0; background: none; padding: 6px 10px; border-radius: 6px; }
.box :focus-visible { outline: none; }
input.figure { font-variant-numeric: tabular-nums; text-align: right; }
input::placeholder, textarea::placeholder { color: var(--ink-2); opacity: .9; }
.details { color: var(--ink-2); font-size: .9em; line-height: 1.45; }
.error { color: var(--bad-ink); font-size: .9em; line-height: 1.45; }
.error:empty { display: none; }
`;

/** ARIA attributes for the control of a field. */
export function describe(props: Props): Record<string, string | boolean | undefined> {
  const parts = [text(props['error']) !== '' ? 'error' : '', text(props['details']) !== '' ? 'details' : ''].filter(
    (id) => id !== '',
  );
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': text(props['error']) !== '' ? 'true' : undefined,
    required: props['required'] === true,
    disabled: props['disabled'] === true,
  };
}

/** Details and error, under the ids that {@link describe} names. The error's place is always there, so that it is read out when it comes. */
export function hints(props: Props): ComponentChild {
  return [
    text(props['details']) !== '' && (
      <div class="details" id="details">
        {text(props['details'])}
      </div>
    ),
    <div class="error" id="error" aria-live="polite">
      {text(props['error'])}
    </div>,
  ];
}

/** A field's label; hidden from the eye where the extension asks so. */
export function label(props: Props): ComponentChild {
  const hidden = props['labelAccessibilityVisibility'] === 'exclusive';
  return (
    <label for="control" class={hidden ? 'hidden' : ''}>
      {text(props['label'])}
      {props['required'] === true && (
        <span class="need" aria-hidden="true">
          *
        </span>
      )}
    </label>
  );
}

/** The class of the frame around a control. */
export function boxClass(props: Props): string {
  return ['box', text(props['error']) !== '' && 'wrong', props['disabled'] === true && 'off'].filter(Boolean).join(' ');
}
