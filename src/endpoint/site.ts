import type {Endpoint} from './handler.ts';
import type {Visit} from './host.ts';

const TEXT = {'Content-Type': 'text/plain; charset=utf-8'};

/**
 * The function's whole site: `…/actions` answers Flow (the actions' `runtime_url`), every other page says what this is, because
 * the app's address may be opened by a person (docs/unconfirmed.md, 20). A call that went astray is not found: Flow would take
 * any 200 for a refund.
 */
export function siteOf(endpoint: Endpoint): (request: Request, visit?: Visit) => Promise<Response> {
  return (request, visit) => {
    if (new URL(request.url).pathname.endsWith('/actions')) return endpoint(request, visit);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return Promise.resolve(new Response('Flow’s actions are answered at /actions.\n', {status: 404, headers: TEXT}));
    }
    const text = 'This function carries out the Flow actions of Refund Recipes. There is nothing to see here.\n';
    return Promise.resolve(new Response(text, {headers: TEXT}));
  };
}
