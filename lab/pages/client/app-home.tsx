/** App Home, where an extension brings it. */
import {useEffect, useRef, useState} from 'preact/hooks';
import {runExtension} from '../../host/page/run.ts';
import {Failure} from './parts.tsx';
import {nameOf, runOf, surroundingsOf} from './runs.ts';
import {useSession} from './session.ts';

export function AppHome() {
  const session = useSession();
  const {config, words} = session;
  const extension = config.extensions.find((one) => one.target === 'admin.app.home.render');
  const root = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [isLoading, setLoading] = useState(false);

  useEffect(() => {
    if (!root.current || !extension) return;
    const running = runExtension(
      runOf(extension, session, []),
      root.current,
      surroundingsOf(session, {failed: setError, setLoading}),
    );
    return () => running.stop();
  }, [extension, session]);

  /** As in Shopify's admin, a link to `shopify:admin/…` stays inside it. */
  const follow = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || !link.href.startsWith('shopify:')) return;
    event.preventDefault();
    surroundingsOf(session, {failed: setError}).navigate(link.href);
  };

  if (!extension) return <p class="empty">{words.unavailable}</p>;
  return (
    <div class="page" aria-busy={isLoading}>
      {error !== null && <Failure message={error} />}
      <div ref={root} class="surface" onClick={follow} data-extension-name={nameOf(extension, session)} />
    </div>
  );
}
