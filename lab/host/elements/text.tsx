/** Words and signs: headings, text, badges, banners, lists, pictures. */
import {define, headingLevel, say, text, type LabElement} from './base.ts';
import {setOrRemove} from './layout.tsx';

const TONES: Record<string, string> = {
  info: 'info',
  success: 'good',
  caution: 'warn',
  warning: 'warn',
  critical: 'bad',
  neutral: 'neutral',
};

function applyText(props: Record<string, unknown>, element: LabElement): void {
  const tone = TONES[text(props['tone'])];
  element.style.color =
    tone !== undefined && tone !== 'neutral'
      ? `var(--${tone}-ink)`
      : props['color'] === 'subdued'
        ? 'var(--ink-2)'
        : '';
  element.style.fontVariantNumeric = text(props['fontVariantNumeric']) === 'tabular-nums' ? 'tabular-nums' : '';
  const lines = Number(props['lineClamp'] ?? 0);
  element.classList.toggle('lab-visually-hidden', props['accessibilityVisibility'] === 'exclusive');
  setOrRemove(element, 'aria-hidden', props['accessibilityVisibility'] === 'hidden' ? 'true' : '');
  element.style.cssText +=
    lines > 0 ? `;display:-webkit-box;-webkit-line-clamp:${lines};-webkit-box-orient:vertical;overflow:hidden` : '';
}

define('s-text', {
  css: ':host { display: inline; } strong { font-weight: 650; } .address { font-style: normal; }',
  render(props, element) {
    applyText(props, element);
    element.title = '';
    switch (text(props['type'])) {
      case 'strong':
        return (
          <strong>
            <slot />
          </strong>
        );
      case 'small':
        return (
          <small>
            <slot />
          </small>
        );
      case 'emphasis':
        return (
          <em>
            <slot />
          </em>
        );
      case 'redundant':
        return (
          <s>
            <slot />
          </s>
        );
      case 'address':
        return (
          <address class="address">
            <slot />
          </address>
        );
      case 'mark':
        return (
          <mark>
            <slot />
          </mark>
        );
      default:
        return <slot />;
    }
  },
});

define('s-paragraph', {
  css: ':host { display: block; line-height: 1.5; }',
  render(props, element) {
    applyText(props, element);
    element.setAttribute('role', 'paragraph');
    return <slot />;
  },
});

define('s-heading', {
  css: ':host { display: block; font: var(--font-heading-3); }',
  render(props, element) {
    applyText(props, element);
    if (props['accessibilityRole'] === 'presentation' || props['accessibilityRole'] === 'none')
      element.setAttribute('role', 'presentation');
    else {
      element.setAttribute('role', 'heading');
      element.setAttribute('aria-level', String(headingLevel(element)));
    }
    return <slot />;
  },
});

define('s-badge', {
  css: `
:host { display: inline-flex; align-items: center; gap: 4px; padding: 1px 8px; border-radius: 4px; font-size: .82em; font-weight: 600; line-height: 1.6;
  background: var(--neutral-bg); color: var(--neutral-ink); white-space: nowrap; }
`,
  render(props, element) {
    const tone = TONES[text(props['tone'])] ?? 'neutral';
    element.style.background = `var(--${tone}-bg)`;
    element.style.color = `var(--${tone}-ink)`;
    return [props['icon'] ? <span aria-hidden="true">{glyph(text(props['icon']))}</span> : null, <slot />];
  },
});

define('s-banner', {
  css: `
:host { display: block; }
.banner { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 4px 12px; padding: 12px 14px; border-left: 4px solid; border-radius: 3px var(--radius) var(--radius) 3px; line-height: 1.5; }
.sign { font-size: 1.1em; line-height: 1.35; }
.heading { font-weight: 650; }
.content { display: grid; gap: 8px; }
button { border: 0; background: none; cursor: pointer; padding: 0 4px; font-size: 1.1em; border-radius: 4px; }
.actions { display: flex; gap: 8px; }
`,
  readsChildren: true,
  render(props, element) {
    if (element.hidden) return null;
    const tone = TONES[text(props['tone'])] ?? 'info';
    const urgent = tone === 'bad';
    const hasActions = [...element.children].some((child) => child.slot === 'secondary-actions');
    const hasBody = [...element.childNodes].some(
      (child) => !(child instanceof Element && child.slot !== '') && child.textContent?.trim() !== '',
    );
    const dismiss = (): void => {
      element.hidden = true;
      element.emit('dismiss');
      element.emit('afterhide');
    };
    return (
      <div
        class="banner"
        role={urgent ? 'alert' : 'status'}
        style={`background: var(--${tone}-bg); color: var(--ink); border-color: var(--${tone}-line)`}
      >
        <span class="sign" aria-hidden="true" style={`color: var(--${tone}-ink)`}>
          {SIGNS[tone]}
        </span>
        <div class="content">
          {text(props['heading']) !== '' && <div class="heading">{text(props['heading'])}</div>}
          {hasBody && (
            <div>
              <slot />
            </div>
          )}
          {hasActions && (
            <div class="actions">
              <slot name="secondary-actions" />
            </div>
          )}
        </div>
        {props['dismissible'] === true && (
          <button type="button" aria-label={say('close')} onClick={dismiss}>
            ×
          </button>
        )}
      </div>
    );
  },
});

