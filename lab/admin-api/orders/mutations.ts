/** The mutations on orders, but for refundCreate. */
import type {GraphQLResolveInfo} from 'graphql';
import {type UserError, userError} from '../errors.ts';
import type {LabContext, Source} from '../resolvers.ts';
import {type CancelArguments, cancelErrors, cancelOrder} from './cancel.ts';
import {address, createOrder, RefusedInput} from './create.ts';
import type {AddressInput, CreateInput} from './create-input.ts';
import {customerFor} from './customers.ts';
import {fulfil} from './fulfil.ts';
import {takeFromGiftCards} from './gift-card-money.ts';
import {moveMoney} from './move-money.ts';
import {orderSource} from './order-source.ts';
import {recordsOf} from '../shop/records.ts';
import {canMarkAsPaid, markAsPaid} from './pay.ts';
import {requireRefundPermission} from './permissions.ts';
import {findOrder, orderOfPart, saveOrder} from './repository.ts';
import {openReturn, returnErrors, type ReturnInput} from './returns.ts';
import {fulfillmentSource, returnSource} from './shipment-source.ts';

const gone: UserError = userError(['id'], 'Order does not exist');

interface CreateArguments {
  order: CreateInput;
}

function orderCreate(_source: unknown, {order: input}: CreateArguments, context: LabContext): Source {
  try {
    return context.store.transaction(() => {
      const [location] = recordsOf(context.store, 'Location');
      const customer = customerFor(context, input);
      const order = createOrder(context.store, input, {
        shopCurrency: context.settings.currency,
        locationId: input.fulfillment?.locationId ?? location?.id ?? 'gid://shopify/Location/1',
        ...customer,
      });
      takeFromGiftCards(context.store, order);
      if (input.fulfillmentStatus === 'FULFILLED') {
        for (const {id} of order.fulfillmentOrders)
          fulfil(context.store, order, {fulfillmentOrderId: id, lines: null}, ['order']);
      } else if (input.fulfillmentStatus) {
        throw new RefusedInput(
          ['order', 'fulfillmentStatus'],
          `The local lab does not take ${input.fulfillmentStatus}: fulfill with fulfillmentCreate`,
        );
      }
      saveOrder(context.store, order);
      return {order: orderSource(order), userErrors: []};
    });
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    return {order: null, userErrors: [userError(error.field, error.message, error.code)]};
  }
}

function orderMarkAsPaid(_source: unknown, {input}: {input: {id: string}}, {store}: LabContext): Source {
  const order = findOrder(store, input.id);
  if (!order) return {order: null, userErrors: [gone]};
  if (!canMarkAsPaid(order))
    return {order: orderSource(order), userErrors: [userError(['id'], 'Order cannot be marked as paid.')]};
  markAsPaid(store, order);
  saveOrder(store, order);
  return {order: orderSource(order), userErrors: []};
}

function orderCancel(_source: unknown, args: CancelArguments, context: LabContext, info: GraphQLResolveInfo): Source {
  const {store} = context;
  const refuse = (errors: UserError[]): Source => ({
    job: null,
    orderCancelUserErrors: errors,
    userErrors: errors.map(({field, message}) => ({field, message})),
  });
  const order = findOrder(store, args.orderId);
  if (!order) return refuse([userError(['orderId'], 'Order does not exist', 'NOT_FOUND')]);
  const errors = cancelErrors(order, args, store.clock.now().getTime());
  if (errors.length > 0) return refuse(errors);
  const {refund, input} = cancelOrder(store, order, args);
  requireRefundPermission(context, info, order, input);
  moveMoney(context, order, refund, {
    event: 'ORDER_CANCELLATION',
    expiresAt: args.refundMethod?.storeCreditRefund?.expiresAt ?? null,
  });
  saveOrder(store, order);
  // Recorded: the job isn't done when Shopify answers. Here it is; its `done` keeps the recorded shape.
  return {job: {id: store.newGid('Job'), done: false, query: null}, orderCancelUserErrors: [], userErrors: []};
}

interface UpdateInput {
  id: string;
  note?: string | null;
  email?: string | null;
  phone?: string | null;
  poNumber?: string | null;
  tags?: readonly string[] | null;
  customAttributes?: readonly {key: string; value: string}[] | null;
  shippingAddress?: AddressInput | null;
  metafields?: unknown;
  localizedFields?: unknown;
  localizationExtensions?: unknown;
}

function orderUpdate(_source: unknown, {input}: {input: UpdateInput}, {store}: LabContext): Source {
  const order = findOrder(store, input.id);
  if (!order) return {order: null, userErrors: [gone]};
  for (const field of ['metafields', 'localizedFields', 'localizationExtensions'] as const) {
    if (input[field]) return {order: null, userErrors: [userError([field], `The local lab does not take ${field}`)]};
  }
  if (input.note !== undefined) order.note = input.note;
  if (input.email !== undefined) order.email = input.email;
  if (input.phone !== undefined) order.phone = input.phone;
  if (input.poNumber !== undefined) order.poNumber = input.poNumber;
  if (input.tags) order.tags = [...new Set(input.tags)];
  if (input.customAttributes) order.attributes = [...input.customAttributes];
  if (input.shippingAddress) order.shippingAddress = address(input.shippingAddress);
  order.updatedAt = store.clock.iso();
  saveOrder(store, order);
  return {order: orderSource(order), userErrors: []};
}

interface FulfillmentArguments {
  fulfillment: {
    lineItemsByFulfillmentOrder: readonly {
      fulfillmentOrderId: string;
      fulfillmentOrderLineItems?: readonly {id: string; quantity: number}[] | null;
    }[];
  };
}

function fulfillmentCreate(_source: unknown, {fulfillment: input}: FulfillmentArguments, {store}: LabContext): Source {
  const refuse = (errors: UserError[]): Source => ({fulfillment: null, userErrors: errors});
  const [first, ...others] = input.lineItemsByFulfillmentOrder;
  const field = ['fulfillment', 'lineItemsByFulfillmentOrder'];
  if (!first) return refuse([userError(field, 'At least one fulfillment order is needed.')]);
  if (others.length > 0) return refuse([userError(field, 'The local lab fulfills one fulfillment order at a time.')]);
  const order = orderOfPart(store, first.fulfillmentOrderId);
  if (!order) return refuse([userError([...field, '0', 'fulfillmentOrderId'], 'Fulfillment order does not exist.')]);
  const lines = first.fulfillmentOrderLineItems ?? null;
  const result = fulfil(store, order, {fulfillmentOrderId: first.fulfillmentOrderId, lines}, [...field, '0']);
  if (Array.isArray(result)) return refuse(result);
  saveOrder(store, order);
  return {fulfillment: fulfillmentSource(order, result), userErrors: []};
}

function returnCreate(_source: unknown, {returnInput: input}: {returnInput: ReturnInput}, {store}: LabContext): Source {
  const order = findOrder(store, input.orderId);
  if (!order)
    return {return: null, userErrors: [userError(['returnInput', 'orderId'], 'Order not found.', 'NOT_FOUND')]};
  const errors = returnErrors(order, input);
  if (errors.length > 0) return {return: null, userErrors: errors};
  const opened = openReturn(store, order, input);
  saveOrder(store, order);
  return {return: returnSource(order, opened), userErrors: []};
}

export const orderMutations = {orderCreate, orderMarkAsPaid, orderCancel, orderUpdate, fulfillmentCreate, returnCreate};
