import type {
  GiftCardCreateInput,
  MetafieldIdentifierInput,
  MetafieldsSetInput,
  OrderInput,
  RefundInput,
  StoreCreditAccountCreditInput,
  StoreCreditAccountDebitInput,
} from '../../../graphql/generated/flow.types.d.ts';
import type {EnvironmentPayloads} from '../environment/environment.types.ts';

/** What the mutations that our workflows send take, in Flow's own API version; what they answer is `EnvironmentPayloads`. */
export interface MutationVariables extends Record<keyof EnvironmentPayloads, object> {
  readonly giftCardCreate: {input: GiftCardCreateInput};
  readonly metafieldsDelete: {metafields: MetafieldIdentifierInput[]};
  readonly metafieldsSet: {metafields: MetafieldsSetInput[]};
  readonly orderUpdate: {input: OrderInput};
  readonly refundCreate: {input: RefundInput};
  readonly storeCreditAccountCredit: {id: string; creditInput: StoreCreditAccountCreditInput};
  readonly storeCreditAccountDebit: {id: string; debitInput: StoreCreditAccountDebitInput};
  readonly tagsAdd: {id: string; tags: string[]};
  readonly tagsRemove: {id: string; tags: string[]};
}
