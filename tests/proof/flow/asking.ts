import {ask} from '../../execution/lab-client.ts';
import {executePlan} from '../../../src/execution/index.ts';
import {planOfRequest} from '../../../src/execution/requests/plan.ts';
import {type Break, WHOLE} from './broken.ts';
import {built, eventOf, withConstants} from './file.ts';
import {euros, sameMoney} from './paying.ts';
import {FlowShop, type Moved} from './shop.ts';
import {READINGS} from './scenarios.ts';
import {type Proved, together} from './proved.ts';

/** A workflow that asks for a refund, and what is paid when a person releases it. */
interface Asking {
  readonly handle: string;
  readonly event: string;
  readonly recipe: string;
  readonly reason: string;
  readonly pays: Moved;
  /** The tag by which orders are found; null: a person starts it. */
  readonly asking: string | null;
  /** What it can't ask for, and a part of the mail that says so. */
  readonly refuses: {
    readonly order: string;
    readonly constants?: Readonly<Record<string, string>>;
    readonly says: string;
  };
}

const LABEL = {
  recipe: 'shipping-plus-label',
  pays: {refunded: 695, credit: 745, giftCards: 0},
  refuses: {order: '#1008', says: 'The order was paid in USD, and the label’s amount is in EUR'},
};

export const ASKING: readonly Asking[] = [
  {
    handle: 'ask-label-by-hand-refrec',
    event: 'ask-label-by-hand',
    reason: 'Return with a label that the customer paid for',
    asking: null,
    ...LABEL,
  },
  {
    handle: 'ask-label-tagged-refrec',
    event: 'ask-label-tagged',
    reason: 'Tagged “Refund shipping and label”',
    asking: 'Refund shipping and label',
    ...LABEL,
  },
  {
    handle: 'request-tagged-refrec',
    event: 'request-tagged',
    recipe: 'full-refund',
    reason: 'Tagged “Refund please”',
    pays: {refunded: 5695, credit: 0, giftCards: 0},
    asking: 'Refund please',
    refuses: {order: '#1001', constants: {RECIPE: ''}, says: "RECIPE: '' can't be used."},
  },
];

const DELIVERIES = ['once', 'twice', 'twiceInterleaved'] as const;

/** However often it runs, one request waits; it is released once; asked again afterwards, nothing comes back. */
export async function proveAsking(
  {handle, event, recipe, reason, pays, asking}: Asking,
  broken: Break = WHOLE,
): Promise<Proved> {
  const failures: string[] = [];
  const text = broken(built(handle));
  const happened = eventOf(event);
  let runs = 0;
  for (const reading of READINGS) {
    for (const delivery of DELIVERIES) {
      const at = `${handle}, ${delivery}, userErrors ${reading.userErrors}`;
      const shop = new FlowShop('#1001');
      await shop.run(text, happened, {...reading, delivery});
      const {waiting, tags} = await shop.now();
      const [request, ...others] = waiting.requests;
      if (!request || others.length > 0) failures.push(`${at}: ${waiting.requests.length} requests wait`);
      if (request?.recipe.handle !== recipe || request.reason !== reason)
        failures.push(`${at}: asks for another thing`);
      if (tags.join() !== 'Refund waiting') failures.push(`${at}: tagged ${tags.join(', ')}`);
      if (unsaid(shop)) failures.push(`${at}: a run that was turned away mailed nothing`);
      await shop.tag('#1001', ['Refund waiting'], 'tagsRemove');
      await shop.run(text, happened, {delivery: 'once'});
      const asked = (await shop.now()).tags.join();
      if (asked !== 'Refund waiting') failures.push(`${at}: asked while it waits, tagged ${asked}`);
      const before = await shop.moved();
      if (!sameMoney(before, NOTHING)) failures.push(`${at}: moved ${euros(before)} by itself`);
      if (request) failures.push(...(await released(shop, request.id)).map((wrong) => `${at}: ${wrong}`));
      const moved = await shop.moved();
      if (!sameMoney(moved, pays)) failures.push(`${at}: released, it moved ${euros(moved)} instead of ${euros(pays)}`);
      await shop.run(text, happened, {delivery: 'once'});
      const after = await shop.now();
      if (after.waiting.requests.length > 0) failures.push(`${at}: it was asked for again after it was paid`);
      if (asking !== null && after.tags.includes(asking)) failures.push(`${at}: still tagged “${asking}”`);
      const last = shop.mails.at(-1);
      if (last?.subject !== 'Order #1001: no refund was asked for' || !last.message.includes('it was paid'))
        failures.push(`${at}: asked after it was paid, mailed “${last?.message ?? ''}”`);
      runs += shop.runs.length;
      shop.close();
    }
  }
  return {runs, failures};
}

