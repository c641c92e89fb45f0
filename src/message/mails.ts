import type {RefundPlan} from '../core/index.ts';

export interface OutgoingMail {
  readonly mail: 'shopifyRefund' | 'shopifyStoreCredit';
  readonly callId: string;
}

/** Which of Shopify's own mails a plan sets off. Shopify words them; only our own text is editable. */
export function mailsThatGoOut(plan: Pick<RefundPlan, 'calls'>): OutgoingMail[] {
  return plan.calls.flatMap((call): OutgoingMail[] => {
    if (call.kind === 'refundCreate' && call.notify) return [{mail: 'shopifyRefund', callId: call.id}];
    if (call.kind === 'storeCreditAccountCredit' && call.notify) return [{mail: 'shopifyStoreCredit', callId: call.id}];
    return [];
  });
}
