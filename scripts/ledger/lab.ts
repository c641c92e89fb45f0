import {randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
import {OWN_APP} from '../../lab/admin-api/access.ts';
import {createLab} from '../../lab/admin-api/lab.ts';
import type {LabStaff} from '../../lab/staff.ts';
import {adminApiOverFetch, sha256Hex} from '../../src/execution/index.ts';
import type {Environment, Fetch} from '../../src/execution/index.ts';
import type {Language} from '../plan/arguments.ts';
import {wordsIn} from '../triggers/words.ts';
import {InputError} from '../../src/core/index.ts';
import versions from '../../graphql/versions.json' with {type: 'json'};

export interface Door {
  readonly env: Environment;
  close(): void;
}

/**
 * The way to a lab as one member of its staff: one that runs, by its URL, or a database file while none does.
 * @throws InputError when nobody answers there, or there is no such file
 */
export async function openLab(place: string, staff: LabStaff, language: Language): Promise<Door> {
  const rest = {
    nonce: () => randomBytes(16).toString('hex'),
    hash: sha256Hex,
    wait: async (milliseconds: number) => {
      await sleep(milliseconds);
    },
    staff: staff.id,
    i18n: {translate: wordsIn(language)},
  };
  if (!/^https?:\/\//.test(place)) {
    if (!existsSync(place)) throw new InputError('--lab', place, 'Name a lab’s database file or its URL.');
    const lab = createLab({database: place});
    const fetch: Fetch = async (_url, {body}) => {
      const {query, variables} = JSON.parse(body) as {query: string; variables: Record<string, unknown>};
      const answer = await lab.handle({version: versions.extensions, query, variables, staff, appId: OWN_APP});
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      const ok = answer.status >= 200 && answer.status < 300;
      return {ok, status: answer.status, statusText: '', text: () => Promise.resolve(text)};
    };
    const admin = adminApiOverFetch(fetch, versions.extensions);
    return {env: {...rest, admin, now: () => lab.clock.now().getTime()}, close: () => lab.close()};
  }
  const headers = {'x-shopify-access-token': staff.token};
  const own: Fetch = (url, init) =>
    fetch(url.replace('shopify:', `${place.replace(/\/$/, '')}/`), {...init, headers: {...init.headers, ...headers}});
  try {
    await fetch(place);
  } catch {
    throw new InputError('--lab', place, 'Start a lab with `npm start`, or name its database file.');
  }
  return {env: {...rest, admin: adminApiOverFetch(own, versions.extensions), now: Date.now}, close: () => undefined};
}
