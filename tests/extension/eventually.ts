import {vi} from 'vitest';

/** Waits until the check throws no more, long enough for a machine that is busy with other tests, and gives what it returns. */
export function eventually<Value>(check: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(check, {timeout: 15_000, interval: 5});
}