/** Whether a run could not write the request, and mailed nobody. */
function unsaid(shop: FlowShop): boolean {
  return shop.runs.some(({steps}) => {
    const lost = steps.some(({name, port}) => name === 'Is the request on the order?' && port === 'false');
    return lost && !steps.some(({did}) => did.startsWith('Mailed '));
  });
}

/** What it can't ask for it leaves to a person: a tag, and a mail that says why. */
export async function proveUnasked({handle, event, asking, refuses}: Asking, broken: Break = WHOLE): Promise<Proved> {
  const {order, constants = {}, says} = refuses;
  const shop = new FlowShop(order);
  const happened = eventOf(event);
  const given = asking === null ? [] : [{order, addTags: [asking]}];
  await shop.run(broken(withConstants(built(handle), constants)), {
    ...happened,
    ...(happened.order === undefined ? {} : {order}),
    given,
  });
  const {tags, waiting} = await shop.now();
  shop.close();
  const mailed = shop.mails.map(({message}) => message).join(' · ');
  const failures = [
    ...(waiting.anything ? ['something waits'] : []),
    ...(tags.includes('Refund needs a person') && !tags.includes(asking ?? '') ? [] : [`tagged ${tags.join(', ')}`]),
    ...(mailed.includes(says) ? [] : [`mailed ${mailed || 'nothing'}`]),
  ];
  return {runs: 1, failures: failures.map((wrong) => `${handle}, ${order} (${says}): ${wrong}`)};
}

const NOTHING: Moved = {refunded: 0, credit: 0, giftCards: 0};

/** What staff do: plan the request as things stand, and carry it out. */
async function released(shop: FlowShop, requestId: string): Promise<readonly string[]> {
  shop.pass(60_000);
  const env = shop.staff();
  const {plan, confirmed} = await planOfRequest(env, await shop.id(), requestId);
  const outcome = await executePlan(plan, confirmed, env, () => undefined, {requestId});
  return outcome.state === 'done' ? [] : [`released, it ended as ${outcome.state}`];
}

const SALE = {
  name: '#POS1',
  currency: 'EUR',
  sourceName: 'pos',
  fulfillmentStatus: 'FULFILLED',
  lineItems: [
    {title: 'Mug', quantity: 1, requiresShipping: true, priceSet: {shopMoney: {amount: '9.95', currencyCode: 'EUR'}}},
  ],
  transactions: [
    {
      kind: 'SALE',
      status: 'SUCCESS',
      gateway: 'shopify_payments',
      amountSet: {shopMoney: {amount: '9.95', currencyCode: 'EUR'}},
    },
  ],
};

/** Every new order starts the workflow too: one of which nothing was shipped, and one that was sold over the counter. Nothing is asked for. */
export async function proveNewOrders(broken: Break = WHOLE): Promise<Proved> {
  const parts = await Promise.all([proveNewOrder('#1021', broken), proveNewOrder('#POS1', broken)]);
  return together(parts);
}

async function proveNewOrder(order: string, broken: Break): Promise<Proved> {
  const shop = new FlowShop('#1021');
  await ask(shop.lab, 'mutation($order: OrderCreateOrderInput!) {orderCreate(order: $order) {userErrors {message}}}', {
    order: SALE,
  });
  await shop.run(broken(built('ask-label-by-hand-refrec')), {trigger: 'order_created', order});
  const {waiting, tags} = await shop.now(order);
  shop.close();
  const quiet = !waiting.anything && !tags.includes('Refund waiting') && shop.mails.length === 0;
  return {runs: 1, failures: quiet ? [] : [`ask-label-by-hand-refrec: ${order}, a new order, was asked for`]};
}
