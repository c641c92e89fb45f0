/** A block on the order page. */
import {useEffect, useRef, useState} from 'preact/hooks';
import {runExtension} from '../../host/page/run.ts';
import type {ExtensionInfo} from './api.ts';
import {Failure} from './parts.tsx';
import {nameOf, runOf, surroundingsOf} from './runs.ts';
import {useSession} from './session.ts';

interface BlockCardProps {
  extension: ExtensionInfo;
  order: string;
  onOpenAction(handle: string): void;
}

/** `extension:handle`, as the types say, or `extension://handle`, as their comments do. */
const ACTION_URL = /^extension:\/*([\w-]+)/;

export function BlockCard({extension, order, onOpenAction}: BlockCardProps) {
  const session = useSession();
  const root = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    if (!root.current) return;
    const surroundings = surroundingsOf(session, {failed: setError});
    const running = runExtension(runOf(extension, session, [order]), root.current, {
      ...surroundings,
      navigate: (url) => {
        const handle = ACTION_URL.exec(url)?.[1];
        if (handle !== undefined) onOpenAction(handle);
        else surroundings.navigate(url);
      },
    });
    return () => running.stop();
  }, [extension, order, session, onOpenAction]);

  return (
    <section class="sheet" aria-label={nameOf(extension, session)}>
      {error !== null && <Failure message={error} />}
      <div ref={root} class="surface" data-extension-name={nameOf(extension, session)} />
    </section>
  );
}
