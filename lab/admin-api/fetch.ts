/** The lab's Admin API as a `fetch`, in this process: for a server of the app, which asks for its token and then for GraphQL. */
import {LabNetworkError} from './faults.ts';
import type {Lab} from './lab-types.ts';
import {TOKEN_PATH, type TokenOffice} from './oauth.ts';

const API = /^\/admin\/api\/(\d{4}-\d{2}|unstable)\/graphql\.json$/;

interface Init {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers what `http.ts` answers behind a port; a cut network rejects. */
export function labFetch(lab: Lab, office: TokenOffice): (url: string, init: Init) => Promise<Response> {
  return async (url, {method, headers, body}) => {
    const given = new Headers(headers);
    const {pathname} = new URL(url);
    if (method === 'POST' && pathname === TOKEN_PATH) {
      const {status, body: answer} = office.exchange(given.get('content-type') ?? '', body);
      return Response.json(answer, {status});
    }
    const version = API.exec(pathname)?.[1];
    if (method !== 'POST' || version === undefined) return Response.json({errors: 'Not Found'}, {status: 404});
    const grant = office.grantOf(given.get('x-shopify-access-token') ?? '');
    if (!grant) return Response.json({errors: '[API] Invalid API key or access token'}, {status: 401});
    const {query, variables} = JSON.parse(body) as {query: string; variables: Record<string, unknown>};
    try {
      const answer = await lab.handle({version, query, variables, ...grant});
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      return new Response(text, {status: answer.status});
    } catch (error) {
      if (error instanceof LabNetworkError) throw new TypeError('fetch failed', {cause: error});
      throw error;
    }
  };
}
