import type {Answer} from '../../src/execution/index.ts';

const ROOTS: Readonly<Record<string, string>> = {
  MetafieldsSet: 'metafieldsSet',
  RefundCreate: 'refundCreate',
  StoreCreditAccountCredit: 'storeCreditAccountCredit',
  GiftCardCreate: 'giftCardCreate',
  MetaobjectUpsert: 'metaobjectUpsert',
  TagsAdd: 'tagsAdd',
  TagsRemove: 'tagsRemove',
  FlowTriggerReceive: 'flowTriggerReceive',
};

/** Operations that can be answered with userErrors. */
export const DECLINABLE: ReadonlySet<string> = new Set(Object.keys(ROOTS));

/** An answer of Shopify's that says no; the request never gets further. */
export function answerInstead<Result>(operation: string, trouble: 'declined' | 'keyFailed'): Answer<Result> {
  const message =
    trouble === 'keyFailed'
      ? 'A previous request with this idempotency key failed. Retry with a new idempotency key.'
      : 'This is not possible right now.';
  const payload = {userErrors: [{code: 'INVALID', field: null, message}]};
  return {data: {[ROOTS[operation] ?? operation]: payload} as Result, cost: null};
}
