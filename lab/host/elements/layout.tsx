/** Boxes, stacks, grids, sections, pages. */
import {define, headingLevel, text, type LabElement, type Props} from './base.ts';
import {space} from './styles.ts';

const BACKGROUNDS: Record<string, string> = {
  subdued: 'var(--surface-2)',
  base: 'var(--surface)',
  strong: 'var(--surface-3)',
  transparent: 'transparent',
};

const SPACES = [
  ['padding', 'padding'],
  ['paddingBlock', 'paddingBlock'],
  ['paddingBlockStart', 'paddingBlockStart'],
  ['paddingBlockEnd', 'paddingBlockEnd'],
  ['paddingInline', 'paddingInline'],
  ['paddingInlineStart', 'paddingInlineStart'],
  ['paddingInlineEnd', 'paddingInlineEnd'],
] as const;

const SIZES = [
  'blockSize',
  'inlineSize',
  'minBlockSize',
  'minInlineSize',
  'maxBlockSize',
  'maxInlineSize',
  'overflow',
] as const;

const ROLES: Record<string, string> = {
  aside: 'complementary',
  footer: 'contentinfo',
  header: 'banner',
  main: 'main',
  navigation: 'navigation',
  section: 'region',
  'ordered-list': 'list',
  'unordered-list': 'list',
  'list-item': 'listitem',
  separator: 'separator',
  status: 'status',
  alert: 'alert',
};

/** Applies what s-box, s-stack, s-grid and their kin have in common to the element itself. */
export function applyBox(props: Props, element: LabElement): void {
  const {style} = element;
  for (const [name, css] of SPACES) style[css] = space(props[name]) ?? '';
  for (const name of SIZES) style[name] = text(props[name]);
  if (props['display'] === 'none') style.display = 'none';
  style.background = BACKGROUNDS[text(props['background'])] ?? '';
  applyBorder(props, element);
  applyRole(props, element);
}

function applyBorder(props: Props, {style}: LabElement): void {
  const [width = '', colour = '', kind = ''] = text(props['border']).split(' ');
  const chosen = text(props['borderWidth']) || width;
  const widths: Record<string, string> = {
    none: '0',
    small: '1px',
    base: '1px',
    large: '2px',
    'large-100': '2px',
    'large-200': '3px',
  };
  style.borderWidth =
    chosen === ''
      ? ''
      : chosen
          .split(' ')
          .map((word) => widths[word] ?? '1px')
          .join(' ');
  style.borderStyle = chosen === '' ? '' : text(props['borderStyle']) || (kind !== '' ? kind : 'solid');
  style.borderColor = (text(props['borderColor']) || colour) === 'strong' ? 'var(--line-strong)' : 'var(--line)';
  const radius = text(props['borderRadius']);
  style.borderRadius = radius === '' ? '' : radius === 'max' ? '999px' : radius === 'none' ? '0' : 'var(--radius)';
}

function applyRole(props: Props, element: LabElement): void {
  const role = text(props['accessibilityRole']);
  const label = text(props['accessibilityLabel']);
  setOrRemove(element, 'role', ROLES[role] ?? (label !== '' && role === '' ? 'group' : ''));
  setOrRemove(element, 'aria-label', label);
  setOrRemove(element, 'aria-hidden', props['accessibilityVisibility'] === 'hidden' ? 'true' : '');
  element.classList.toggle('lab-visually-hidden', props['accessibilityVisibility'] === 'exclusive');
}

