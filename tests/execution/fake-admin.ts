import type {Operation} from '../../graphql/generated/operations.ts';
import {AdminError} from '../../src/execution/index.ts';
import type {AdminApi, Environment} from '../../src/execution/index.ts';
import {sha256Hex} from '../../src/execution/index.ts';

/** What a request meets on its way. `late` answers as lost, and reaches the shop when `deliver` is called. */
export type Fault = 'before' | 'after' | 'late' | 'throttled' | 'server' | 'malformed' | 'refused';

/** The variables of the operations that the fake shop answers, as far as it looks at them. */
interface Sent {
  key: string;
  tags: string[];
  handle: {handle: string};
  metaobject: {fields: {key: string; value: string}[]};
  secondHandle: {handle: string};
  secondMetaobject: {fields: {key: string; value: string}[]};
  metafields: {key: string; value: string; compareDigest?: string | null}[];
  creditInput: {creditAmount: {amount: string}; expiresAt?: string};
  input: {
    code: string;
    initialAmount: {amount: string};
    note: string;
    transactions: {amount: string; parentId?: string}[];
    shipping?: {amount: string};
  };
}

interface Refund {
  id: string;
  note: string;
  amount: number;
  shipping: number;
  status: string;
  /** One for each payment; left out, the whole amount went back to the one sale. */
  parts?: {parent: string; minor: number; status: string}[];
}

interface Credit {
  id: string;
  minor: number;
  balanceAfter: number;
  expiresAt: string | null;
}

export const ORDER = 'gid://shopify/Order/1001';
export const CUSTOMER = 'gid://shopify/Customer/7';
const DAY_MS = 24 * 3_600_000;
const SALE = 'gid://shopify/OrderTransaction/1';

/** One shop with one order of EUR 56.95 paid by card: the semantics that the engine relies on, in memory. */
export class FakeShop {
  now = Date.parse('2026-11-22T12:00:00Z');
  /** Nonces count up, so that every run is the same. */
  nonces = 0;
  received = 5695;
  updatedAt = '2026-11-22T11:00:00Z';
  refunds: Refund[] = [];
  credits: Credit[] = [];
  /** Code to minor units. */
  giftCards = new Map<string, number>();
  tags: string[] = [];
  /** Triggers that Flow took, in order. */
  fired: {handle: string; payload: Record<string, unknown>}[] = [];
  /** The shop's own recipe that the plan was made with, as stored. */
  recipe: {recipe: {value: string}} | null = null;
  metafields = new Map<string, {value: string; digest: string; updatedAt: string}>();
  metaobjects = new Map<string, {evidence: string; updatedAt: string}>();
  /** `Name` for each request that arrived or was lost, in order. */
  log: string[] = [];
  /** Operation name to the faults of its next requests; null lets one through. */
  faults = new Map<string, (Fault | null)[]>();
  refundStatus = 'SUCCESS';
  /** Payments on which the bank turns refunds down. */
  declining = new Set<string>();
  settings: {id: string; settings: {value: string}} | null = null;
  /** Shopify forgets a key after a day. */
  private readonly keys = new Map<string, {hash: string; answer: unknown; at: number}>();
  private lateOnes: {name: string; sentAt: number; arrive: () => void}[] = [];

  fail(operation: string, ...faults: (Fault | null)[]): void {
    this.faults.set(operation, faults);
  }

  /** Everything that was still on its way arrives. */
  deliver(due: (late: {name: string; sentAt: number}) => boolean = () => true): void {
    const arriving = this.lateOnes.filter(due);
    this.lateOnes = this.lateOnes.filter((late) => !arriving.includes(late));
    for (const {arrive} of arriving) arrive();
  }

  /** Requests of this operation that are on their way never arrive. */
  drop(operation: string): void {
    this.lateOnes = this.lateOnes.filter(({name}) => name !== operation);
  }

  balance(): number {
    return this.credits.reduce((sum, {minor}) => sum + minor, 0);
  }

  refunded(): number {
    return this.refunds.reduce((sum, {amount}) => sum + amount, 0);
  }

  env(staff: string | null = 'gid://shopify/StaffMember/1'): Environment {
    return {
      admin: this.admin(),
      now: () => this.now,
      nonce: () => sha256Hex(`nonce ${(this.nonces += 1)}`).slice(0, 32),
      hash: sha256Hex,
      wait: (milliseconds) => {
        this.now += milliseconds;
        return Promise.resolve();
      },
      staff,
    };
  }

