/** Fields that take typing. A value is always a string; `input` goes out while typing, `change` when it is committed. */
import type {JSX} from 'preact';
import {define, text, type LabElement, type Props} from './base.ts';
import {boxClass, describe, fieldStyles, hints, label} from './field.tsx';

/** `value` as set; before that, and until something is typed, the default. */
function valueOf(props: Props): string {
  return typeof props['value'] === 'string' || typeof props['value'] === 'number'
    ? String(props['value'])
    : text(props['defaultValue']);
}

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** Takes the control's value over into the element, then tells the extension. */
function tell(element: LabElement, type: 'input' | 'change'): (event: JSX.TargetedEvent<Typed>) => void {
  return (event) => {
    event.stopPropagation();
    const {value} = event.currentTarget;
    element.props['value'] = value;
    element.emit(type, {value});
    element.refresh();
  };
}

interface Kind {
  type?: string;
  inputMode?: 'decimal' | 'numeric' | 'search' | 'email' | 'url' | 'text';
  /** Right-aligned with figures of one width. */
  figure?: boolean;
  stepped?: boolean;
}

function defineField(tag: string, kind: Kind): void {
  define(tag, {
    delegatesFocus: true,
    css: fieldStyles,
    render(props, element) {
      return (
        <div class="field">
          {label(props)}
          <div class={boxClass(props)}>
            {text(props['prefix']) !== '' && <span class="affix">{text(props['prefix'])}</span>}
            <input
              id="control"
              class={kind.figure ? 'figure' : ''}
              type={kind.type ?? 'text'}
              inputMode={kind.inputMode}
              value={valueOf(props)}
              name={text(props['name']) || undefined}
              placeholder={text(props['placeholder']) || undefined}
              readOnly={props['readOnly'] === true}
              maxLength={Number(props['maxLength'] ?? -1) > 0 ? Number(props['maxLength']) : undefined}
              autocomplete={text(props['autocomplete']) || 'off'}
              onInput={tell(element, 'input')}
              onChange={tell(element, 'change')}
              {...describe(props)}
              {...(kind.stepped ? spinbutton(props, element) : {})}
            />
            {text(props['suffix']) !== '' && <span class="affix end">{text(props['suffix'])}</span>}
            <slot name="accessory" />
          </div>
          {hints(props)}
        </div>
      );
    },
  });
}

/** A number field is text with the arrow keys: the browser's own number input would rewrite what is typed by its locale. */
function spinbutton(props: Props, element: LabElement): JSX.HTMLAttributes<HTMLInputElement> {
  const bound = (name: string): number | undefined => (typeof props[name] === 'number' ? props[name] : undefined);
  const now = Number(valueOf(props).replace(',', '.'));
  return {
    role: 'spinbutton',
    'aria-valuemin': bound('min'),
    'aria-valuemax': bound('max'),
    'aria-valuenow': valueOf(props) === '' || Number.isNaN(now) ? undefined : now,
    onKeyDown: (event: KeyboardEvent) => {
      if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || props['readOnly'] === true) return;
      event.preventDefault();
      const step = bound('step') ?? 1;
      const next = (Number.isNaN(now) ? 0 : now) + (event.key === 'ArrowUp' ? step : -step);
      const within = Math.min(Math.max(next, bound('min') ?? -Infinity), bound('max') ?? Infinity);
      // Steps are decimal fractions: cut what binary arithmetic leaves behind.
      const value = String(Number(within.toFixed(6)));
      element.props['value'] = value;
      element.emit('input', {value});
      element.emit('change', {value});
      element.refresh();
    },
  };
}

defineField('s-text-field', {});
defineField('s-money-field', {inputMode: 'decimal', figure: true});
defineField('s-number-field', {inputMode: 'decimal', figure: true, stepped: true});
defineField('s-search-field', {type: 'search', inputMode: 'search'});
defineField('s-email-field', {type: 'email', inputMode: 'email'});
defineField('s-url-field', {type: 'url', inputMode: 'url'});
defineField('s-password-field', {type: 'password'});
defineField('s-date-field', {type: 'date'});
defineField('s-color-field', {});

define('s-text-area', {
  delegatesFocus: true,
  css: `${fieldStyles} textarea { resize: vertical; line-height: 1.5; }`,
  render: (props, element) => (
    <div class="field">
      {label(props)}
      <div class={boxClass(props)}>
        <textarea
          id="control"
          rows={Number(props['rows'] ?? 3)}
          value={valueOf(props)}
          placeholder={text(props['placeholder']) || undefined}
          readOnly={props['readOnly'] === true}
          maxLength={Number(props['maxLength'] ?? -1) > 0 ? Number(props['maxLength']) : undefined}
          onInput={tell(element, 'input')}
          onChange={tell(element, 'change')}
          {...describe(props)}
        />
      </div>
      {hints(props)}
    </div>
  ),
});

/** Pickers without a label of their own: the browser's control does. */
for (const [tag, type] of [
  ['s-date-picker', 'date'],
  ['s-color-picker', 'color'],
] as const) {
  define(tag, {
    delegatesFocus: true,
    css: `${fieldStyles} .box { width: fit-content; }`,
    render: (props, element) => (
      <div class="box">
        <input
          type={type}
          aria-label={text(props['name']) || type}
          value={valueOf(props)}
          onInput={tell(element, 'input')}
          onChange={tell(element, 'change')}
        />
      </div>
    ),
  });
}

define('s-drop-zone', {
  css: fieldStyles,
  render: (props, element) => (
    <div class="field">
      {label(props)}
      <input
        id="control"
        type="file"
        accept={text(props['accept']) || undefined}
        multiple={props['multiple'] === true}
        onChange={(event) => {
          event.stopPropagation();
          element.emit('input', {value: event.currentTarget.value});
          element.emit('change', {value: event.currentTarget.value});
        }}
        {...describe(props)}
      />
      {hints(props)}
    </div>
  ),
});
