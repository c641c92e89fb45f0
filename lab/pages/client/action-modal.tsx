/** The modal in which an action runs. It closes when the extension says so; a person can close it too, not by accident. */
import {useEffect, useRef, useState} from 'preact/hooks';
import {runExtension} from '../../host/page/run.ts';
import type {ExtensionInfo} from './api.ts';
import {Failure, Loading} from './parts.tsx';
import {nameOf, runOf, surroundingsOf} from './runs.ts';
import {useSession} from './session.ts';

interface ActionModalProps {
  extension: ExtensionInfo;
  order: string;
  onClosed(): void;
}

export function ActionModal({extension, order, onClosed}: ActionModalProps) {
  const session = useSession();
  const {words} = session;
  const dialog = useRef<HTMLDialogElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [hasContent, setHasContent] = useState(false);
  const name = nameOf(extension, session);

  useEffect(() => {
    const element = dialog.current;
    const container = root.current;
    if (!element || !container) return;
    element.showModal();
    const arrival = new MutationObserver(() => setHasContent(container.childElementCount > 0));
    arrival.observe(container, {childList: true});
    const running = runExtension(
      runOf(extension, session, [order]),
      container,
      surroundingsOf(session, {close: () => element.close(), failed: setError}),
    );
    return () => {
      arrival.disconnect();
      running.stop();
    };
    // One run per opening: a language or staff switch cannot happen behind a modal.
  }, []);

  const askToClose = (): void => {
    if (root.current?.hasAttribute('data-busy')) setAsking(true);
    else dialog.current?.close();
  };

  return (
    <dialog
      ref={dialog}
      class="action"
      aria-label={name}
      onClose={onClosed}
      onCancel={(event) => {
        event.preventDefault();
        askToClose();
      }}
    >
      <button type="button" class="close" aria-label={words.close} onClick={askToClose}>
        ×
      </button>
      {isAsking && (
        <div class="ask" role="alertdialog" aria-label={words.busyClose}>
          <span>{words.busyClose}</span>
          <button type="button" onClick={() => setAsking(false)}>
            {words.stay}
          </button>
          <button type="button" class="danger" onClick={() => dialog.current?.close()}>
            {words.closeAnyway}
          </button>
        </div>
      )}
      {error !== null && <Failure message={`${words.extensionFailed}\n${error}`} />}
      {!hasContent && error === null && <Loading />}
      <div ref={root} class="surface" data-extension-name={name} data-busy-words={words.busy} />
    </dialog>
  );
}
