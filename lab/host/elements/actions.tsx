/** What can be pressed: buttons, links, chips, menus. */
import type {ComponentChild} from 'preact';
import {define, say, text, type LabElement, type Props} from './base.ts';
import {applyBox} from './layout.tsx';
import {glyph} from './text.tsx';

/** Elements that answer a button's `command`. */
export interface Commanded {
  runCommand?(command: string, source: LabElement): void;
}

/** What pressing does besides the click event: a command for another element, or the surrounding form's submit. */
function afterPress(props: Props, element: LabElement): void {
  const target: (HTMLElement & Commanded) | null = element.ownerDocument.getElementById(text(props['commandFor']));
  target?.runCommand?.(text(props['command']) || '--auto', element);
  if (props['type'] === 'submit') element.dispatchEvent(new CustomEvent('lab-submit', {bubbles: true}));
  if (props['type'] === 'reset') element.dispatchEvent(new CustomEvent('lab-reset', {bubbles: true}));
}

function showInterest(props: Props, element: LabElement, open: boolean): void {
  const tip = element.ownerDocument.getElementById(text(props['interestFor']));
  if (!tip) return;
  const {left, bottom} = element.getBoundingClientRect();
  tip.style.left = `${left}px`;
  tip.style.top = `${bottom + 6}px`;
  tip.toggleAttribute('data-open', open);
}

/** The pressable inside: a link when there is an address, else a button that stays focusable while it loads. */
function pressable(props: Props, element: LabElement, className: string, content: ComponentChild): ComponentChild {
  const disabled = props['disabled'] === true;
  const loading = props['loading'] === true;
  const label = text(props['accessibilityLabel']) || undefined;
  const interest = {
    onPointerEnter: () => showInterest(props, element, true),
    onPointerLeave: () => showInterest(props, element, false),
    onFocus: () => showInterest(props, element, true),
    onBlur: () => showInterest(props, element, false),
  };
  const press = (event: Event): void => {
    if (disabled || loading) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    afterPress(props, element);
  };
  if (text(props['href']) !== '' && !disabled) {
    return (
      <a
        class={className}
        href={text(props['href'])}
        target={text(props['target']) || undefined}
        aria-label={label}
        onClick={press}
        {...interest}
      >
        {content}
      </a>
    );
  }
  return (
    <button
      type="button"
      class={className}
      disabled={disabled}
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      aria-label={label}
      onClick={press}
      {...interest}
    >
      {loading && <span class="spinner" aria-hidden="true" />}
      {content}
    </button>
  );
}

define('s-button', {
  delegatesFocus: true,
  css: `
:host { display: inline-flex; width: fit-content; }
.press { display: inline-flex; gap: 8px; align-items: center; justify-content: center; min-height: 36px; padding: 6px 14px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--surface); font-weight: 600; text-decoration: none; color: var(--ink); cursor: pointer; line-height: 1.3; width: 100%; }
.press:hover { background: var(--surface-2); border-color: var(--ink-2); }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent-strong); border-color: var(--accent-strong); }
.tertiary { border-color: transparent; background: none; color: var(--accent-ink); padding-inline: 8px; }
.tertiary:hover { background: var(--surface-2); border-color: transparent; }
.critical { color: var(--bad-ink); }
.primary.critical { background: var(--bad-fill); border-color: var(--bad-fill); color: #fff; }
.press:disabled { background: var(--surface-3); border-color: var(--surface-3); color: var(--ink-2); cursor: not-allowed; }
.tertiary:disabled { background: none; border-color: transparent; }
.press[aria-busy] { cursor: progress; opacity: .8; }
`,
  render(props, element) {
    const variant = text(props['variant']) || (element.slot === 'primary-action' ? 'primary' : 'secondary');
    const tone = props['tone'] === 'critical' ? 'critical' : '';
    return pressable(props, element, `press ${variant} ${tone}`, [
      props['icon'] ? <span aria-hidden="true">{glyph(text(props['icon']))}</span> : null,
      <slot />,
    ]);
  },
});

define('s-link', {
  delegatesFocus: true,
  css: `
:host { display: inline; }
.press { color: var(--accent-ink); text-decoration: underline; text-underline-offset: 2px; background: none; border: 0; padding: 0; cursor: pointer; display: inline; border-radius: 2px; }
.critical { color: var(--bad-ink); }
`,
  render: (props, element) =>
    pressable(props, element, `press ${props['tone'] === 'critical' ? 'critical' : ''}`, <slot />),
});

define('s-clickable', {
  delegatesFocus: true,
  css: ':host { display: block; } .press { all: unset; box-sizing: border-box; display: block; width: 100%; cursor: pointer; border-radius: inherit; } .press:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; } .press:hover { background: var(--surface-2); } .press:disabled { cursor: not-allowed; opacity: .6; }',
  render(props, element) {
    applyBox({...props, accessibilityLabel: ''}, element);
    return pressable(props, element, 'press', <slot />);
  },
});

define('s-button-group', {
  css: ':host { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }',
  render: () => [<slot />, <slot name="secondary-actions" />, <slot name="primary-action" />],
});

const chip = `
:host { display: inline-flex; }
.chip, .press { display: inline-flex; gap: 6px; align-items: center; padding: 2px 10px; border: 1px solid var(--line-strong); border-radius: 999px; background: var(--surface-2); font-size: .92em; }
.press { cursor: pointer; } .press:hover { background: var(--surface-3); }
.remove { border: 0; background: none; cursor: pointer; padding: 0 2px; border-radius: 50%; }
`;

define('s-chip', {
  css: chip,
  render: (props) => (
    <span class="chip" aria-label={text(props['accessibilityLabel']) || undefined}>
      <slot name="graphic" />
      <slot />
    </span>
  ),
});

define('s-clickable-chip', {
  css: chip,
  render: (props, element) => [
    pressable(props, element, 'press', [<slot name="graphic" />, <slot />]),
    props['removable'] === true && (
      <button
        type="button"
        class="remove"
        aria-label={`${say('remove')} ${element.textContent}`}
        onClick={(event) => {
          event.stopPropagation();
          element.hidden = true;
          element.emit('remove');
          element.emit('afterhide');
        }}
      >
        ×
      </button>
    ),
  ],
});

define('s-menu', {
  css: ':host { display: none; position: absolute; z-index: 50; flex-direction: column; min-width: 180px; padding: 6px; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius); box-shadow: var(--shadow); } :host([data-open]) { display: flex; }',
  connected(element) {
    const close = (): void => element.removeAttribute('data-open');
    Object.assign(element, {
      runCommand: (command: string) =>
        element.toggleAttribute('data-open', command === '--hide' ? false : command === '--show' ? true : undefined),
    });
    element.addEventListener('click', close);
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    });
  },
  render(props, element) {
    element.setAttribute('role', 'group');
    if (text(props['accessibilityLabel']) !== '') element.setAttribute('aria-label', text(props['accessibilityLabel']));
    return <slot />;
  },
});
