/**
 * Replays recordings of a real store against the lab, by rule and not by case: whatever in a recording has a document,
 * variables and an answer is a step; the lab gets the same document and variables, and its answer has to be the same but
 * for ids, times, cursors, digests and throttle figures. Ids are followed: the one the lab gave stands for the recorded
 * one from then on, and has to go on doing so.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createLab, type Lab, type LabBody} from '../../lab/admin-api/index.ts';
import {writeMetafield} from '../../lab/admin-api/metafields/rows.ts';
import {putProduct} from '../../lab/admin-api/index.ts';

const RECORDINGS = new URL('../../../shared/conformance/', import.meta.url);
export const recordingsPresent: boolean = existsSync(RECORDINGS);

type Json = Readonly<Record<string, unknown>>;

export interface Step {
  /** Where in the recording it stands. */
  readonly path: string;
  readonly query: string;
  readonly variables: Json;
  readonly answer: Json;
}

export interface CostDifference {
  readonly step: string;
  readonly recorded: readonly [requested: number, actual: number];
  readonly lab: readonly [requested: number | null, actual: number | null];
}

export interface Replayed {
  readonly steps: number;
  readonly differences: readonly string[];
  readonly costs: readonly CostDifference[];
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Not the store's own words: what an emulator was expected to say, or a copy of a read that stands elsewhere. */
const NOT_RECORDED_HERE = new Set(['upstreamCalls', 'proxyExpected', 'expected']);

/** Some recordings keep answers only; these are the documents that they were made with, as far as the answers show. */
const PRODUCT_READ = `query ProductMetafields($id: ID!) { product(id: $id) { id
  primarySpec: metafield(namespace: "custom", key: "material") { ...Field }
  origin: metafield(namespace: "details", key: "origin") { ...Field }
  season: metafield(namespace: "details", key: "season") { ...Field }
  metafields(first: 10) { nodes { ...Field } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }
  fragment Field on Metafield { id namespace key type value compareDigest }`;
const METAFIELDS_SET = `mutation MetafieldsSet($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) {
  metafields { id namespace key type value compareDigest } userErrors { field message code elementIndex } } }`;

function answerOf(step: Json): Json | undefined {
  const answer = step['response'] ?? step['result'];
  if (!isJson(answer)) return undefined;
  const body = answer['payload'] ?? answer['body'] ?? answer;
  return isJson(body) && ('data' in body || 'errors' in body) ? body : undefined;
}

/** All steps of a recording, in the order in which they stand; a definition comes before the entries beside it. */
export function stepsOf(recording: unknown, path = ''): Step[] {
  if (Array.isArray(recording)) return recording.flatMap((one, index) => stepsOf(one, `${path}[${index}]`));
  if (!isJson(recording)) return [];
  const request = isJson(recording['request']) ? recording['request'] : {};
  const query = text(recording['query']) ?? text(recording['document']) ?? text(request['query']);
  const answer = answerOf(recording);
  const variables = isJson(request['variables']) ? request['variables'] : recording['variables'];
  const own: Step[] = [];
  if (answer) {
    const asked = query ?? (isJson(variables) && 'metafields' in variables ? METAFIELDS_SET : undefined);
    if (asked) own.push({path, query: asked, variables: isJson(variables) ? variables : {}, answer});
  }
  const inner = Object.entries(recording)
    .filter(([key]) => !NOT_RECORDED_HERE.has(key))
    .toSorted(([a], [b]) => Number(b === 'definitionCreate') - Number(a === 'definitionCreate'))
    .flatMap(([key, value]) => {
      const at = path === '' ? key : `${path}.${key}`;
      const product = isJson(value) && isJson(value['data']) ? value['data']['product'] : undefined;
      const id = isJson(product) ? product['id'] : undefined;
      if (id && isJson(value)) return [{path: at, query: PRODUCT_READ, variables: {id}, answer: value}];
      return stepsOf(value, at);
    });
  return [...own, ...inner];
}

const GID = /^gid:\/\/shopify\/([A-Za-z]+)\//;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const DIGEST = /^[0-9a-f]{64}$/;
const CURSOR_KEYS = new Set(['cursor', 'startCursor', 'endCursor']);

/** Lists over the whole store also show what others left there; only what the recording made itself can be compared. */
const WHOLE_STORE = /\.metaobjectDefinitions\.(edges|nodes)$/;

function isOwn(element: unknown, known: ReadonlyMap<string, string>): boolean {
  const node = isJson(element) && isJson(element['node']) ? element['node'] : element;
  return isJson(node) && known.has(String(node['id']));
}

/** Compares answers and learns which of the lab's ids and digests stand for which recorded ones. */
function compare(recorded: unknown, got: unknown, path: string, known: Map<string, string>): string[] {
  const differs = (): string[] => [`${path}: recorded ${JSON.stringify(recorded)}, lab ${JSON.stringify(got)}`];
  if (typeof recorded === 'string' && typeof got === 'string') {
    const type = GID.exec(recorded)?.[1];
    if (type !== undefined || DIGEST.test(recorded)) {
      const same = type === undefined ? DIGEST.test(got) : GID.exec(got)?.[1] === type;
      const before = known.get(recorded);
      if (!same || (before !== undefined && before !== got)) return differs();
      known.set(recorded, got);
      return [];
    }
    if (TIME.test(recorded)) return TIME.test(got) ? [] : differs();
    return recorded === got || CURSOR_KEYS.has(path.split('.').at(-1) ?? '') ? [] : differs();
  }
  if (Array.isArray(recorded) && Array.isArray(got)) {
    if (WHOLE_STORE.test(path))
      return compare(
        recorded.filter((one) => isOwn(one, known)),
        got,
        `${path} of this recording`,
        known,
      );
    if (recorded.length !== got.length) return differs();
    return recorded.flatMap((one, index) => compare(one, got[index], `${path}.${index}`, known));
  }
  if (isJson(recorded) && isJson(got)) {
    const extra = Object.keys(got).filter((key) => !(key in recorded));
    return [
      ...(extra.length > 0 ? [`${path}: the lab adds ${extra.join(', ')}`] : []),
      ...Object.entries(recorded).flatMap(([key, value]) => compare(value, got[key], `${path}.${key}`, known)),
    ];
  }
  return recorded === got ? [] : differs();
}

function translate(value: unknown, known: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return known.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => translate(one, known));
  if (!isJson(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, translate(inner, known)]));
}

