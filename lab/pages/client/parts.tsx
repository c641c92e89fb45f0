/** Small pieces that the pages share. */
import type {ComponentChildren} from 'preact';
import {useCallback, useEffect, useState} from 'preact/hooks';
import {both, type MoneyBag} from './format.ts';
import {useSession} from './session.ts';
import {stateWords} from './words.ts';

/** A link within the lab. */
export function Anchor({to, current, children}: {to: string; current?: boolean; children: ComponentChildren}) {
  const {go} = useSession();
  return (
    <a
      href={to}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

/** An amount as the customer paid it, and in the shop's currency where that is another. */
export function Amount({bag, minus = false}: {bag: MoneyBag; minus?: boolean}) {
  const {language} = useSession();
  const {main, shop} = both(bag, language);
  const sign = minus ? '−\u2009' : '';
  return (
    <span class="amount">
      {sign}
      {main}
      {shop !== null && (
        <span class="shop-amount">
          {sign}
          {shop}
        </span>
      )}
    </span>
  );
}

const TONES: Record<string, string> = {
  PAID: 'good',
  FULFILLED: 'good',
  SUCCESS: 'good',
  PARTIALLY_REFUNDED: 'info',
  REFUNDED: 'info',
  PENDING: 'warn',
  PARTIALLY_PAID: 'warn',
  AUTHORIZED: 'warn',
  UNFULFILLED: 'warn',
  PARTIALLY_FULFILLED: 'warn',
  IN_PROGRESS: 'warn',
  RETURN_REQUESTED: 'warn',
  FAILURE: 'bad',
  ERROR: 'bad',
  RETURN_FAILED: 'bad',
};

/** A state of Shopify's as a word in a coloured field. */
export function State({state}: {state: string | null}) {
  const {language} = useSession();
  if (state === null || state === 'NO_RETURN') return <span class="none">—</span>;
  return <span class={`state ${TONES[state] ?? 'neutral'}`}>{stateWords(state, language)}</span>;
}

/** Says that the customer's bank disputes a payment. */
export function Dispute({disputes}: {disputes: {status: string}[]}) {
  const {words} = useSession();
  return disputes.length === 0 ? null : <span class="state bad">{words.dispute}</span>;
}

export type Loaded<Value> =
  | {phase: 'loading'; value: Value | null}
  | {phase: 'failed'; message: string; error: unknown}
  | {phase: 'ready'; value: Value};

/** Loads on first sight and again on `reload`; what was there stays visible meanwhile. */
export function useLoaded<Value>(load: () => Promise<Value>): [state: Loaded<Value>, reload: () => void] {
  const [state, setState] = useState<Loaded<Value>>({phase: 'loading', value: null});
  const reload = useCallback(() => {
    setState((before) => ({phase: 'loading', value: before.phase === 'failed' ? null : before.value}));
    load().then(
      (value) => setState({phase: 'ready', value}),
      (error: unknown) =>
        setState({phase: 'failed', message: error instanceof Error ? error.message : String(error), error}),
    );
  }, [load]);
  useEffect(reload, [reload]);
  return [state, reload];
}

/** What went wrong, in full, and a way on. */
export function Failure({message, onRetry}: {message: string; onRetry?: () => void}) {
  const {words} = useSession();
  return (
    <div class="failure" role="alert">
      <strong>{words.failed}</strong>
      <pre>{message}</pre>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

export function Loading() {
  const {words} = useSession();
  return (
    <p class="waiting" role="status">
      {words.loading}
    </p>
  );
}
