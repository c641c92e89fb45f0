import type {RefundCreateMutationVariables} from '../../../graphql/generated/admin.generated.d.ts';
import {toDecimal} from '../../core/index.ts';
import type {Money} from '../../core/index.ts';
import {unitOf} from '../claim/start.ts';
import {planReference} from '../money-state.ts';
import type {CallAct, ClaimedCall} from '../types.ts';

type RefundAct = Extract<CallAct, {kind: 'refundCreate'}>;
type Input = RefundCreateMutationVariables['input'];
type Units = Exclude<NonNullable<Input['refundLineItems']>, readonly unknown[]>;

/**
 * Exactly the same variables for the same claimed call, whoever builds them and when: the idempotency key allows no other.
 * Amounts are decimal strings in the order's presentment currency.
 */
export function refundVariables(
  claim: {readonly orderId: string; readonly planId: string},
  call: ClaimedCall & {readonly act: RefundAct},
  currency: string,
): RefundCreateMutationVariables {
  const {act} = call;
  const {orderId} = claim;
  const input: Input = {
    orderId,
    currency: currency as NonNullable<Input['currency']>,
    note: planReference(claim.planId, call.id),
    notify: act.notify,
    refundLineItems: act.items.flatMap(({restock, location, units}) =>
      units.map((entry) => ({
        ...unitOf(entry),
        restockType: restock as NonNullable<Units['restockType']>,
        ...(location ? {locationId: location} : {}),
      })),
    ),
    transactions: act.transactions.map(({parent, gateway, amount}) => ({
      orderId,
      gateway,
      kind: 'REFUND' as const,
      amount: toDecimal(amount),
      parentId: parent,
    })),
    ...(act.shipping ? {shipping: {amount: toDecimal(act.shipping)}} : {}),
    ...(act.duties ? {refundDuties: act.duties.map((dutyId) => ({dutyId, refundType: 'FULL' as const}))} : {}),
    ...(act.storeCredit ? {refundMethods: [{storeCreditRefund: {amount: moneyInput(act.storeCredit)}}]} : {}),
    ...(act.discrepancyReason ? {discrepancyReason: act.discrepancyReason} : {}),
    ...(act.allowOverRefunding ? {allowOverRefunding: true} : {}),
  };
  return {input, key: `${claim.planId}:${call.id}:${call.generation}`};
}

type MoneyInput = NonNullable<
  Extract<Input['refundMethods'], {storeCreditRefund: unknown}>
>['storeCreditRefund']['amount'];

/** Shopify's MoneyInput. */
export function moneyInput(amount: Money): MoneyInput {
  return {amount: toDecimal(amount), currencyCode: amount.currency as MoneyInput['currencyCode']};
}
