import {MessageChannel} from 'node:worker_threads';
import {describe, expect, it} from 'vitest';
import {RunThread} from './run-thread.ts';

/** A thread to a worker that never answers. */
function silent(): {thread: RunThread; ended: AbortController; close(): void} {
  const {port1, port2} = new MessageChannel();
  port1.start();
  const ended = new AbortController();
  const thread = new RunThread(port1 as unknown as Worker, {signal: ended.signal});
  return {
    thread,
    ended,
    close: () => {
      port1.close();
      port2.close();
    },
  };
}

describe('RunThread', () => {
  it('ends a call that waits for its answer when the run ends', async () => {
    const {thread, ended, close} = silent();
    const answer = thread.imports.shouldRender({} as never);
    ended.abort();
    expect(await answer).toBeUndefined();
    close();
  });

  it('lets a call after the end go nowhere', async () => {
    const {thread, ended, close} = silent();
    ended.abort();
    expect(await thread.imports.shouldRender({} as never)).toBeUndefined();
    close();
  });
});
