import type {
  GiftCardCreateInput,
  MetafieldsSetInput,
  RefundInput,
  StoreCreditAccountCreditInput,
} from '../../../graphql/generated/admin.types.d.ts';
import type {Metafield, MoneyV2, Order} from './environment.ts';
import type {ID, Text} from './kinds.ts';

interface UserError {
  readonly field: readonly Text[];
  readonly message: Text;
}

interface Payload {
  readonly userErrors: readonly UserError[];
}

/** The mutations that our workflows send: what they take, and what later steps read of their payloads. */
export interface Mutations {
  readonly metafieldsSet: {
    readonly takes: {metafields: MetafieldsSetInput[]};
    readonly gives: Payload & {readonly metafields: readonly Metafield[]};
  };
  readonly tagsAdd: {readonly takes: {id: string; tags: string[]}; readonly gives: Payload};
  readonly tagsRemove: {readonly takes: {id: string; tags: string[]}; readonly gives: Payload};
  readonly refundCreate: {
    readonly takes: {input: RefundInput};
    readonly gives: Payload & {readonly refund: {readonly id: ID}; readonly order: Order};
  };
  readonly storeCreditAccountCredit: {
    readonly takes: {id: string; creditInput: StoreCreditAccountCreditInput};
    readonly gives: Payload & {readonly storeCreditAccountTransaction: {readonly amount: MoneyV2}};
  };
  readonly giftCardCreate: {
    readonly takes: {input: GiftCardCreateInput};
    readonly gives: Payload & {readonly giftCard: {readonly id: ID; readonly lastCharacters: Text}};
  };
}
