/** The log of the extension's API calls: a small store that the panel at the foot of the page listens to. */
import type {AdminAnswer} from '../../host/protocol.ts';

export interface Call {
  number: number;
  operation: string;
  document: string;
  variables: unknown;
  status: number;
  /** Parsed where it is JSON. */
  answer: unknown;
  milliseconds: number;
  requestedCost: number | null;
  actualCost: number | null;
  errors: number;
  userErrors: number;
}

let calls: Call[] = [];
let count = 0;
const listeners = new Set<() => void>();

export function currentCalls(): Call[] {
  return calls;
}

/** Calls `listener` after every change; returns how to stop. */
export function onCalls(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function clearCalls(): void {
  calls = [];
  for (const listener of listeners) listener();
}

interface Costed {
  errors?: unknown[];
  data?: Record<string, {userErrors?: unknown[]} | null> | null;
  extensions?: {cost?: {requestedQueryCost?: number; actualQueryCost?: number}};
}

export function recordCall(body: string, answer: AdminAnswer, milliseconds: number): void {
  const request = parse(body) as {query?: string; variables?: unknown} | null;
  const parsed = parse(answer.body);
  const costed = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Costed;
  const query = request?.query ?? '';
  count += 1;
  calls = [
    ...calls,
    {
      number: count,
      operation: /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '—',
      document: query,
      variables: request?.variables ?? {},
      status: answer.status,
      answer: parsed ?? answer.body,
      milliseconds,
      requestedCost: costed.extensions?.cost?.requestedQueryCost ?? null,
      actualCost: costed.extensions?.cost?.actualQueryCost ?? null,
      errors: Array.isArray(costed.errors) ? costed.errors.length : costed.errors ? 1 : 0,
      userErrors: Object.values(costed.data ?? {}).reduce((sum, root) => sum + (root?.userErrors?.length ?? 0), 0),
    },
  ];
  for (const listener of listeners) listener();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
