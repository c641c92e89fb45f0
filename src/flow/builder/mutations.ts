import type {
  GiftCardCreateInput,
  MetafieldsSetInput,
  RefundInput,
  StoreCreditAccountCreditInput,
} from '../../../graphql/generated/admin.types.d.ts';

/**
 * What the mutations that our workflows send take. The inputs are typed as in the extensions' API version; `flow check` holds each
 * file against Flow's own, which is older.
 */
export interface MutationVariables {
  readonly metafieldsSet: {metafields: MetafieldsSetInput[]};
  readonly tagsAdd: {id: string; tags: string[]};
  readonly tagsRemove: {id: string; tags: string[]};
  readonly refundCreate: {input: RefundInput};
  readonly storeCreditAccountCredit: {id: string; creditInput: StoreCreditAccountCreditInput};
  readonly giftCardCreate: {input: GiftCardCreateInput};
}