/** What has to be there before the first step, as far as the recording shows it: a product with its metafields. */
function hydrate(recording: Json, lab: Lab): void {
  const before = recording['preconditionRead'];
  const product = isJson(before) && isJson(before['data']) ? before['data']['product'] : undefined;
  if (!isJson(product) || typeof product['id'] !== 'string') return;
  putProduct(lab.store, {id: product['id'], title: 'Recorded product'});
  const list = isJson(product['metafields']) ? product['metafields']['nodes'] : undefined;
  for (const one of Array.isArray(list) ? list.filter(isJson) : []) {
    writeMetafield(lab.store, {
      owner: product['id'],
      namespace: String(one['namespace']),
      key: String(one['key']),
      type: String(one['type']),
      value: String(one['value']),
    });
  }
}

/** The recorded store: Canadian dollars, the limits that its configuration shows, no Flow trigger deployed. */
function recordedStore(): Lab {
  return createLab({
    settings: {
      currency: 'CAD',
      giftCardIssueLimit: '3000.00',
      giftCardPurchaseLimit: '14000.00',
      flowTriggers: [],
      olderVersions: 'oldestSlice',
    },
  });
}

/** The names of all recordings whose name fits, without ".json". */
export function recordingNames(fitting: RegExp): string[] {
  return recordingsPresent
    ? readdirSync(RECORDINGS)
        .filter((name) => name.endsWith('.json') && fitting.test(name))
        .map((name) => name.slice(0, -'.json'.length))
        .toSorted()
    : [];
}

/** Whether a document asks about the schema itself: the lab's slice is smaller than Shopify's schema on purpose. */
const asksSchema = (query: string): boolean => /\b__(schema|type)\b/.test(query);

/**
 * Replays one recording on a fresh lab.
 * @param only which steps, by their path; all of them when left out
 */
export async function replay(name: string, only = /^/): Promise<Replayed> {
  const recording = JSON.parse(readFileSync(new URL(`${name}.json`, RECORDINGS), 'utf8')) as Json;
  const version = text(recording['apiVersion']) ?? name.slice(0, 7);
  const lab = recordedStore();
  hydrate(recording, lab);
  const known = new Map<string, string>();
  const differences: string[] = [];
  const costs: CostDifference[] = [];
  const steps = stepsOf(recording).filter((step) => !asksSchema(step.query) && only.test(step.path));
  for (const step of steps) {
    const variables = translate(step.variables, known) as Json;
    const response = await lab.handle({version, query: step.query, variables});
    const body: LabBody = typeof response.body === 'string' ? {} : response.body;
    for (const part of ['data', 'errors'] as const) {
      if (part in step.answer || part in body) {
        // What comes out of a GraphQL executor has no prototype; JSON makes it comparable.
        const got: unknown = JSON.parse(JSON.stringify(body[part] ?? null));
        differences.push(
          ...compare(translate(step.answer[part] ?? null, new Map()), got, `${step.path}.${part}`, known),
        );
      }
    }
    const extensions = isJson(step.answer['extensions']) ? step.answer['extensions'] : {};
    const cost = isJson(extensions['cost']) ? extensions['cost'] : undefined;
    if (!cost) continue;
    const recorded = [Number(cost['requestedQueryCost']), Number(cost['actualQueryCost'])] as const;
    const ours = [
      body.extensions?.cost.requestedQueryCost ?? null,
      body.extensions?.cost.actualQueryCost ?? null,
    ] as const;
    if (recorded[0] !== ours[0] || recorded[1] !== ours[1])
      costs.push({step: `${name}: ${step.path}`, recorded, lab: ours});
  }
  lab.close();
  return {steps: steps.length, differences, costs};
}
