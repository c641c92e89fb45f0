import type {OrderForRefundQuery} from '../../graphql/generated/admin.generated.d.ts';
import {answer, bag, payment} from '../../src/adapters/order-answer.fixture.ts';
import {AdminError} from '../../src/execution/index.ts';
import {CUSTOMER, FakeShop, ORDER} from '../execution/fake-admin.ts';

type Order = NonNullable<OrderForRefundQuery['order']>;

/**
 * One order of EUR 56.95 (2 × 25.00, shipping 6.95) paid by card, behind the wire format of the Admin API: the reading and
 * Shopify's figures come from here, everything that moves money from the engine's own fake.
 */
export class WireShop extends FakeShop {
  /** How the order's answer differs from the plain one. */
  over: Partial<Order> = {};
  context: Partial<OrderForRefundQuery> = {};
  /** What Shopify suggests instead of our figures, per `shippingAmount` asked. */
  suggest: (shipping: string) => string = (shipping) => shipping;
  /** The shop's newest orders, newest first. */
  recent: unknown[] = [];
  requests: string[] = [];

  constructor() {
    super();
    this.now = Date.now();
  }

  readonly wire = async ({body}: {body: string}): Promise<{status: number; body: string}> => {
    const {query, variables} = JSON.parse(body) as {query: string; variables: Record<string, unknown>};
    const name = /^\w+ (\w+)/.exec(query)?.[1] ?? '';
    this.requests.push(name);
    const fault = ['OrderForRefund', 'RefundSuggestion'].includes(name) ? this.faults.get(name)?.shift() : undefined;
    if (fault === 'refused') return errors('ACCESS_DENIED');
    if (fault === 'throttled') return errors('THROTTLED');
    if (fault) return {status: 503, body: 'busy'};
    if (name === 'OrderForRefund') return ok(this.reading());
    if (name === 'RecentOrderRates') return ok({orders: {nodes: this.recent}});
    if (name === 'RefundSuggestion') return ok({order: this.suggestion(variables)});
    try {
      const {data} = await this.admin().request(query, variables);
      return ok(data);
    } catch (error) {
      if (error instanceof AdminError && error.kind === 'accessDenied') return errors('ACCESS_DENIED');
      if (error instanceof AdminError && error.kind === 'throttled') return errors('THROTTLED');
      return {status: 503, body: 'busy'};
    }
  };

  private reading(): OrderForRefundQuery {
    const plain = answer();
    const {id, updatedAt, claim, ...money} = this.order();
    const customer = plain.order.customer && {...plain.order.customer, id: CUSTOMER};
    const order = {
      ...plain.order,
      ...money,
      id,
      updatedAt,
      claim,
      customer,
      transactions: [payment(), ...this.refunds.map(refundTransaction)],
      ...this.over,
    };
    return {...plain, order: order as Order, ...this.context};
  }

  private suggestion(variables: Record<string, unknown>): unknown {
    const {id, updatedAt, netPaymentSet} = this.order();
    const shipping = this.suggest(String(variables['shippingAmount']));
    const lines = (variables['refundLineItems'] ?? []) as {quantity: number}[];
    const items = (lines.reduce((units, {quantity}) => units + quantity, 0) * 25).toFixed(2);
    const amount = (Number(shipping) + Number(items)).toFixed(2);
    return {
      id,
      updatedAt: this.over.updatedAt ?? updatedAt,
      netPaymentSet,
      suggestedRefund: {
        amountSet: bag(amount),
        subtotalSet: bag(items),
        totalTaxSet: bag('0.0'),
        totalDutiesSet: bag('0.0'),
        maximumRefundableSet: netPaymentSet,
        shipping: {amountSet: bag(shipping), taxSet: bag('0.0'), maximumRefundableSet: bag('6.95')},
        suggestedTransactions: [
          {
            gateway: 'shopify_payments',
            amountSet: bag(amount),
            maximumRefundableSet: netPaymentSet,
            parentTransaction: {id: 'gid://shopify/OrderTransaction/1'},
          },
        ],
        refundLineItems: [],
      },
    };
  }
}

export {ORDER};

function refundTransaction({id, amount, status}: {id: string; amount: number; status: string}) {
  return payment({
    id: id.replace('Refund', 'OrderTransaction'),
    kind: 'REFUND',
    status: status as 'SUCCESS',
    amountSet: bag((amount / 100).toFixed(2)),
    parentTransaction: {id: 'gid://shopify/OrderTransaction/1'},
  });
}

function ok(data: unknown): {status: number; body: string} {
  return {status: 200, body: JSON.stringify({data})};
}

function errors(code: string): {status: number; body: string} {
  return {status: 200, body: JSON.stringify({errors: [{message: code, extensions: {code}}]})};
}
