import type {AdminApi, Claim} from '../../src/execution/index.ts';
import {sha256Hex} from '../../src/execution/index.ts';
import {CUSTOMER, FakeShop, ORDER} from '../execution/fake-admin.ts';
import type {Fault} from '../execution/fake-admin.ts';
import type {Ids, Paid, Stage, WireTrouble} from './stage.ts';

const FAULTS: Readonly<Record<WireTrouble, Fault>> = {
  before: 'before',
  after: 'after',
  late: 'late',
  held: 'late',
  throttled: 'throttled',
  server: 'server',
  internal: 'after',
  malformed: 'malformed',
  empty: 'malformed',
  refused: 'refused',
};

/** The same order in memory: faster by far, and made by somebody else than the lab. */
export class MemoryStage implements Stage {
  readonly ids: Ids;
  readonly admin: AdminApi;
  private readonly shop = new FakeShop();

  constructor() {
    this.ids = {
      order: ORDER,
      customer: CUSTOMER,
      payments: ['gid://shopify/OrderTransaction/1', 'gid://shopify/OrderTransaction/2'],
      updatedAt: this.shop.updatedAt,
    };
    this.admin = this.shop.admin();
  }

  now(): number {
    return this.shop.now;
  }

  advance(milliseconds: number): void {
    this.shop.now += milliseconds;
  }

  arm(operation: string, trouble: WireTrouble): void {
    this.shop.fail(operation, FAULTS[trouble]);
  }

  deliver(sentFor = 0, operation?: string): void {
    this.shop.deliver(
      ({name, sentAt}) => this.shop.now - sentAt >= sentFor && (operation === undefined || operation === name),
    );
  }

  declineRefundsOn(payment: string): void {
    this.shop.declining.add(payment);
  }

  failFormer(): void {
    this.shop.drop('RefundCreate');
  }

  refundByHand(): Promise<void> {
    const id = `gid://shopify/Refund/by-hand-${this.shop.refunds.length}`;
    this.shop.refunds.push({id, note: 'by hand', amount: 100, shipping: 0, status: 'SUCCESS'});
    return Promise.resolve();
  }

  rewriteClaim(claim: Claim): Promise<void> {
    const value = JSON.stringify(Object.fromEntries(Object.entries(claim).toReversed()));
    const updatedAt = `${new Date(this.shop.now).toISOString().slice(0, 19)}Z`;
    this.shop.metafields.set('claim', {value, digest: sha256Hex(`claim ${value}`), updatedAt});
    return Promise.resolve();
  }

  paid(): Promise<Paid> {
    const giftCards = [...this.shop.giftCards.values()].reduce((sum, minor) => sum + minor, 0);
    return Promise.resolve({refunded: this.shop.refunded(), credit: this.shop.balance(), giftCards});
  }

  told(): readonly string[] {
    return this.shop.fired.map(({handle, payload}) => `${handle} ${String(payload['Plan reference'])}`);
  }

  close(): void {
    // Nothing is held open.
  }
}
