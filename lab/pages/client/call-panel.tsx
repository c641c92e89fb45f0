/** The drawer at the foot of the page: every Admin API call of the extension, with its cost. */
import {useEffect, useState} from 'preact/hooks';
import {clearCalls, currentCalls, onCalls, type Call} from './calls.ts';
import {readable} from './graphql-text.ts';
import {useSession} from './session.ts';
import {fill} from './words.ts';

export function CallPanel() {
  const {words} = useSession();
  const [calls, setCalls] = useState(currentCalls);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onCalls(() => setCalls(currentCalls())), []);
  const cost = calls.reduce((sum, call) => sum + (call.actualCost ?? 0), 0);
  return (
    <section class={isOpen ? 'calls open' : 'calls'} aria-label={words.calls}>
      <div class="calls-head">
        <button type="button" class="toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {words.calls}
        </button>
        <span class="sum">{fill(calls.length === 1 ? words.callSumOne : words.callSum, {n: calls.length, cost})}</span>
        {isOpen && calls.length > 0 && (
          <>
            <Copy words={words.copyAll} text={() => JSON.stringify(calls, null, 2)} />
            <button type="button" class="quiet" onClick={clearCalls}>
              {words.clear}
            </button>
          </>
        )}
      </div>
      {isOpen && (
        <div class="calls-body" tabIndex={0}>
          {calls.length === 0 && <p class="soft">{words.noCalls}</p>}
          {calls.map((call) => (
            <CallRow key={call.number} call={call} />
          ))}
        </div>
      )}
    </section>
  );
}

/** Copies a text; the button says for a moment that it did. */
function Copy({words: name, text}: {words: string; text(): string}) {
  const {words, toast} = useSession();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setDone(true),
      (error: unknown) => toast(`${words.failed}: ${String(error)}`, true),
    );
  };
  return (
    <button type="button" class="quiet" onClick={copy}>
      <span aria-live="polite">{done ? words.copied : name}</span>
    </button>
  );
}

function CallRow({call}: {call: Call}) {
  const {words, language} = useSession();
  const problems = [
    call.status !== 200 && String(call.status),
    call.errors > 0 && `${call.errors} ${words.errors}`,
    call.userErrors > 0 && `${call.userErrors} ${words.userErrors}`,
  ].filter((problem) => problem !== false);
  return (
    <details class={problems.length > 0 ? 'call wrong' : 'call'}>
      <summary>
        <span class="number">{call.number}</span>
        <code>{call.operation}</code>
        <span class="problems">{problems.join(' · ')}</span>
        <span class="figure">
          {words.requested} {call.requestedCost ?? '—'} · {words.actual} {call.actualCost ?? '—'}
        </span>
        <span class="figure">
          {new Intl.NumberFormat(language, {maximumFractionDigits: 1}).format(call.milliseconds)} ms
        </span>
      </summary>
      <div class="exchange">
        <p class="copy">
          <Copy words={words.copy} text={() => JSON.stringify(call, null, 2)} />
        </p>
        <div>
          <h3>{words.variables}</h3>
          <pre tabIndex={0}>{JSON.stringify(call.variables, null, 2)}</pre>
          <h3>{words.document}</h3>
          <pre tabIndex={0}>{readable(call.document)}</pre>
        </div>
        <div>
          <h3>{words.answer}</h3>
          <pre tabIndex={0}>{typeof call.answer === 'string' ? call.answer : JSON.stringify(call.answer, null, 2)}</pre>
        </div>
      </div>
    </details>
  );
}
