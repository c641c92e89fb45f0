import versions from '../../graphql/versions.json' with {type: 'json'};
import {createLab, type Lab} from '../../lab/admin-api/lab.ts';
import {deployApp} from '../../lab/deploy.ts';
import {seed} from '../../lab/seed/index.ts';
import {adminApiOverFetch} from '../../src/execution/admin/over-fetch.ts';
import {sha256Hex} from '../../src/execution/hash.ts';
import type {Host} from '../../src/ui/host.ts';
import {createOrderAction} from '../../src/ui/order-action/controller.ts';

interface Counted {
  readonly requests: number;
  /** Points that Shopify would charge (actual query cost). */
  readonly cost: number;
  /** Name and points of each, in order. */
  readonly operations: readonly string[];
}

export interface RequestsResult {
  readonly open: Counted;
  /** Shopify's own figures, asked when *Refund* is pressed, before anything is confirmed. */
  readonly ask: Counted;
  /** From the confirmation until the refund is recorded. */
  readonly refund: Counted;
  /** Then Flow is told: what it reads, the triggers, and that Flow took them. */
  readonly tell: Counted;
}

/** The order of the seeded shop that the main job is shown on. */
const ORDER = '#1001';
const PARTS = 'shipping,returnLabel';

async function orderId(lab: Lab): Promise<string> {
  const query = 'query ($query: String) { orders(first: 1, query: $query) { nodes { id name } } }';
  const {body} = await lab.handle({version: versions.extensions, query, variables: {query: `name:${ORDER}`}});
  const found = (body as {data?: {orders?: {nodes?: {id: string; name: string}[]}}}).data?.orders?.nodes?.[0];
  if (found?.name !== ORDER) throw new Error(`The seeded shop has no order ${ORDER}.`);
  return found.id;
}

/** The action's host, in this process: requests go to the local Admin API, nothing waits. */
function hostOn(lab: Lab, id: string): Host {
  let nonces = 0;
  return {
    orderId: id,
    admin: adminApiOverFetch(async (_url, {body}) => {
      const {query, variables} = JSON.parse(body) as {query: string; variables: Record<string, unknown>};
      const response = await lab.handle({version: versions.extensions, query, variables});
      const text = typeof response.body === 'string' ? response.body : JSON.stringify(response.body);
      return {ok: response.status === 200, status: response.status, statusText: '', text: () => Promise.resolve(text)};
    }, versions.extensions),
    i18n: {translate: (key) => key, formatCurrency: String, formatNumber: String, formatDate: String},
    storage: {get: () => Promise.resolve(null), set: () => Promise.resolve()},
    now: () => Date.now(),
    wait: () => Promise.resolve(),
    nonce: () => (nonces += 1).toString(16).padStart(32, '0'),
    hash: sha256Hex,
    staff: () => Promise.resolve(null),
    close: () => undefined,
  };
}

function countedSince(lab: Lab, before: number, end?: number): Counted {
  const entries = lab.log().slice(before, end);
  const points = entries.map(({actualQueryCost}) => actualQueryCost ?? 0);
  return {
    requests: entries.length,
    cost: points.reduce((total, point) => total + point, 0),
    operations: entries.map(({operation}, index) => `${operation ?? '?'} ${points[index] ?? 0}`),
  };
}

/**
 * Drives the action's own controller against the local Admin API: opening it on #1001, then *Refund shipping plus return-label
 * credit* with a label of 7.45: asking Shopify for its figures, and carrying it out.
 * @throws Error when the refund doesn't end as done
 */
export async function benchRequests(): Promise<RequestsResult> {
  const lab = createLab({seed});
  deployApp(lab);
  try {
    const id = await orderId(lab);
    const action = createOrderAction(hostOn(lab, id));

    let before = lab.log().length;
    await action.load();
    const open = countedSince(lab, before);

    const recipes = action.state().session?.recipes ?? [];
    const recipe = recipes.find(({parts}) => parts.map(({kind}) => kind).join(',') === PARTS);
    if (!recipe) throw new Error(`No recipe of the parts ${PARTS} is offered.`);
    action.dispatch({type: 'recipe', handle: recipe.handle});
    action.dispatch({type: 'typed', field: 'amount', id: 'returnLabel', text: '7.45'});

    before = lab.log().length;
    await action.ask();
    const ask = countedSince(lab, before);

    before = lab.log().length;
    await action.run();
    // Flow is told once the refund is recorded: nobody's money waits for it.
    const end = lab.log().findIndex(({operation}, index) => index >= before && operation === 'TriggerFacts');
    const refund = countedSince(lab, before, end);
    const tell = countedSince(lab, end);
    const {screen} = action.state();
    if (screen.name !== 'finished' || screen.outcome.state !== 'done') {
      throw new Error(`The refund ended at ${JSON.stringify(screen).slice(0, 400)}`);
    }
    return {open, ask, refund, tell};
  } finally {
    lab.close();
  }
}
