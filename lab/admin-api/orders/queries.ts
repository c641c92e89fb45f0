/** Reading orders: the root fields, and the fields of Order that take arguments or reach into other modules. */
import {connection, type PageArgs} from '../connections.ts';
import type {LabContext, Source} from '../resolvers.ts';
import {getRecord, textOf} from '../shop/records.ts';
import {lineSource, shippingSource} from './line-source.ts';
import {parseMinor} from './minor.ts';
import type {OrderRecord} from './model.ts';
import {orderSource, type OrderSource} from './order-source.ts';
import {capturable} from './payments.ts';
import {paymentSource, type PaymentSource} from './payment-source.ts';
import {type DutyInput, dutyRequests, type LineInput, lineRequests} from './refund-input.ts';
import {refundSource, type RefundSource, suggestionSource} from './refund-source.ts';
import {allOrders, findOrder, orderOfPart} from './repository.ts';
import {matcher, type OrderFacts, ordering} from './search.ts';
import {fulfillmentOrderSource, fulfillmentSource, returnSource, type ReturnSource} from './shipment-source.ts';
import {suggest} from './suggest.ts';
import {unitsOf} from './lines.ts';

const paged = (items: readonly Source[], args: PageArgs) => connection(items, args, ({id}) => String(id));

interface ListArguments extends PageArgs {
  query?: string | null;
  sortKey?: string | null;
  savedSearchId?: string | null;
}

