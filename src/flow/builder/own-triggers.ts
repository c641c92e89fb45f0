import type {EnvironmentCustomer, EnvironmentOrder} from '../environment/environment.types.ts';
import {ownTrigger} from '../tasks/index.ts';
import type {Bool, Decimal, Text} from './kinds.ts';
import type {Trigger} from './triggers.ts';

/**
 * What each trigger of ours gives (docs/triggers.md), apart from its details, which the builder has no type for. That a field is
 * read under its key in camel case is not confirmed: docs/unconfirmed.md, 11.
 */
export interface OfPlan {
  readonly order: EnvironmentOrder;
  readonly customer: EnvironmentCustomer;
  readonly planReference: Text;
  readonly recipe: Text;
  readonly recipeTitle: Text;
  readonly ground: Text;
  readonly currency: Text;
  readonly total: Text;
  readonly totalNumber: Decimal;
  readonly owed: Text;
  readonly policy: Text;
  readonly goodwill: Text;
  readonly originalPayment: Text;
  readonly storeCredit: Text;
  readonly giftCard: Text;
  readonly outsidePayment: Text;
  readonly open: Text;
  readonly why: Text;
  readonly reason: Text;
  readonly references: Text;
  readonly staff: Text;
  readonly sentBefore: Bool;
}

/** Names in the environment's schema. */
const TYPES: Readonly<Record<keyof OfPlan, string>> = {
  order: 'Order',
  customer: 'Customer',
  planReference: 'String',
  recipe: 'String',
  recipeTitle: 'String',
  ground: 'String',
  currency: 'String',
  total: 'String',
  totalNumber: 'Decimal',
  owed: 'String',
  policy: 'String',
  goodwill: 'String',
  originalPayment: 'String',
  storeCredit: 'String',
  giftCard: 'String',
  outsidePayment: 'String',
  open: 'String',
  why: 'String',
  reason: 'String',
  references: 'String',
  staff: 'String',
  sentBefore: 'Boolean',
};

const own = (handle: string, label: string): Trigger<OfPlan> => ({task: ownTrigger(handle, label, TYPES), values: {}});

/** Every step of a refund is done. */
export const refundCompleted = own('refund-completed', 'Refund plan completed');
/** A refund above a limit waits for somebody else to approve it. */
export const refundApproval = own('refund-approval', 'Refund approval requested');
/** The customer was credited for a return label. */
export const refundLabel = own('refund-label', 'Return label credited');
/** The shop owes the customer money that Shopify can't pay. */
export const refundOutside = own('refund-outside', 'Outside payment owed');
/** A refund stopped, its outcome is unknown, a payment failed, or something was given twice. */
export const refundAttention = own('refund-attention', 'Refund needs attention');
