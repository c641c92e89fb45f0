import {createLab} from '../../lab/admin-api/lab.ts';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {OWN_APP} from '../../lab/admin-api/access.ts';
import type {FaultInput} from '../../lab/admin-api/faults.ts';
import {receivedTriggers} from '../../lab/admin-api/flow/index.ts';
import {installDefinitions} from '../../lab/admin-api/metaobjects/definitions.ts';
import {setGatewayAnswer} from '../../lab/admin-api/orders/gateways.ts';
import {deployedTriggers} from '../../lab/deploy.ts';
import type {AdminApi, Claim} from '../../src/execution/index.ts';
import {adminOf, ask} from '../execution/lab-client.ts';
import {TOML} from '../execution/lab-order.ts';
import type {Ids, Paid, Stage, WireTrouble} from './stage.ts';

const START = new Date('2026-11-22T12:00:00Z');
const eur = (amount: string) => ({shopMoney: {amount, currencyCode: 'EUR'}});

const FAULTS: Readonly<Record<WireTrouble, FaultInput>> = {
  before: {kind: 'failsBefore', answer: 'networkCut'},
  after: {kind: 'failsAfter', answer: 'timeout'},
  late: {kind: 'landsLate', answer: 'networkCut', holdsKey: false},
  held: {kind: 'landsLate', answer: 'networkCut', holdsKey: true},
  throttled: {kind: 'throttled'},
  server: {kind: 'failsBefore', answer: 'badGateway'},
  internal: {kind: 'failsAfter', answer: 'internalError'},
  malformed: {kind: 'malformedAnswer', malformed: 'notJson'},
  empty: {kind: 'malformedAnswer', malformed: 'missingField'},
  refused: {kind: 'accessDenied'},
};

/** The local Shopify with an order of 2 × 25.00 and shipping 6.95, paid by two cards. */
export class LabStage implements Stage {
  readonly ids: Ids;
  readonly admin: AdminApi;
  private readonly lab: Lab;
  private readonly sentAt = new Map<string, number>();

  private constructor(lab: Lab, ids: Ids) {
    this.lab = lab;
    this.ids = ids;
    this.admin = adminOf(lab);
  }

  static async open(): Promise<LabStage> {
    const lab = createLab({now: START, settings: {throttling: false}});
    installDefinitions(lab.store, TOML, OWN_APP);
    lab.settings.flowTriggers = deployedTriggers();
    const customer = (await ask(
      lab,
      'mutation {customerCreate(input: {email: "sanne@example.com", firstName: "Sanne"}) {customer {id}}}',
    )) as {customerCreate: {customer: {id: string}}};
    const customerId = customer.customerCreate.customer.id;
    const sale = (amount: string) => ({
      kind: 'SALE',
      status: 'SUCCESS',
      gateway: 'shopify_payments',
      amountSet: eur(amount),
    });
    const created = (await ask(
      lab,
      `mutation($order: OrderCreateOrderInput!) {
        orderCreate(order: $order) {order {id updatedAt transactions(first: 5) {id}} userErrors {message}}
      }`,
      {
        order: {
          name: '#1001',
          currency: 'EUR',
          customer: {toAssociate: {id: customerId}},
          lineItems: [{title: 'Mug', quantity: 2, requiresShipping: true, priceSet: eur('25.00')}],
          shippingLines: [{title: 'PostNL', priceSet: eur('6.95')}],
          transactions: [sale('50.00'), sale('6.95')],
        },
      },
    )) as {orderCreate: {order: {id: string; updatedAt: string; transactions: {id: string}[]}}};
    const {id: order, updatedAt, transactions} = created.orderCreate.order;
    const [first, second] = transactions;
    if (!first || !second) throw new Error('The lab made no two payments.');
    return new LabStage(lab, {order, customer: customerId, payments: [first.id, second.id], updatedAt});
  }

  now(): number {
    return this.lab.clock.now().getTime();
  }

  advance(milliseconds: number): void {
    this.noteLate();
    this.lab.clock.advance(milliseconds);
  }

  arm(operation: string, trouble: WireTrouble): void {
    this.lab.faults.add({...FAULTS[trouble], operation});
  }

  deliver(sentFor = 0, operation?: string): void {
    this.noteLate();
    for (const late of this.lab.faults.late().slice()) {
      const old = this.now() - (this.sentAt.get(late.id) ?? 0) >= sentFor;
      if (old && (operation === undefined || operation === late.operation)) this.lab.faults.release(late.id);
    }
  }

  declineRefundsOn(payment: string): void {
    setGatewayAnswer(this.lab.store, payment, {status: 'FAILURE', errorCode: 'EXPIRED_CARD'});
  }

  failFormer(key: string): void {
    this.lab.faults.clear();
    this.lab.store.run("DELETE FROM idempotency_keys WHERE key = ? AND state = 'running'", key);
  }

  async refundByHand(): Promise<void> {
    const transaction = {orderId: this.ids.order, gateway: 'shopify_payments', kind: 'REFUND', amount: '1.00'};
    await ask(
      this.lab,
      'mutation($input: RefundInput!) {refundCreate(input: $input) @idempotent(key: "by hand") {refund {id}}}',
      {
        input: {
          orderId: this.ids.order,
          note: 'by hand',
          transactions: [{...transaction, parentId: this.ids.payments[0]}],
        },
      },
    );
  }

  async rewriteClaim(claim: Claim): Promise<void> {
    const value = JSON.stringify(Object.fromEntries(Object.entries(claim).toReversed()));
    const metafield = {ownerId: this.ids.order, namespace: 'refund_recipes', key: 'claim', type: 'json', value};
    await ask(
      this.lab,
      'mutation($metafields: [MetafieldsSetInput!]!) {metafieldsSet(metafields: $metafields) {userErrors {message}}}',
      {metafields: [metafield]},
    );
  }

  async paid(): Promise<Paid> {
    const {order, customer, giftCards} = (await ask(
      this.lab,
      `query($order: ID!, $customer: ID!) {
        order(id: $order) {totalRefundedSet {shopMoney {amount}}}
        customer(id: $customer) {storeCreditAccounts(first: 5) {nodes {balance {amount}}}}
        giftCards(first: 50) {nodes {initialValue {amount}}}
      }`,
      {order: this.ids.order, customer: this.ids.customer},
    )) as {
      order: {totalRefundedSet: {shopMoney: {amount: string}}};
      customer: {storeCreditAccounts: {nodes: {balance: {amount: string}}[]}};
      giftCards: {nodes: {initialValue: {amount: string}}[]};
    };
    const sum = (amounts: readonly {amount: string}[]) =>
      amounts.reduce((total, {amount}) => total + Math.round(Number(amount) * 100), 0);
    return {
      refunded: sum([order.totalRefundedSet.shopMoney]),
      credit: sum(customer.storeCreditAccounts.nodes.map(({balance}) => balance)),
      giftCards: sum(giftCards.nodes.map(({initialValue}) => initialValue)),
    };
  }

  told(): readonly string[] {
    return receivedTriggers(this.lab.store).map(({handle, payload}) => {
      const {'Plan reference': plan} = JSON.parse(payload) as Record<string, string>;
      return `${handle} ${plan}`;
    });
  }

  close(): void {
    this.lab.close();
  }

  private noteLate(): void {
    for (const {id} of this.lab.faults.late()) if (!this.sentAt.has(id)) this.sentAt.set(id, this.now());
  }
}