  admin(): AdminApi {
    return {
      request: async <Result, Variables>(operation: Operation<Result, Variables>, variables: Variables) => {
        const name = /^\w+ (\w+)/.exec(operation)?.[1] ?? '';
        const fault = this.faults.get(name)?.shift() ?? null;
        await Promise.resolve();
        this.log.push(name);
        const answer = () => structuredClone(this.answer(name, variables as Sent)) as Result;
        if (fault === null) return {data: answer(), cost: null};
        if (fault === 'throttled') throw new AdminError('throttled', 'Throttled', {waitMs: 1000});
        if (fault === 'refused') throw new AdminError('accessDenied', 'Access denied', {requiredAccess: 'a right'});
        if (fault === 'after' || fault === 'malformed') answer();
        if (fault === 'late') this.lateOnes.push({name, sentAt: this.now, arrive: answer});
        throw new AdminError(fault === 'server' ? 'server' : fault === 'malformed' ? 'malformed' : 'timeout', fault);
      },
    };
  }

  private answer(name: string, variables: Sent): unknown {
    if (name === 'ExecutionState') return {order: this.order(), settings: this.settings};
    if (name === 'ExecutionCreditState') return {order: this.order(), settings: this.settings, owner: this.owner()};
    if (name === 'TagsAdd' || name === 'TagsRemove') return this.setTags(name, variables.tags);
    if (name === 'StoreCreditAccountState') return {owner: this.owner()};
    if (name === 'EvidenceByHandle')
      return {evidence: this.metaobjects.get(variables.handle as unknown as string) ?? null};
    if (name === 'MetafieldsSet') return {metafieldsSet: this.setMetafields(variables.metafields)};
    if (name === 'TriggerFacts') {
      return {order: {name: '#1001', customerLocale: 'nl', customer: {id: CUSTOMER}}, recipe: this.recipe};
    }
    if (name === 'FlowTriggerReceive') {
      this.fired.push(variables as unknown as (typeof this.fired)[number]);
      return {flowTriggerReceive: {userErrors: []}};
    }
    if (name === 'RefundCreate') return {refundCreate: this.refundCreate(variables)};
    if (name === 'StoreCreditAccountCredit') return {storeCreditAccountCredit: this.credit(variables.creditInput)};
    if (name === 'GiftCardCreate') return {giftCardCreate: this.giftCard(variables.input)};
    if (name === 'MetaobjectUpsert') return {metaobjectUpsert: this.upsert(variables.handle, variables.metaobject)};
    if (name === 'MetaobjectPairUpsert') {
      return {
        first: this.upsert(variables.handle, variables.metaobject),
        second: this.upsert(variables.secondHandle, variables.secondMetaobject),
      };
    }
    throw new Error(`The fake shop has no ${name}.`);
  }

  order() {
    return {
      id: ORDER,
      updatedAt: this.updatedAt,
      tags: this.tags,
      displayFinancialStatus: 'PAID',
      netPaymentSet: bag(this.received - this.refunded()),
      totalRefundedSet: bag(this.refunded()),
      totalRefundedShippingSet: bag(this.refunds.reduce((sum, {shipping}) => sum + shipping, 0)),
      refunds: this.refunds.map((refund) => this.refundNode(refund)),
      claim: this.metafield('claim'),
      request: this.metafield('request'),
    };
  }

  private metafield(key: string) {
    const stored = this.metafields.get(key);
    return stored ? {id: 'gid://shopify/Metafield/1', key, compareDigest: stored.digest, ...stored} : null;
  }

  private setTags(name: string, tags: string[]) {
    const others = this.tags.filter((tag) => !tags.includes(tag));
    this.tags = name === 'TagsAdd' ? [...others, ...tags] : others;
    return {[name === 'TagsAdd' ? 'tagsAdd' : 'tagsRemove']: {userErrors: []}};
  }

  private refundNode({id, note, amount, status, parts}: Refund) {
    const own = parts ?? (amount === 0 ? [] : [{parent: SALE, minor: amount, status}]);
    const nodes = own.map((part, index) => ({
      id: `${id.replace('Refund', 'OrderTransaction')}${index === 0 ? '' : `-${index + 1}`}`,
      kind: 'REFUND',
      status: part.status,
      gateway: 'shopify_payments',
      amountSet: bag(part.minor),
      parentTransaction: {id: part.parent},
    }));
    return {id, createdAt: this.iso(), note, totalRefundedSet: bag(amount), duties: [], transactions: {nodes}};
  }

  private owner() {
    const transactions = this.credits.map(({id, minor, balanceAfter, expiresAt}) => ({
      __typename: 'StoreCreditAccountCreditTransaction',
      id,
      amount: money(minor),
      balanceAfterTransaction: money(balanceAfter),
      createdAt: this.iso(),
      event: 'ADJUSTMENT',
      expiresAt,
    }));
    const account = {id: ACCOUNT, balance: money(this.balance()), transactions: {nodes: transactions.toReversed()}};
    return {__typename: 'Customer', id: CUSTOMER, storeCreditAccounts: {nodes: this.credits.length ? [account] : []}};
  }

