import type {
  GiftCardCreateInput,
  MetafieldIdentifierInput,
  MetafieldsSetInput,
  OrderInput,
  RefundInput,
  StoreCreditAccountCreditInput,
  StoreCreditAccountDebitInput,
} from '../../../graphql/generated/flow.types.d.ts';

/** What the mutations that our workflows send take, in Flow's own API version; what they answer is `EnvironmentPayloads`. */
export interface MutationVariables {
  readonly giftCardCreate: {input: GiftCardCreateInput};
  readonly giftCardSendNotificationToCustomer: {id: string};
  readonly metafieldsDelete: {metafields: MetafieldIdentifierInput[]};
  readonly metafieldsSet: {metafields: MetafieldsSetInput[]};
  readonly orderUpdate: {input: OrderInput};
  readonly refundCreate: {input: RefundInput};
  readonly storeCreditAccountCredit: {id: string; creditInput: StoreCreditAccountCreditInput};
  readonly storeCreditAccountDebit: {id: string; debitInput: StoreCreditAccountDebitInput};
  readonly tagsAdd: {id: string; tags: string[]};
  readonly tagsRemove: {id: string; tags: string[]};
}

/** Whose id the plain `id` in a mutation's variables is; in those of others, any object's. */
interface PlainIds {
  readonly giftCardSendNotificationToCustomer: 'GiftCard';
  readonly orderUpdate: 'Order';
  readonly storeCreditAccountCredit: StoreCreditOwner;
  readonly storeCreditAccountDebit: StoreCreditOwner;
}

/** Store credit moves on an account, or on the one of its owner. */
type StoreCreditOwner = 'CompanyLocation' | 'Customer' | 'StoreCreditAccount';

/** Whose ids a mutation's variables are, by their names. What Run code made goes in as its text. */
export interface IdsIn<Name> {
  readonly id: Name extends keyof PlainIds ? PlainIds[Name] : string;
  readonly customerId: 'Customer';
  readonly dutyId: 'Duty';
  readonly lineItemId: 'LineItem';
  readonly orderId: 'Order';
  readonly parentId: 'OrderTransaction';
}