/** An empty string takes the attribute away. */
export function setOrRemove(element: Element, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

const flow = <slot />;

define('s-box', {
  css: ':host { display: block; }',
  render(props, element) {
    applyBox(props, element);
    return flow;
  },
});

define('s-stack', {
  css: ':host { display: flex; flex-wrap: wrap; } ',
  render(props, element) {
    applyBox(props, element);
    const {style} = element;
    const inline = text(props['direction']) === 'inline';
    style.flexDirection = inline ? 'row' : 'column';
    style.flexWrap = inline ? 'wrap' : 'nowrap';
    style.gap = space(props['gap']) ?? '';
    if (text(props['rowGap']) !== '') style.rowGap = space(props['rowGap']) ?? '';
    if (text(props['columnGap']) !== '') style.columnGap = space(props['columnGap']) ?? '';
    style.alignItems = alignment(props['alignItems']) || (inline ? 'center' : 'stretch');
    style.justifyContent = alignment(props['justifyContent']);
    style.alignContent = alignment(props['alignContent']);
    return flow;
  },
});

function alignment(value: unknown): string {
  const word = text(value);
  return word === 'start' || word === 'end' ? `flex-${word}` : word === 'normal' ? '' : word;
}

define('s-grid', {
  css: ':host { display: grid; }',
  render(props, element) {
    applyBox(props, element);
    const {style} = element;
    style.gridTemplateColumns = space(props['gridTemplateColumns']) ?? '';
    style.gridTemplateRows = space(props['gridTemplateRows']) ?? '';
    style.gap = space(props['gap']) ?? '';
    if (text(props['rowGap']) !== '') style.rowGap = space(props['rowGap']) ?? '';
    if (text(props['columnGap']) !== '') style.columnGap = space(props['columnGap']) ?? '';
    // The short forms first: setting one clears the two that it stands for.
    for (const name of [
      'placeItems',
      'placeContent',
      'alignItems',
      'alignContent',
      'justifyItems',
      'justifyContent',
    ] as const) {
      style[name] = text(props[name]);
    }
    return flow;
  },
});

define('s-grid-item', {
  css: ':host { display: block; min-width: 0; }',
  render(props, element) {
    applyBox(props, element);
    element.style.gridColumn = text(props['gridColumn']);
    element.style.gridRow = text(props['gridRow']);
    return flow;
  },
});

define('s-query-container', {css: ':host { display: block; container-type: inline-size; }', render: () => flow});

define('s-divider', {
  css: ':host { display: block; border-top: 1px solid var(--line); } :host([data-inline]) { border-top: 0; border-left: 1px solid var(--line); align-self: stretch; }',
  render(props, element) {
    element.setAttribute('role', 'separator');
    element.toggleAttribute('data-inline', props['direction'] === 'inline');
    if (props['color'] === 'strong') element.style.borderColor = 'var(--line-strong)';
    return null;
  },
});

define('s-section', {
  css: `
:host { display: block; }
section { display: grid; gap: 12px; }
:host([data-card]) section { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 18px 20px; }
:host([data-card][data-flush]) section { padding: 0; overflow: hidden; }
:host([data-card][data-flush]) [role=heading] { padding: 14px 20px 0; }
[role=heading] { font: var(--font-heading-3); }
.content { display: grid; gap: 12px; min-width: 0; }
`,
  render(props, element) {
    const heading = text(props['heading']);
    const label = text(props['accessibilityLabel']);
    // On a page a section is a card; in an action or a block, and nested, it is plain.
    element.toggleAttribute(
      'data-card',
      element.closest('s-page') !== null && !element.parentElement?.closest('s-section'),
    );
    element.toggleAttribute('data-flush', props['padding'] === 'none');
    return (
      <section aria-label={label || undefined} aria-labelledby={label === '' && heading !== '' ? 'heading' : undefined}>
        {heading !== '' && (
          <div role="heading" aria-level={headingLevel(element)} id="heading">
            {heading}
          </div>
        )}
        <div class="content">
          <slot />
        </div>
      </section>
    );
  },
});

define('s-page', {
  css: `
:host { display: block; }
.page { display: grid; gap: 18px; max-width: 1080px; margin-inline: auto; }
:host([data-size=small]) .page { max-width: 720px; }
:host([data-size=large]) .page { max-width: none; }
header { display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; }
h1 { font: var(--font-heading-1); flex: 1; }
.columns { display: grid; gap: 18px; align-items: start; }
.columns.aside { grid-template-columns: minmax(0, 2fr) minmax(240px, 1fr); }
.main, .side { display: grid; gap: 18px; min-width: 0; }
.actions { display: flex; gap: 8px; }
@media (max-width: 860px) { .columns.aside { grid-template-columns: 1fr; } }
`,
  readsChildren: true,
  render(props, element) {
    const hasAside = [...element.children].some((child) => child.slot === 'aside');
    element.dataset['size'] = text(props['inlineSize']);
    return (
      <div class="page">
        <slot name="breadcrumb-actions" />
        <header>
          <h1>{text(props['heading'])}</h1>
          <div class="actions">
            <slot name="secondary-actions" />
            <slot name="primary-action" />
          </div>
        </header>
        <div class={hasAside ? 'columns aside' : 'columns'}>
          <div class="main">
            <slot />
          </div>
          {hasAside && (
            <div class="side">
              <slot name="aside" />
            </div>
          )}
        </div>
      </div>
    );
  },
});

define('s-form', {
  css: ':host { display: block; }',
  connected(element) {
    element.addEventListener('lab-submit', (event) => {
      event.stopPropagation();
      element.emit('submit');
    });
    element.addEventListener('lab-reset', (event) => {
      event.stopPropagation();
      element.emit('reset');
    });
  },
  render(_props, element) {
    element.setAttribute('role', 'form');
    return flow;
  },
});

define('s-function-settings', {css: ':host { display: block; }', render: () => flow});
define('s-app-nav', {css: ':host { display: flex; gap: 14px; padding-bottom: 12px; }', render: () => flow});
