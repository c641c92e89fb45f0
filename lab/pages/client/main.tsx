/** Starts the lab's pages. */
import '../../host/elements/index.ts';
import {render} from 'preact';
import {useCallback, useEffect, useMemo, useState} from 'preact/hooks';
import {loadConfig, type LabConfig} from './api.ts';
import {AppHome} from './app-home.tsx';
import {CallPanel} from './call-panel.tsx';
import {FlowPage} from './flow/flow-page.tsx';
import {RunPage} from './flow/run-page.tsx';
import {WorkflowPage} from './flow/workflow-page.tsx';
import {Header} from './header.tsx';
import {OrderPage} from './order-page.tsx';
import {OrdersPage} from './orders-page.tsx';
import {SessionContext, storedLanguage, storedStaff, storeLanguage, storeStaff, type Session} from './session.ts';
import {wordsOf} from './words.ts';

interface Toast {
  message: string;
  isError: boolean;
}

function Lab({config}: {config: LabConfig}) {
  const [language, setLanguage] = useState(storedLanguage);
  const [staff, setStaff] = useState(() => storedStaff(config));
  const [path, setPath] = useState(location.pathname);
  const [toast, setToast] = useState<Toast | null>(null);
  const [generation, setGeneration] = useState(0);

  document.documentElement.lang = language;
  useEffect(() => storeLanguage(language), [language]);
  useEffect(() => storeStaff(staff), [staff]);
  useEffect(() => {
    const follow = (): void => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  useEffect(() => {
    // Errors stay until they are closed: nobody reads two lines in a moment.
    if (!toast || toast.isError) return;
    const timer = setTimeout(() => setToast(null), 5000);
    return () => clearTimeout(timer);
  }, [toast]);

  const go = useCallback((to: string) => {
    history.pushState(null, '', to);
    setPath(to);
    setToast(null);
    scrollTo(0, 0);
  }, []);
  const showToast = useCallback((message: string, isError = false) => setToast({message, isError}), []);
  const session = useMemo<Session>(
    () => ({config, language, words: wordsOf(language), staff, go, toast: showToast}),
    [config, language, staff, go, showToast],
  );

  return (
    <SessionContext.Provider value={session}>
      <Header
        path={path}
        onLanguage={setLanguage}
        onStaff={setStaff}
        onReset={() => {
          setGeneration((before) => before + 1);
          showToast(session.words.resetDone);
        }}
      />
      <main id="main">
        <Page key={generation} path={path} />
      </main>
      {!path.startsWith('/flow') && <CallPanel />}
      <div class="toasts" role="status">
        {toast && (
          <div class={toast.isError ? 'toast bad' : 'toast'}>
            <span>{toast.message}</span>
            {toast.isError && (
              <button type="button" onClick={() => setToast(null)}>
                {session.words.close}
              </button>
            )}
          </div>
        )}
      </div>
    </SessionContext.Provider>
  );
}

function Page({path}: {path: string}) {
  const order = /^\/orders\/(\d+)$/.exec(path)?.[1];
  if (order !== undefined) return <OrderPage key={order} id={`gid://shopify/Order/${order}`} />;
  if (path === '/app') return <AppHome />;
  if (path.startsWith('/flow')) return <Flow path={path} />;
  return <OrdersPage />;
}

function Flow({path}: {path: string}) {
  const [, kind, id] = /^\/flow\/(workflows|runs)\/([^/]+)$/.exec(path) ?? [];
  if (kind === 'workflows' && id) return <WorkflowPage key={id} id={id} />;
  if (kind === 'runs' && id) return <RunPage key={id} id={id} />;
  return <FlowPage />;
}

const root = document.getElementById('lab');
if (root) {
  const config = await loadConfig();
  render(<Lab config={config} />, root);
}
