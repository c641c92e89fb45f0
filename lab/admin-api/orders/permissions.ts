/** What the staff member behind an online token may do with a refund (facts §7). */
import type {GraphQLResolveInfo} from 'graphql';
import {requireStaff} from '../access.ts';
import type {LabContext} from '../resolvers.ts';
import type {OrderRecord} from './model.ts';
import {askedFor} from './refund-checks.ts';
import type {RefundInput} from './refund-input.ts';
import {stillHeld} from './payments.ts';

/**
 * Ask before money is booked, or throw away what was booked.
 * @throws GraphQLError ACCESS_DENIED naming the permission that is missing
 */
export function requireRefundPermission(
  context: LabContext,
  info: GraphQLResolveInfo,
  order: OrderRecord,
  input: RefundInput,
): void {
  const {payments, credit} = askedFor(order, input);
  if (payments > 0) requireStaff(context, info, 'refund_to_original_payment');
  if (credit > 0) requireStaff(context, info, 'refund_to_store_credit');
  if (input.allowOverRefunding && payments + credit > stillHeld(order))
    requireStaff(context, info, 'over_refund_after_store_credit');
}
