/** RefundInput as it arrives (checked by the schema), and its amounts in minor units. */
import type {MoneyInput} from '../money.ts';
import type {RestockType, TransactionKind} from './model.ts';
import type {DutyRequest, LineRequest} from './suggest.ts';

export interface RefundInput {
  orderId: string;
  currency?: string | null;
  note?: string | null;
  notify?: boolean | null;
  processedAt?: string | null;
  discrepancyReason?: 'CUSTOMER' | 'DAMAGE' | 'OTHER' | 'RESTOCK' | null;
  allowOverRefunding?: boolean | null;
  refundLineItems?: readonly LineInput[] | null;
  shipping?: {amount?: string | null; fullRefund?: boolean | null} | null;
  refundDuties?: readonly DutyInput[] | null;
  transactions?: readonly TransactionInput[] | null;
  refundMethods?: readonly {storeCreditRefund?: {amount: MoneyInput; expiresAt?: string | null} | null}[] | null;
}

export interface LineInput {
  lineItemId: string;
  quantity: number;
  restockType?: RestockType | 'LEGACY_RESTOCK' | null;
  locationId?: string | null;
}

export interface DutyInput {
  dutyId: string;
  refundType?: 'FULL' | 'PROPORTIONAL' | null;
}

export interface TransactionInput {
  orderId: string;
  gateway: string;
  kind: TransactionKind | 'EMV_AUTHORIZATION' | 'SUGGESTED_REFUND';
  amount: string;
  parentId?: string | null;
}

export const lineRequests = (lines: readonly LineInput[] | null | undefined): LineRequest[] =>
  (lines ?? []).map(({lineItemId, quantity, restockType, locationId}) => ({
    lineItemId,
    quantity,
    restockType: restockType === 'LEGACY_RESTOCK' ? null : (restockType ?? null),
    locationId: locationId ?? null,
  }));

export const dutyRequests = (duties: readonly DutyInput[] | null | undefined): DutyRequest[] =>
  (duties ?? []).map(({dutyId, refundType}) => ({dutyId, refundType: refundType ?? null}));