function nameOf(context: LabContext, order: OrderRecord): string {
  const customer = order.customerId === null ? undefined : context.load(order.customerId);
  const address = order.shippingAddress;
  return [customer?.displayName, address?.firstName, address?.lastName]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

/** Orders that answer to the query, sorted; the caller pages them. */
function listOrders(
  context: LabContext,
  {query, sortKey}: ListArguments,
  only: (order: OrderRecord) => boolean = () => true,
): OrderRecord[] {
  const fits = matcher(query ?? '');
  return allOrders(context.store)
    .filter(only)
    .map((order): OrderFacts => ({order, customer: nameOf(context, order)}))
    .filter((facts) => fits(facts))
    .toSorted(ordering(sortKey ?? 'PROCESSED_AT'))
    .map(({order}) => order);
}

const page = (orders: readonly OrderRecord[], args: PageArgs) => {
  const {nodes, edges, pageInfo} = connection(orders, args, ({id}) => id);
  return {
    nodes: nodes.map(orderSource),
    edges: edges.map(({cursor, node}) => ({cursor, node: orderSource(node)})),
    pageInfo,
  };
};

interface SuggestInput {
  refundLineItems?: readonly LineInput[] | null;
  refundShipping?: boolean | null;
  shippingAmount?: string | null;
  refundDuties?: readonly DutyInput[] | null;
  suggestFullRefund?: boolean | null;
  refundMethodAllocation?: 'ORIGINAL_PAYMENT_METHODS' | 'STORE_CREDIT' | null;
}

const suggestedRefund = ({record}: OrderSource, args: SuggestInput) => {
  const {shippingAmount} = args;
  const amount =
    shippingAmount === null || shippingAmount === undefined
      ? null
      : (parseMinor(shippingAmount, record.presentmentCurrency) ?? 0);
  const suggestion = suggest(record, {
    refundLineItems: withinReach(record, lineRequests(args.refundLineItems)),
    refundShipping: args.refundShipping ?? false,
    shippingAmount: amount,
    refundDuties: dutyRequests(args.refundDuties),
    suggestFullRefund: args.suggestFullRefund ?? false,
    storeCredit: args.refundMethodAllocation === 'STORE_CREDIT',
  });
  return suggestionSource(record, suggestion);
};

/** A suggestion prices no more units than can be refunded. */
function withinReach(order: OrderRecord, requests: ReturnType<typeof lineRequests>): ReturnType<typeof lineRequests> {
  const left = new Map(order.lines.map((line) => [line.id, unitsOf(order, line).refundable]));
  return requests.flatMap((request) => {
    const rest = left.get(request.lineItemId) ?? 0;
    const quantity = Math.min(request.quantity, rest);
    left.set(request.lineItemId, rest - quantity);
    return quantity > 0 ? [{...request, quantity}] : [];
  });
}

const firstOf = <T>(items: readonly T[], first: number | null | undefined): readonly T[] =>
  items.slice(0, first ?? items.length);

const Order = {
  customer: ({record}: OrderSource, _args: unknown, context: LabContext) =>
    record.customerId === null ? null : (context.load(record.customerId) ?? null),
  purchasingEntity: ({record}: OrderSource, _args: unknown, context: LabContext) => {
    if (record.companyLocationId !== null) {
      const location = getRecord(context.store, record.companyLocationId);
      const company = location && getRecord(context.store, textOf(location, 'companyId') ?? '');
      return location && company ? {__typename: 'PurchasingCompany', location, company} : null;
    }
    return record.customerId === null ? null : (context.load(record.customerId) ?? null);
  },
  lineItems: ({record}: OrderSource, args: PageArgs) => {
    const {nodes, edges, pageInfo} = connection(record.lines, args, ({id}) => id);
    return {
      nodes: nodes.map((line) => lineSource(record, line)),
      get edges() {
        return edges.map(({cursor, node}) => ({cursor, node: lineSource(record, node)}));
      },
      pageInfo,
    };
  },
  shippingLines: ({record}: OrderSource, args: PageArgs) =>
    paged(
      record.shipping.map((line) => shippingSource(record, line)),
      args,
    ),
  transactions: (
    {record}: OrderSource,
    {first, capturable: only}: {first?: number | null; capturable?: boolean | null},
  ) =>
    firstOf(
      record.transactions.filter(({kind}) => !only || (kind === 'AUTHORIZATION' && capturable(record).customer > 0)),
      first,
    ).map((payment) => paymentSource(record, payment)),
  refunds: ({record}: OrderSource, {first}: {first?: number | null}) =>
    firstOf(record.refunds, first).map((refund) => refundSource(record, refund)),
  fulfillments: ({record}: OrderSource, {first}: {first?: number | null}) =>
    firstOf(record.fulfillments, first).map((shipped) => fulfillmentSource(record, shipped)),
  fulfillmentOrders: ({record}: OrderSource, args: PageArgs) =>
    paged(
      record.fulfillmentOrders.map((planned) => fulfillmentOrderSource(record, planned)),
      args,
    ),
  returns: ({record}: OrderSource, args: PageArgs) =>
    paged(
      record.returns.map((opened) => returnSource(record, opened)),
      args,
    ),
  suggestedRefund,
};

const orderOf = ({record}: {record: OrderRecord}) => orderSource(record);

export const queryResolvers = {
  QueryRoot: {
    order: (_source: unknown, {id}: {id: string}, {store}: LabContext) => {
      const order = findOrder(store, id);
      return order ? orderSource(order) : null;
    },
    orders: (_source: unknown, args: ListArguments, context: LabContext) => page(listOrders(context, args), args),
    refund: (_source: unknown, {id}: {id: string}, {store}: LabContext) => {
      const order = orderOfPart(store, id);
      const refund = order?.refunds.find((entry) => entry.id === id);
      return order && refund ? refundSource(order, refund) : null;
    },
    return: (_source: unknown, {id}: {id: string}, {store}: LabContext) => {
      const order = orderOfPart(store, id);
      const opened = order?.returns.find((entry) => entry.id === id);
      return order && opened ? returnSource(order, opened) : null;
    },
  },
  Order,
  OrderTransaction: {order: (source: PaymentSource) => orderOf(source)},
  Refund: {order: (source: RefundSource) => orderOf(source)},
  Return: {order: (source: ReturnSource) => orderOf(source)},
  Fulfillment: {order: (source: {record: OrderRecord}) => orderOf(source)},
  FulfillmentOrder: {order: (source: {record: OrderRecord}) => orderOf(source)},
  ReverseFulfillmentOrder: {order: (source: {record: OrderRecord}) => orderOf(source)},
  Customer: {
    orders: ({id}: {id: string}, args: ListArguments, context: LabContext) =>
      page(
        listOrders(context, {...args, sortKey: args.sortKey ?? 'ID'}, ({customerId}) => customerId === id),
        args,
      ),
    numberOfOrders: ({id}: {id: string}, _args: unknown, {store}: LabContext) =>
      String(allOrders(store).filter(({customerId}) => customerId === id).length),
  },
};
