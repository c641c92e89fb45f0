import versions from '../../graphql/versions.json' with {type: 'json'};
import {AdminError, adminApiOverFetch} from '../execution/index.ts';
import type {AdminApi, Fetch} from '../execution/index.ts';
import type {EndpointConfig} from './config.ts';
import type {Host} from './host.ts';
import {Refusal} from './refusal.ts';
import type {TokenSource} from './token.ts';

/**
 * The Admin API with the app's own rights. A 401 comes before anything is carried out: the token is asked for anew and the
 * request sent once more. Where there is no token to be had, nothing was sent: the AdminErrors say `landed: no`.
 */
export function adminFor(config: EndpointConfig, host: Host, tokens: TokenSource): AdminApi {
  const send: Fetch = async (url, init) => {
    const place = url.replace('shopify:', `${config.origin}/`);
    const attempt = async (token: string) =>
      host.fetch(place, {...init, headers: {...init.headers, 'X-Shopify-Access-Token': token}});
    const token = await tokenFrom(tokens);
    const answer = await attempt(token);
    if (answer.status !== 401) return answer;
    tokens.forget(token);
    return attempt(await tokenFrom(tokens));
  };
  return adminApiOverFetch(send, versions.extensions);
}

async function tokenFrom(tokens: TokenSource): Promise<string> {
  try {
    return await tokens.token();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new AdminError(error.status === 503 ? 'throttled' : 'accessDenied', 'Shopify gave no access token.');
  }
}
