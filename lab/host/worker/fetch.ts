/** `fetch` inside an extension: Shopify's Admin API, and nothing else. */
import type {RemoteHost} from './shopify.ts';

const ADMIN_URL = /^shopify:\/?\/?admin\/api\/([\w-]+)\/graphql\.json$/;

/** One Admin API request through the page, which signs it with the staff member's token. */
export async function adminFetch(host: RemoteHost, version: string, body: string): Promise<Response> {
  const answer = await host.adminRequest(version, body);
  return new Response(answer.body, {status: answer.status, headers: answer.headers});
}

/** The `fetch` that the extension gets. Refuses every address but `shopify:admin/api/<version>/graphql.json`. */
export function createFetch(host: RemoteHost): typeof fetch {
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const version = ADMIN_URL.exec(url)?.[1];
    if (version === undefined) {
      throw new TypeError(
        `The lab refuses ${url}: an extension without a backend may only call shopify:admin/api/<version>/graphql.json.`,
      );
    }
    if (init?.signal?.aborted === true) throw init.signal.reason;
    const answer = adminFetch(host, version, typeof init?.body === 'string' ? init.body : '');
    return init?.signal ? Promise.race([answer, aborted(init.signal)]) : answer;
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
  });
}
