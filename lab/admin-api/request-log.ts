/** The newest requests with their cost, for pages and tests. */
import type {LabResponse, LoggedRequest} from './lab-types.ts';

const LENGTH = 500;

export interface RequestLog {
  note(
    entry: Omit<LoggedRequest, 'errors' | 'userErrors' | 'actualQueryCost' | 'status'>,
    response?: LabResponse,
  ): void;
  /** Oldest first. */
  all(): readonly LoggedRequest[];
  clear(): void;
}

function countUserErrors(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  let count = 0;
  for (const payload of Object.values(data)) {
    if (typeof payload !== 'object' || payload === null) continue;
    for (const [key, list] of Object.entries(payload))
      if (key.endsWith('serErrors') && Array.isArray(list)) count += list.length;
  }
  return count;
}

export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    note(entry, response) {
      const body = typeof response?.body === 'object' ? response.body : undefined;
      entries.push({
        ...entry,
        status: response?.status ?? 0,
        errors: Array.isArray(body?.errors) ? body.errors.length : body?.errors === undefined ? 0 : 1,
        userErrors: countUserErrors(body?.data),
        actualQueryCost: body?.extensions?.cost.actualQueryCost ?? null,
      });
      if (entries.length > LENGTH) entries = entries.slice(-LENGTH);
    },
    all: () => entries,
    clear() {
      entries = [];
    },
  };
}
