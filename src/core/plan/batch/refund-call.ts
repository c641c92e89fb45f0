import type {Draft} from '../draft.ts';
import type {Call, ComponentKind} from '../types.ts';
import type {BatchContext, NumberedPiece} from './batch.ts';
import type {Portion} from './portions.ts';

type RefundCall = Extract<Call, {kind: 'refundCreate'}>;

/** One `refundCreate`: its items, shipping and duties, and one transaction per payment that it refunds or books. */
export function refundCall(
  {order, recipe, choices}: BatchContext,
  draft: Draft,
  portion: Portion,
  pieces: readonly NumberedPiece[],
  {last, overRefund}: {readonly last: boolean; readonly overRefund: boolean},
): RefundCall {
  const {currency} = order;
  const {refund: notify = true} = {...recipe.notify, ...choices.notify};
  const transactions = new Map<string, RefundCall['transactions'][number]>();
  let credit = 0;
  for (const {flow, minor} of pieces) {
    if (flow.payment) {
      const before = transactions.get(flow.payment.id)?.amount.minor || 0;
      const {id: parentId, gateway} = flow.payment;
      transactions.set(parentId, {parentId, gateway, amount: {minor: before + minor, currency}});
    } else credit += minor;
  }
  const paid = pieces.reduce((all, piece) => all + piece.minor, 0);
  return {
    id: '',
    kind: 'refundCreate',
    legs: pieces.filter((piece) => piece.flow.kind !== 'outsidePayment').map((piece) => piece.leg.id),
    books: pieces.filter((piece) => piece.flow.kind === 'outsidePayment').map((piece) => piece.leg.id),
    refundLineItems: portion.entries.map((entry) => entry.choice),
    shipping: portion.shipping === null ? null : {minor: portion.shipping, currency},
    duties: portion.dutyIds,
    transactions: [...transactions.values()],
    storeCredit: credit > 0 ? {minor: credit, currency} : null,
    discrepancyReason: discrepancy(draft, paid - calculated(draft, portion)),
    allowOverRefunding: overRefund,
    // Several calls of one refund send one mail.
    notify: last && notify,
  };
}

/** What Shopify will calculate for the call's items, shipping and duties; a cap of ours doesn't lower it. */
function calculated(draft: Draft, portion: Portion): number {
  const known = new Set<ComponentKind>(['items', 'tax', 'shipping', 'duties']);
  const minor = portion.slices.reduce((all, slice) => all + (known.has(slice.kind) ? slice.minor : 0), 0);
  const capped = draft.components.find((component) => component.kind === 'items')?.cap?.code === 'netPayment';
  const items = draft.components.some((component) => component.kind === 'items');
  if (items && !capped) return minor;
  const own = portion.entries.reduce((all, entry) => all + entry.price + entry.tax, 0);
  return Math.max(minor, own);
}

/** Shopify wants to know why the money differs from what it calculates. */
function discrepancy(draft: Draft, difference: number): RefundCall['discrepancyReason'] {
  if (difference === 0) return null;
  if (difference > 0) return draft.ground === 'defect' ? 'DAMAGE' : 'CUSTOMER';
  const has = (kind: ComponentKind) => draft.components.some((component) => component.kind === kind);
  if (has('restockingFee')) return 'RESTOCK';
  if (has('diminishedValue')) return 'DAMAGE';
  return has('returnShippingFee') ? 'CUSTOMER' : 'OTHER';
}
