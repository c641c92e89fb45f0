/** What the pages ask of the lab's server. */
import type {AdminAnswer} from '../../host/protocol.ts';
import {recordCall} from './calls.ts';
import {
  ADD_TAG,
  BESIDE,
  MORE_LINES,
  ORDER,
  ORDERS,
  REMOVE_TAG,
  type BesideAnswer,
  type Evidence,
  type IssuedCard,
  type LinesAnswer,
  type OrderAnswer,
  type OrderDetails,
  type OrderRow,
  type OrdersAnswer,
  type TagAnswer,
} from './queries.ts';

export interface StaffChoice {
  /** The access token that a request of this staff member carries. */
  token: string;
  /** gid://shopify/StaffMember/… */
  id: string;
  name: string;
  /** What sets this one apart, by language. */
  note: Record<string, string>;
}

export interface ExtensionInfo {
  handle: string;
  target: string;
  apiVersion: string;
  bundle: string;
  /** The should-render bundle, where there is one. */
  conditions: string | null;
  /** Name by language; `default` for any other. */
  names: Record<string, string>;
  /** Flat translations by language, each complete: the default's words stand in for missing ones. */
  messages: Record<string, Record<string, string>>;
}

export interface LabConfig {
  shop: string;
  staff: StaffChoice[];
  extensions: ExtensionInfo[];
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

async function ask<Answer>(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const {data, errors} = (await post('/lab/pages/graphql', {query, variables})) as {
    data?: Answer;
    errors?: {message: string}[];
  };
  // A field that failed leaves the rest usable; without any data there is nothing to show.
  const problems = (errors ?? []).map((error) => error.message).join('\n');
  if (!data) throw new Error(problems || 'The lab gave no data.');
  if (problems !== '') console.warn(problems);
  return data;
}

export async function loadConfig(): Promise<LabConfig> {
  const response = await fetch('/lab/config.json');
  return (await response.json()) as LabConfig;
}

export async function loadOrders(): Promise<OrderRow[]> {
  return (await ask<OrdersAnswer>(ORDERS)).orders.nodes;
}

/** An order, and what the app left for it elsewhere in the shop. */
export interface WholeOrder extends OrderDetails {
  evidence: Evidence[];
  giftCards: IssuedCard[];
}

/** An order with all its lines, however many. */
export async function loadOrder(id: string): Promise<WholeOrder | null> {
  const [{order}, {metaobjects, giftCards}] = await Promise.all([
    ask<OrderAnswer>(ORDER, {id}),
    ask<BesideAnswer>(BESIDE),
  ]);
  if (!order) return null;
  const lines = order.lineItems;
  while (lines.pageInfo.hasNextPage) {
    const more = (await ask<LinesAnswer>(MORE_LINES, {id, after: lines.pageInfo.endCursor})).order?.lineItems;
    if (!more) break;
    lines.nodes.push(...more.nodes);
    lines.pageInfo = more.pageInfo;
  }
  const evidence = metaobjects.nodes.filter((one) => one.order?.value === id);
  // A gift card knows no order: the evidence names it.
  const named = evidence.map((one) => one.evidence?.value ?? '').join();
  return {...order, evidence, giftCards: giftCards.nodes.filter((card) => named.includes(`"${card.id}"`))};
}

/** Sets a tag on an order or takes it off. @throws where Shopify refuses it */
export async function changeTag(kind: 'tagsAdd' | 'tagsRemove', id: string, tag: string): Promise<void> {
  const answer = await ask<TagAnswer>(kind === 'tagsAdd' ? ADD_TAG : REMOVE_TAG, {id, tags: [tag]});
  const [problem] = answer.changed.userErrors;
  if (problem) throw new Error(problem.message);
}

export async function resetShop(): Promise<void> {
  await post('/lab/api/reset', {});
}

/** An extension's request, with the staff member's token, noted in the log of calls. */
export async function adminRequest(token: string, version: string, body: string): Promise<AdminAnswer> {
  const started = performance.now();
  const note = (answer: AdminAnswer): AdminAnswer => {
    recordCall(body, answer, performance.now() - started);
    return answer;
  };
  try {
    const response = await fetch(`/admin/api/${version}/graphql.json`, {
      method: 'POST',
      headers: {'content-type': 'application/json', 'x-shopify-access-token': token},
      body,
    });
    return note({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    });
  } catch (error) {
    note({status: 0, headers: {}, body: String(error)});
    throw error;
  }
}

/**
 * An ID token as Shopify's has its parts; nobody verifies it here. Its subject is the staff member's number.
 */
export function idToken(staffId: string, shop: string): string {
  const part = (value: unknown): string =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: 'local-lab',
    sub: staffId.split('/').at(-1),
    iat: now,
    nbf: now,
    exp: now + 60,
  };
  return `${part({alg: 'none', typ: 'JWT'})}.${part(payload)}.local-lab`;
}
