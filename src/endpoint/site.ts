import type {Endpoint} from './handler.ts';
import type {Visit} from './host.ts';

/**
 * The function's whole site: `…/actions` answers Flow (the actions' `runtime_url`), everything else says what this is, because
 * the app's address may be opened by a person (docs/unconfirmed.md, 20).
 */
export function siteOf(endpoint: Endpoint): (request: Request, visit?: Visit) => Promise<Response> {
  return (request, visit) => {
    if (new URL(request.url).pathname.endsWith('/actions')) return endpoint(request, visit);
    const text = 'This function carries out the Flow actions of Refund Recipes. There is nothing to see here.\n';
    return Promise.resolve(new Response(text, {headers: {'Content-Type': 'text/plain; charset=utf-8'}}));
  };
}
