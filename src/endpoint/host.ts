/** Everything outside that the function needs. Each host has one; tests bring their own clock and network. */
export interface Host {
  fetch(url: string, init: {method: string; headers: Record<string, string>; body: string}): Promise<Response>;
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Rings once, unless it is switched off before. */
  alarm(milliseconds: number): {readonly rings: Promise<void>; off(): void};
  /** At least 128 random bits as hex. */
  nonce(): string;
}

/** What a host adds to one request. */
export interface Visit {
  /** Keeps the function alive until this work is done, though the answer has been given. */
  waitUntil?(work: Promise<unknown>): void;
}

/** A host with web standards: Node, Cloudflare Workers, Deno and others. */
export function webHost(): Host {
  return {
    // Secret and token go to the address that was asked for, nowhere else: browsers' rules don't take them off on the way.
    fetch: (url, init) => fetch(url, {...init, redirect: 'manual'}),
    now: () => Date.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    alarm: (milliseconds) => {
      let timer: ReturnType<typeof setTimeout>;
      const rings = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      });
      return {rings, off: () => clearTimeout(timer)};
    },
    nonce: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
