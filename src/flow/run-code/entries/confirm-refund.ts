import {children, optionalChild, optionalText} from '../../../adapters/read.ts';
import {refundEvidence, type Refund} from '../../../execution/calls/refund-evidence.ts';
import {confirming} from '../script/confirming.ts';

/** A refusal comes with the order, which may hold the refund of a step that ran before. */
export const main = confirming({
  kind: 'refundCreate',
  refused: 'refundRefused',
  found(payload, {act, reference}) {
    const refund = optionalChild(payload, 'refund');
    if (refund) return refundEvidence(act, refund.value as unknown as Refund);
    const order = optionalChild(payload, 'order');
    const earlier = order && children(order, 'refunds').find((one) => optionalText(one, 'note') === reference);
    return earlier ? {...refundEvidence(act, earlier.value as unknown as Refund), before: true} : null;
  },
});
