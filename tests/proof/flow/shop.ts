import {createLab, type Lab} from '../../../lab/admin-api/index.ts';
import {deployApp} from '../../../lab/deploy.ts';
import {type FlowSwitches, type OutboxEntry, type RunDetails, runWorkflow} from '../../../lab/flow/index.ts';
import {seed} from '../../../lab/seed/index.ts';
import {readClaim, readOrderForRefund} from '../../../src/execution/index.ts';
import type {Confirmed, Environment, ReadClaim} from '../../../src/execution/index.ts';
import {readRequests} from '../../../src/execution/requests/read.ts';
import {type Waiting, waitingOn} from '../../../src/execution/waiting.ts';
import {ask, environmentOf} from '../../execution/lab-client.ts';
import type {EventFile} from './file.ts';

const NOON = '2026-11-22T12:00:00Z';

/** Cents, since the shop was opened. */
export interface Moved {
  /** All orders' refunds, to payments and to store credit. */
  readonly refunded: number;
  /** The customer's store credit. */
  readonly credit: number;
  /** New gift cards. */
  readonly giftCards: number;
}

export interface OrderNow {
  readonly tags: readonly string[];
  readonly claim: ReadClaim;
  readonly waiting: Waiting;
}

export type Mail = Extract<OutboxEntry, {kind: 'email'}>;

interface Amount {
  readonly amount: string;
}

const METAFIELD = '{value compareDigest updatedAt}';

/** The seeded shop of the lab, with a Flow that runs one workflow. */
export class FlowShop {
  readonly lab: Lab;
  readonly runs: RunDetails[] = [];
  readonly mails: Mail[] = [];
  private readonly start: Promise<Moved>;
  readonly order: string;

  /** @param order the name of the one that it is about */
  constructor(order: string) {
    this.order = order;
    this.lab = createLab({now: new Date(NOON), seed, settings: {throttling: false}});
    deployApp(this.lab);
    this.start = this.total();
  }

  /** Runs a workflow on an event: tags orders as its fixture says, unless it happens again. */
  async run(text: string, event: EventFile, switches: Partial<FlowSwitches> = {}, again = false): Promise<void> {
    await this.start;
    const {given = [], ...happened} = event;
    for (const {order, addTags = []} of again ? [] : given) await this.tag(order, addTags);
    const {runs, outbox} = await runWorkflow(this.lab, text, happened, switches);
    this.runs.push(...runs);
    this.mails.push(...outbox.filter((entry) => entry.kind === 'email'));
  }

  async tag(order: string, tags: readonly string[], how: 'tagsAdd' | 'tagsRemove' = 'tagsAdd'): Promise<void> {
    await ask(this.lab, `mutation($id: ID!, $tags: [String!]!) {${how}(id: $id, tags: $tags) {userErrors {message}}}`, {
      id: await this.id(order),
      tags,
    });
  }

  /** Somebody writes one of the order's metafields. */
  async write(key: string, value: string): Promise<void> {
    const metafield = {
      ownerId: await this.id(),
      namespace: 'refund_recipes',
      key,
      type: 'single_line_text_field',
      value,
    };
    await ask(
      this.lab,
      'mutation($metafields: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $metafields) {userErrors {message}}}',
      {metafields: [metafield]},
    );
  }

  async id(name = this.order): Promise<string> {
    const {orders} = (await ask(this.lab, 'query($query: String!) {orders(first: 1, query: $query) {nodes {id}}}', {
      query: `name:'${name}'`,
    })) as {orders: {nodes: {id: string}[]}};
    const [found] = orders.nodes;
    if (!found) throw new Error(`There is no order ${name}.`);
    return found.id;
  }

  async moved(): Promise<Moved> {
    const [before, now] = [await this.start, await this.total()];
    return {
      refunded: now.refunded - before.refunded,
      credit: now.credit - before.credit,
      giftCards: now.giftCards - before.giftCards,
    };
  }

  async now(name = this.order): Promise<OrderNow> {
    const id = await this.id(name);
    const {order} = (await ask(
      this.lab,
      `query($id: ID!) {
        order(id: $id) {
          tags
          claim: metafield(namespace: "refund_recipes", key: "claim") ${METAFIELD}
          request: metafield(namespace: "refund_recipes", key: "request") ${METAFIELD}
          ask: metafield(namespace: "refund_recipes", key: "ask") ${METAFIELD}
        }
      }`,
      {id},
    )) as {
      order: {tags: string[]; claim: Parameters<typeof readClaim>[0]} & NonNullable<Parameters<typeof readRequests>[0]>;
    };
    const claim = readClaim(order.claim, id);
    const requests = readRequests(order, id, this.lab.clock.now().getTime());
    return {tags: order.tags, claim, waiting: waitingOn(claim, requests)};
  }

  /** Somebody at the order, with all that the engine needs. */
  staff(): Environment {
    return environmentOf(this.lab, 'staff');
  }

  async confirmed(): Promise<Confirmed> {
    const env = this.staff();
    return (await readOrderForRefund(env.admin, await this.id(), () => env.now())).confirmed;
  }

  pass(milliseconds: number): void {
    this.lab.clock.advance(milliseconds);
  }

  close(): void {
    this.lab.close();
  }

  private async total(): Promise<Moved> {
    const {orders, order, giftCards} = (await ask(
      this.lab,
      `query($id: ID!) {
        orders(first: 100) {nodes {totalRefundedSet {presentmentMoney {amount}}}}
        order(id: $id) {customer {storeCreditAccounts(first: 5) {nodes {balance {amount}}}}}
        giftCards(first: 50) {nodes {initialValue {amount}}}
      }`,
      {id: await this.id()},
    )) as {
      orders: {nodes: {totalRefundedSet: {presentmentMoney: Amount}}[]};
      order: {customer: {storeCreditAccounts: {nodes: {balance: Amount}[]}} | null};
      giftCards: {nodes: {initialValue: Amount}[]};
    };
    const cents = (amounts: readonly Amount[]) =>
      amounts.reduce((sum, {amount}) => sum + Math.round(Number(amount) * 100), 0);
    return {
      refunded: cents(orders.nodes.map(({totalRefundedSet}) => totalRefundedSet.presentmentMoney)),
      credit: cents(order.customer?.storeCreditAccounts.nodes.map(({balance}) => balance) ?? []),
      giftCards: cents(giftCards.nodes.map(({initialValue}) => initialValue)),
    };
  }
}
