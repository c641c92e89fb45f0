/** The frames that an extension's targets stand in: the action's modal and the block's card. */
import {define, text} from './base.ts';

define('s-admin-action', {
  css: `
:host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; min-height: 0; height: 100%; }
header { padding: 18px 56px 14px 24px; border-bottom: 1px solid var(--line); }
h2 { font: var(--font-heading-2); }
.body { overflow: auto; padding: 20px 24px; position: relative; min-height: 180px; }
.body[inert] { opacity: .55; }
.loading { display: flex; gap: 10px; align-items: center; color: var(--ink-2); padding: 0 24px; min-height: 0; height: 0; opacity: 0; }
.loading.on { padding-block: 10px; height: auto; opacity: 1; border-bottom: 1px solid var(--line); background: var(--surface-2); }
footer { display: flex; flex-wrap: wrap; gap: 10px; justify-content: flex-end; align-items: center; padding: 14px 24px; border-top: 1px solid var(--line); background: var(--surface-2); }
.secondary { display: flex; flex-wrap: wrap; gap: 10px; }
`,
  render(props, element) {
    const frame = element.closest<HTMLElement>('[data-extension-name]');
    const loading = props['loading'] === true;
    frame?.toggleAttribute('data-busy', loading);
    return [
      <header>
        <h2 id="heading">{text(props['heading']) || frame?.dataset['extensionName']}</h2>
      </header>,
      <div class="body" inert={loading} aria-busy={loading}>
        <div role="status" class={loading ? 'loading on' : 'loading'}>
          {loading && [<span class="spinner" aria-hidden="true" />, <span>{frame?.dataset['busyWords']}</span>]}
        </div>
        <slot />
      </div>,
      <footer>
        <div class="secondary">
          <slot name="secondary-actions" />
        </div>
        <slot name="primary-action" />
      </footer>,
    ];
  },
});

define('s-admin-block', {
  css: `
:host { display: block; }
h2 { font: var(--font-heading-3); margin-bottom: 10px; }
`,
  render(props, element) {
    const frame = element.closest<HTMLElement>('[data-extension-name]');
    return [<h2>{text(props['heading']) || frame?.dataset['extensionName']}</h2>, <slot />];
  },
});

define('s-admin-print-action', {
  css: ':host { display: block; padding: 20px 24px; }',
  render: (props) => [<slot />, text(props['src']) !== '' && <code>{text(props['src'])}</code>],
});
