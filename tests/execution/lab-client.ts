import type {Lab, LabRequest} from '../../lab/admin-api/lab.ts';
import {adminApiOverFetch, sha256Hex} from '../../src/execution/index.ts';
import type {AdminApi, Environment, Fetch} from '../../src/execution/index.ts';

const VERSION = '2026-07';

/** The lab's Admin API in this process, through the same door as in an extension. */
export function adminOf(lab: Lab, access: Pick<LabRequest, 'staff' | 'scopes'> = {}): AdminApi {
  const fetch: Fetch = async (_url, {body}) => {
    const {query, variables} = JSON.parse(body) as {query: string; variables: Record<string, unknown>};
    const answer = await lab.handle({version: VERSION, query, variables, ...access});
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    const ok = answer.status >= 200 && answer.status < 300;
    return {ok, status: answer.status, statusText: '', text: () => Promise.resolve(text)};
  };
  return adminApiOverFetch(fetch, VERSION);
}

/** Time is the lab's, nonces count up. */
export function environmentOf(lab: Lab, staff: string, admin: AdminApi = adminOf(lab)): Environment {
  let nonces = 0;
  return {
    admin,
    now: () => lab.clock.now().getTime(),
    nonce: () => sha256Hex(`${staff} ${(nonces += 1)}`).slice(0, 32),
    hash: sha256Hex,
    wait: (milliseconds) => {
      lab.clock.advance(milliseconds);
      return Promise.resolve();
    },
    staff,
  };
}

/** Any document against the lab. @throws when it answers with an error */
export async function ask(lab: Lab, query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const {body} = await lab.handle({version: VERSION, query, variables});
  if (typeof body === 'string' || body.errors) throw new Error(JSON.stringify(body));
  return body.data;
}
