/** Modals inside an App Home page. */
import {define, say, text, type LabElement} from './base.ts';

function dialogOf(element: LabElement): HTMLDialogElement | null {
  return element.shadowRoot?.querySelector('dialog') ?? null;
}

function show(element: LabElement): void {
  const dialog = dialogOf(element);
  if (!dialog || dialog.open) return;
  element.emit('show');
  dialog.showModal();
  element.emit('aftershow');
}

function hide(element: LabElement): void {
  dialogOf(element)?.close();
}

function toggle(element: LabElement): void {
  if (dialogOf(element)?.open) hide(element);
  else show(element);
}

define('s-modal', {
  readsChildren: true,
  css: `
:host { display: contents; }
dialog { width: min(620px, calc(100vw - 48px)); max-height: calc(100vh - 64px); padding: 0; border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--surface); color: var(--ink); box-shadow: var(--shadow); }
dialog.small { width: min(420px, calc(100vw - 48px)); } dialog.large { width: min(880px, calc(100vw - 48px)); }
dialog::backdrop { background: var(--veil); }
header { display: flex; align-items: center; gap: 12px; padding: 14px 20px; border-bottom: 1px solid var(--line); }
h2 { font: var(--font-heading-2); flex: 1; }
.body { padding: 18px 20px; overflow: auto; } .body.none { padding: 0; }
footer { display: flex; justify-content: flex-end; gap: 10px; padding: 12px 20px; border-top: 1px solid var(--line); }
button { border: 0; background: none; font-size: 1.3em; cursor: pointer; border-radius: 4px; padding: 0 6px; }
`,
  methods: {showOverlay: show, hideOverlay: hide, toggleOverlay: toggle},
  connected(element) {
    Object.assign(element, {
      runCommand(command: string) {
        if (command === '--hide') hide(element);
        else if (command === '--show') show(element);
        else toggle(element);
      },
    });
  },
  render(props, element) {
    const closed = (): void => {
      element.emit('hide');
      element.emit('afterhide');
    };
    const hasActions = [...element.children].some(
      (child) => child.slot.endsWith('action') || child.slot.endsWith('actions'),
    );
    return (
      <dialog
        class={text(props['size'])}
        aria-label={text(props['accessibilityLabel']) || text(props['heading']) || undefined}
        onClose={closed}
      >
        <header>
          <h2>{text(props['heading'])}</h2>
          <button type="button" aria-label={say('close')} onClick={() => hide(element)}>
            ×
          </button>
        </header>
        <div class={`body ${text(props['padding'])}`}>
          <slot />
        </div>
        {hasActions && (
          <footer>
            <slot name="secondary-actions" />
            <slot name="primary-action" />
          </footer>
        )}
      </dialog>
    );
  },
});