const SIGNS: Record<string, string> = {info: 'ℹ', good: '✓', warn: '▲', bad: '✕', neutral: 'ℹ'};

/** A few signs for icon names; every other name is drawn as a small ring. */
const GLYPHS: Record<string, string> = {
  alert: '▲',
  'alert-triangle': '▲',
  'alert-circle': '●',
  'arrow-right': '→',
  'arrow-left': '←',
  'arrow-up': '↑',
  'arrow-down': '↓',
  'cash-euro': '€',
  'cash-dollar': '$',
  check: '✓',
  'check-circle': '✓',
  'chevron-down': '▾',
  'chevron-right': '▸',
  clock: '◷',
  'credit-card': '▭',
  delete: '🗑',
  edit: '✎',
  info: 'ℹ',
  money: '¤',
  order: '▤',
  'order-first': '▤',
  plus: '+',
  question: '?',
  'question-circle': '?',
  receipt: '▤',
  refresh: '↻',
  return: '↩',
  search: '⌕',
  star: '★',
  'store-credit': '◈',
  'gift-card': '◈',
  x: '✕',
  'x-circle': '✕',
};

/** The sign for an icon's name. */
export function glyph(name: string): string {
  return GLYPHS[name] ?? '○';
}

define('s-icon', {
  css: ':host { display: inline-block; width: 1.2em; text-align: center; line-height: 1; }',
  render(props, element) {
    const tone = TONES[text(props['tone'])];
    element.setAttribute('aria-hidden', 'true');
    element.style.color = tone !== undefined ? `var(--${tone}-ink)` : '';
    return glyph(text(props['type']));
  },
});

define('s-spinner', {
  css: ':host { display: inline-flex; align-items: center; gap: 8px; } .large { font-size: 2em; } .large-100 { font-size: 2.4em; }',
  render: (props) => (
    <span role="status">
      <span class={`spinner ${text(props['size'])}`} aria-hidden="true" />
      <span class="hidden">{text(props['accessibilityLabel']) || say('busy')}</span>
    </span>
  ),
});

define('s-unordered-list', {
  css: ':host { display: block; padding-left: 1.3em; list-style: disc; line-height: 1.5; }',
  render(_props, element) {
    element.setAttribute('role', 'list');
    return <slot />;
  },
});

define('s-ordered-list', {
  css: ':host { display: block; padding-left: 1.5em; list-style: decimal; line-height: 1.5; }',
  render(_props, element) {
    element.setAttribute('role', 'list');
    return <slot />;
  },
});

define('s-list-item', {
  css: ':host { display: list-item; margin-block: 2px; }',
  render(_props, element) {
    element.setAttribute('role', 'listitem');
    return <slot />;
  },
});

define('s-tooltip', {
  css: ':host { display: none; position: fixed; z-index: 60; max-width: 280px; padding: 6px 10px; border-radius: 5px; background: var(--ink); color: var(--surface); font-size: .86em; } :host([data-open]) { display: block; }',
  render(_props, element) {
    element.setAttribute('role', 'tooltip');
    return <slot />;
  },
});

define('s-avatar', {
  css: ':host { display: inline-grid; place-items: center; width: 32px; height: 32px; border-radius: 50%; background: var(--surface-3); font-size: .8em; font-weight: 600; }',
  render(props, element) {
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', text(props['alt']) || text(props['initials']) || '·');
    return text(props['initials']);
  },
});

for (const tag of ['s-image', 's-thumbnail']) {
  define(tag, {
    css: ':host { display: inline-block; } img { max-width: 100%; border-radius: 4px; } :host(s-thumbnail) img { width: 40px; height: 40px; object-fit: cover; }',
    render: (props, element) =>
      text(props['src']) === '' ? null : (
        <img
          src={text(props['src'])}
          alt={text(props['alt'])}
          onLoad={() => element.emit('load')}
          onError={() => element.emit('error')}
        />
      ),
  });
}