  /** Compare-and-set, all or nothing; an unchanged value passes whatever the digest (recorded). */
  private setMetafields(inputs: Sent['metafields']) {
    for (const [index, input] of inputs.entries()) {
      const present = this.metafields.get(input.key);
      if (!('compareDigest' in input) || present?.value === input.value) continue;
      if ((present?.digest ?? null) !== input.compareDigest) {
        const code = present || input.compareDigest === null ? 'STALE_OBJECT' : 'INVALID_COMPARE_DIGEST';
        return {metafields: [], userErrors: [{code, field: ['metafields', String(index)], message: 'It was updated.'}]};
      }
    }
    const metafields = inputs.map(({key, value}) => {
      const stored = {value, digest: sha256Hex(`${key} ${value}`), updatedAt: this.iso()};
      this.metafields.set(key, stored);
      return {id: 'gid://shopify/Metafield/1', key, value, compareDigest: stored.digest, updatedAt: stored.updatedAt};
    });
    return {metafields, userErrors: []};
  }

  private refundCreate(variables: Sent) {
    const {key, input} = variables;
    const hash = sha256Hex(JSON.stringify(input));
    const known = this.keys.get(key);
    if (known && this.now - known.at < DAY_MS) {
      return known.hash === hash
        ? known.answer
        : {
            refund: null,
            userErrors: [error('The same idempotency key cannot be used with different operation parameters.')],
          };
    }
    const amount = input.transactions.reduce((sum, transaction) => sum + cents(transaction.amount), 0);
    if (amount > this.received - this.refunded()) {
      return {refund: null, userErrors: [error('Refund amount is greater than net payment received')]};
    }
    const id = `gid://shopify/Refund/${this.refunds.length + 1}`;
    const shipping = cents(input.shipping?.amount ?? '0.00');
    const parts = input.transactions.map((transaction) => {
      const parent = transaction.parentId ?? SALE;
      const status = this.declining.has(parent) ? 'FAILURE' : this.refundStatus;
      return {parent, minor: cents(transaction.amount), status};
    });
    const moved = parts.filter(({parent}) => !this.declining.has(parent)).reduce((sum, {minor}) => sum + minor, 0);
    const refund = {id, note: input.note, amount: moved, shipping, status: this.refundStatus, parts};
    this.refunds.push(refund);
    const answer = {refund: this.refundNode(refund), userErrors: []};
    this.keys.set(key, {hash, answer, at: this.now});
    return answer;
  }

  private credit(input: Sent['creditInput']) {
    const minor = cents(input.creditAmount.amount);
    const id = `gid://shopify/StoreCreditAccountCreditTransaction/${this.credits.length + 1}`;
    const credit = {id, minor, balanceAfter: this.balance() + minor, expiresAt: input.expiresAt ?? null};
    this.credits.push(credit);
    return {
      storeCreditAccountTransaction: {
        id,
        createdAt: this.iso(),
        amount: money(minor),
        balanceAfterTransaction: money(credit.balanceAfter),
        account: {id: ACCOUNT},
      },
      userErrors: [],
    };
  }

  private giftCard(input: Sent['input']) {
    if (this.giftCards.has(input.code)) {
      const taken = {code: 'TAKEN', field: ['input', 'code'], message: 'Code has already been taken'};
      return {giftCard: null, userErrors: [taken]};
    }
    this.giftCards.set(input.code, cents(input.initialAmount.amount));
    const lastCharacters = input.code.slice(-4);
    return {giftCard: {id: `gid://shopify/GiftCard/${this.giftCards.size}`, lastCharacters}, userErrors: []};
  }

  private upsert({handle}: Sent['handle'], {fields}: Sent['metaobject']) {
    const updatedAt = this.iso();
    this.metaobjects.set(handle, {evidence: fields.find(({key}) => key === 'evidence')?.value ?? '', updatedAt});
    return {metaobject: {id: `gid://shopify/Metaobject/${handle}`, handle, updatedAt}, userErrors: []};
  }

  private iso(): string {
    return `${new Date(this.now).toISOString().slice(0, 19)}Z`;
  }
}

const ACCOUNT = 'gid://shopify/StoreCreditAccount/1';

function cents(amount: string): number {
  const [whole = '0', part = '00'] = amount.split('.');
  return Number(whole + part);
}

function money(minor: number) {
  return {amount: `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`, currencyCode: 'EUR'};
}

function bag(minor: number) {
  return {shopMoney: money(minor), presentmentMoney: money(minor)};
}

function error(message: string) {
  return {field: null, message};
}
