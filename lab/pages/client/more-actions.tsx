/** *More actions*: what extensions offer for this order, after each had its say in should-render, and Flow. */
import {useEffect, useLayoutEffect, useRef, useState} from 'preact/hooks';
import {askShouldRender} from '../../host/page/run.ts';
import type {ExtensionInfo} from './api.ts';
import {nameOf, runOf, surroundingsOf} from './runs.ts';
import {useFlowWords} from './flow/words.ts';
import {useSession, type Session} from './session.ts';

/** The extensions that offer themselves for the order. Asked once per page, as Shopify's docs say. */
function useOffered(order: string, session: Session): ExtensionInfo[] | null {
  const [offered, setOffered] = useState<ExtensionInfo[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const actions = session.config.extensions.filter((one) => one.target === 'admin.order-details.action.render');
    const asked = actions.map(async (extension) => {
      if (extension.conditions === null) return true;
      const run = {...runOf(extension, session, [order]), bundle: extension.conditions};
      return askShouldRender(run, surroundingsOf(session, {failed: (message) => session.toast(message, true)}));
    });
    const show = async (): Promise<void> => {
      const answers = await Promise.all(asked);
      if (isCurrent) setOffered(actions.filter((_action, index) => answers[index] === true));
    };
    void show();
    return () => {
      isCurrent = false;
    };
  }, [order, session]);
  return offered;
}

interface MoreActionsProps {
  order: string;
  onOpen(handle: string): void;
  /** *Run Flow automation*. */
  onAutomation(): void;
}

export function MoreActions({order, onOpen, onAutomation}: MoreActionsProps) {
  const session = useSession();
  const {words} = session;
  const flowWords = useFlowWords();
  const offered = useOffered(order, session);
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  // Before the menu is painted: whoever sees the first entry can press Enter on it.
  useLayoutEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const outside = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape' && isOpen) {
      setOpen(false);
      button.current?.focus();
    } else if (event.key === 'ArrowDown' && isOpen) items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp' && isOpen) items.at(at - 1)?.focus();
    else if (event.key === 'ArrowDown') setOpen(true);
    else if (event.key === 'Tab') return setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={offered === null}
        onClick={() => setOpen(!isOpen)}
      >
        {words.moreActions} <span aria-hidden="true">▾</span>
      </button>
      {isOpen && offered && (
        <div role="menu" aria-label={words.moreActions}>
          {offered.map((extension) => (
            <button
              key={extension.handle}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                onOpen(extension.handle);
              }}
            >
              {nameOf(extension, session)}
            </button>
          ))}
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              setOpen(false);
              button.current?.focus();
              onAutomation();
            }}
          >
            {flowWords.automation}
          </button>
        </div>
      )}
    </div>
  );
}
