/* eslint-disable eslint-comments/disable-enable-pair */
/* eslint-disable eslint-comments/no-unlimited-disable */
/* eslint-disable */
import type * as AdminTypes from './admin.types.js';

export type CustomerHistoryQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type CustomerHistoryQuery = { order?: AdminTypes.Maybe<{ customer?: AdminTypes.Maybe<{ orders: { nodes: Array<(
          Pick<AdminTypes.Order, 'id'>
          & { totalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, claim?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> }
        )> }, storeCreditAccounts: { nodes: Array<{ transactions: { nodes: Array<(
              { __typename: 'StoreCreditAccountCreditTransaction' }
              & Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id' | 'createdAt' | 'event'>
              & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
            ) | (
              { __typename: 'StoreCreditAccountDebitRevertTransaction' }
              & Pick<AdminTypes.StoreCreditAccountDebitRevertTransaction, 'createdAt' | 'event'>
              & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
            ) | (
              { __typename: 'StoreCreditAccountDebitTransaction' }
              & Pick<AdminTypes.StoreCreditAccountDebitTransaction, 'createdAt' | 'event'>
              & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
            ) | (
              { __typename: 'StoreCreditAccountExpirationTransaction' }
              & Pick<AdminTypes.StoreCreditAccountExpirationTransaction, 'createdAt' | 'event'>
              & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
            )> } }> } }>, purchasingEntity?: AdminTypes.Maybe<{ __typename: 'Customer' } | (
      { __typename: 'PurchasingCompany' }
      & { location: { storeCreditAccounts: { nodes: Array<{ transactions: { nodes: Array<(
                { __typename: 'StoreCreditAccountCreditTransaction' }
                & Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id' | 'createdAt' | 'event'>
                & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
              ) | (
                { __typename: 'StoreCreditAccountDebitRevertTransaction' }
                & Pick<AdminTypes.StoreCreditAccountDebitRevertTransaction, 'createdAt' | 'event'>
                & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
              ) | (
                { __typename: 'StoreCreditAccountDebitTransaction' }
                & Pick<AdminTypes.StoreCreditAccountDebitTransaction, 'createdAt' | 'event'>
                & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
              ) | (
                { __typename: 'StoreCreditAccountExpirationTransaction' }
                & Pick<AdminTypes.StoreCreditAccountExpirationTransaction, 'createdAt' | 'event'>
                & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
              )> } }> } } }
    )> }> };

export type AccountHistoryFragment = { transactions: { nodes: Array<(
      { __typename: 'StoreCreditAccountCreditTransaction' }
      & Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id' | 'createdAt' | 'event'>
      & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    ) | (
      { __typename: 'StoreCreditAccountDebitRevertTransaction' }
      & Pick<AdminTypes.StoreCreditAccountDebitRevertTransaction, 'createdAt' | 'event'>
      & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    ) | (
      { __typename: 'StoreCreditAccountDebitTransaction' }
      & Pick<AdminTypes.StoreCreditAccountDebitTransaction, 'createdAt' | 'event'>
      & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    ) | (
      { __typename: 'StoreCreditAccountExpirationTransaction' }
      & Pick<AdminTypes.StoreCreditAccountExpirationTransaction, 'createdAt' | 'event'>
      & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    )> } };

export type EvidenceByHandleQueryVariables = AdminTypes.Exact<{
  handle: AdminTypes.Scalars['String']['input'];
}>;


export type EvidenceByHandleQuery = { evidence?: AdminTypes.Maybe<{ evidence?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }> };

export type ExecutionCreditStateQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  ownerId: AdminTypes.Scalars['ID']['input'];
}>;


export type ExecutionCreditStateQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'tags' | 'id' | 'updatedAt'>
    & { claim?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, netPaymentSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedShippingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, refunds: Array<(
      Pick<AdminTypes.Refund, 'id' | 'createdAt' | 'note'>
      & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, duties?: AdminTypes.Maybe<Array<{ originalDuty?: AdminTypes.Maybe<Pick<AdminTypes.Duty, 'id'>> }>>, transactions: { nodes: Array<(
          Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway'>
          & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
        )> } }
    )>, request?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, ask?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> }
  )>, settings?: AdminTypes.Maybe<{ settings?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }>, owner?: AdminTypes.Maybe<{ __typename: 'AppInstallation' | 'Company' | 'CurrencyExchangeAdjustment' | 'Duty' | 'ExchangeLineItem' | 'Fulfillment' | 'FulfillmentEvent' | 'FulfillmentLineItem' | 'FulfillmentOrder' | 'FulfillmentOrderLineItem' | 'GiftCard' | 'GiftCardCreditTransaction' | 'GiftCardDebitTransaction' | 'LineItem' | 'Location' | 'MailingAddress' | 'Metafield' | 'MetafieldDefinition' | 'Metaobject' | 'MetaobjectDefinition' } | { __typename: 'Order' | 'OrderAdjustment' | 'OrderDisputeSummary' | 'OrderTransaction' | 'Product' | 'ProductVariant' | 'Refund' | 'RefundShippingLine' | 'Return' | 'ReturnLineItem' | 'ReverseFulfillmentOrder' | 'ReverseFulfillmentOrderLineItem' | 'Shop' | 'StaffMember' | 'StoreCreditAccount' | 'StoreCreditAccountCreditTransaction' | 'StoreCreditAccountDebitRevertTransaction' | 'StoreCreditAccountDebitTransaction' | 'TransactionFee' } | (
    { __typename: 'CompanyLocation' }
    & Pick<AdminTypes.CompanyLocation, 'id'>
    & { storeCreditAccounts: { nodes: Array<(
        Pick<AdminTypes.StoreCreditAccount, 'id'>
        & { balance: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, transactions: { nodes: Array<(
            { __typename: 'StoreCreditAccountCreditTransaction' }
            & Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id' | 'expiresAt' | 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountDebitRevertTransaction' }
            & Pick<AdminTypes.StoreCreditAccountDebitRevertTransaction, 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountDebitTransaction' }
            & Pick<AdminTypes.StoreCreditAccountDebitTransaction, 'id' | 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountExpirationTransaction' }
            & Pick<AdminTypes.StoreCreditAccountExpirationTransaction, 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          )> } }
      )> } }
  ) | (
    { __typename: 'Customer' }
    & Pick<AdminTypes.Customer, 'id'>
    & { storeCreditAccounts: { nodes: Array<(
        Pick<AdminTypes.StoreCreditAccount, 'id'>
        & { balance: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, transactions: { nodes: Array<(
            { __typename: 'StoreCreditAccountCreditTransaction' }
            & Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id' | 'expiresAt' | 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountDebitRevertTransaction' }
            & Pick<AdminTypes.StoreCreditAccountDebitRevertTransaction, 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountDebitTransaction' }
            & Pick<AdminTypes.StoreCreditAccountDebitTransaction, 'id' | 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountExpirationTransaction' }
            & Pick<AdminTypes.StoreCreditAccountExpirationTransaction, 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          )> } }
      )> } }
  )> };

export type ExecutionStateQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ExecutionStateQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'tags' | 'id' | 'updatedAt'>
    & { claim?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, netPaymentSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedShippingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, refunds: Array<(
      Pick<AdminTypes.Refund, 'id' | 'createdAt' | 'note'>
      & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, duties?: AdminTypes.Maybe<Array<{ originalDuty?: AdminTypes.Maybe<Pick<AdminTypes.Duty, 'id'>> }>>, transactions: { nodes: Array<(
          Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway'>
          & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
        )> } }
    )>, request?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, ask?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> }
  )>, settings?: AdminTypes.Maybe<{ settings?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }> };

export type ExecutionOrderFragment = (
  Pick<AdminTypes.Order, 'tags' | 'id' | 'updatedAt'>
  & { claim?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, netPaymentSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedShippingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, refunds: Array<(
    Pick<AdminTypes.Refund, 'id' | 'createdAt' | 'note'>
    & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, duties?: AdminTypes.Maybe<Array<{ originalDuty?: AdminTypes.Maybe<Pick<AdminTypes.Duty, 'id'>> }>>, transactions: { nodes: Array<(
        Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway'>
        & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
      )> } }
  )>, request?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, ask?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> }
);

export type ExecutionSettingsFragment = { settings?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> };

export type FlowTriggerReceiveMutationVariables = AdminTypes.Exact<{
  handle: AdminTypes.Scalars['String']['input'];
  payload: AdminTypes.Scalars['JSON']['input'];
}>;


export type FlowTriggerReceiveMutation = { flowTriggerReceive?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.UserError, 'message'>> }> };

export type MoneyFragment = { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> };

export type OrderLineFragment = (
  Pick<AdminTypes.LineItem, 'id' | 'name' | 'sku' | 'quantity' | 'refundableQuantity' | 'unfulfilledQuantity' | 'restockable'>
  & { originalTotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, duties: Array<(
    Pick<AdminTypes.Duty, 'id'>
    & { price: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> }
  )> }
);

export type OrderPaymentFragment = (
  Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway' | 'formattedGateway' | 'accountNumber' | 'manualPaymentGateway'>
  & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, maximumRefundableV2?: AdminTypes.Maybe<Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>>, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
);

export type SuggestionFragment = { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, subtotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalTaxSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalDutiesSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, maximumRefundableSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, shipping: { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, maximumRefundableSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }, suggestedTransactions: Array<(
    Pick<AdminTypes.SuggestedOrderTransaction, 'gateway'>
    & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, maximumRefundableSet?: AdminTypes.Maybe<{ shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }>, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
  )> };

export type OrderMoneyStateFragment = (
  Pick<AdminTypes.Order, 'id' | 'updatedAt'>
  & { netPaymentSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedShippingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, refunds: Array<(
    Pick<AdminTypes.Refund, 'id' | 'createdAt' | 'note'>
    & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, duties?: AdminTypes.Maybe<Array<{ originalDuty?: AdminTypes.Maybe<Pick<AdminTypes.Duty, 'id'>> }>>, transactions: { nodes: Array<(
        Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway'>
        & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
      )> } }
  )> }
);

export type RefundRecipesMetafieldFragment = Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>;

export type OrderRequestsFragment = { request?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, ask?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> };

export type GiftCardCreateMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.GiftCardCreateInput;
}>;


export type GiftCardCreateMutation = { giftCardCreate?: AdminTypes.Maybe<{ giftCard?: AdminTypes.Maybe<Pick<AdminTypes.GiftCard, 'id'>>, userErrors: Array<Pick<AdminTypes.GiftCardUserError, 'code' | 'field' | 'message'>> }> };

export type HomeRecipeQueryVariables = AdminTypes.Exact<{
  handle: AdminTypes.MetaobjectHandleInput;
}>;


export type HomeRecipeQuery = { recipe?: AdminTypes.Maybe<(
    Pick<AdminTypes.Metaobject, 'id' | 'handle' | 'updatedAt'>
    & { recipe?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>>, enabled?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }
  )> };

export type HomeRecipesQueryVariables = AdminTypes.Exact<{
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type HomeRecipesQuery = { shop: Pick<AdminTypes.Shop, 'currencyCode'>, recipes: { nodes: Array<(
      Pick<AdminTypes.Metaobject, 'id' | 'handle' | 'updatedAt'>
      & { recipe?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>>, enabled?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }
    )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'> }, settings?: AdminTypes.Maybe<(
    Pick<AdminTypes.Metaobject, 'updatedAt'>
    & { settings?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }
  )> };

export type StoredRecipeFragment = (
  Pick<AdminTypes.Metaobject, 'id' | 'handle' | 'updatedAt'>
  & { recipe?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>>, enabled?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }
);

export type HomeSettingsQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type HomeSettingsQuery = { settings?: AdminTypes.Maybe<(
    Pick<AdminTypes.Metaobject, 'updatedAt'>
    & { settings?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }
  )> };

export type MetafieldsSetMutationVariables = AdminTypes.Exact<{
  metafields: Array<AdminTypes.MetafieldsSetInput> | AdminTypes.MetafieldsSetInput;
}>;


export type MetafieldsSetMutation = { metafieldsSet?: AdminTypes.Maybe<{ metafields?: AdminTypes.Maybe<Array<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>>, userErrors: Array<Pick<AdminTypes.MetafieldsSetUserError, 'code' | 'field' | 'message'>> }> };

export type MetaobjectDeleteMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type MetaobjectDeleteMutation = { metaobjectDelete?: AdminTypes.Maybe<(
    Pick<AdminTypes.MetaobjectDeletePayload, 'deletedId'>
    & { userErrors: Array<Pick<AdminTypes.MetaobjectUserError, 'code' | 'field' | 'message'>> }
  )> };

export type MetaobjectPairUpsertMutationVariables = AdminTypes.Exact<{
  handle: AdminTypes.MetaobjectHandleInput;
  metaobject: AdminTypes.MetaobjectUpsertInput;
  secondHandle: AdminTypes.MetaobjectHandleInput;
  secondMetaobject: AdminTypes.MetaobjectUpsertInput;
}>;


export type MetaobjectPairUpsertMutation = { first?: AdminTypes.Maybe<{ metaobject?: AdminTypes.Maybe<Pick<AdminTypes.Metaobject, 'id'>>, userErrors: Array<Pick<AdminTypes.MetaobjectUserError, 'message'>> }>, second?: AdminTypes.Maybe<{ metaobject?: AdminTypes.Maybe<Pick<AdminTypes.Metaobject, 'id'>>, userErrors: Array<Pick<AdminTypes.MetaobjectUserError, 'message'>> }> };

export type MetaobjectUpsertMutationVariables = AdminTypes.Exact<{
  handle: AdminTypes.MetaobjectHandleInput;
  metaobject: AdminTypes.MetaobjectUpsertInput;
}>;


export type MetaobjectUpsertMutation = { metaobjectUpsert?: AdminTypes.Maybe<{ metaobject?: AdminTypes.Maybe<Pick<AdminTypes.Metaobject, 'id'>>, userErrors: Array<Pick<AdminTypes.MetaobjectUserError, 'code' | 'field' | 'message'>> }> };

export type OrderForBlockQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type OrderForBlockQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'tags' | 'currencyCode' | 'presentmentCurrencyCode' | 'id' | 'updatedAt'>
    & { transactions: Array<(
      Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway' | 'formattedGateway' | 'accountNumber' | 'manualPaymentGateway'>
      & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, maximumRefundableV2?: AdminTypes.Maybe<Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>>, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
    )>, customer?: AdminTypes.Maybe<(
      Pick<AdminTypes.Customer, 'id'>
      & { storeCreditAccounts: { nodes: Array<(
          Pick<AdminTypes.StoreCreditAccount, 'id'>
          & { balance: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
        )> } }
    )>, purchasingEntity?: AdminTypes.Maybe<{ __typename: 'Customer' } | (
      { __typename: 'PurchasingCompany' }
      & { location: (
        Pick<AdminTypes.CompanyLocation, 'id'>
        & { storeCreditAccounts: { nodes: Array<(
            Pick<AdminTypes.StoreCreditAccount, 'id'>
            & { balance: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          )> } }
      ) }
    )>, claim?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, netPaymentSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedShippingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, refunds: Array<(
      Pick<AdminTypes.Refund, 'id' | 'createdAt' | 'note'>
      & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, duties?: AdminTypes.Maybe<Array<{ originalDuty?: AdminTypes.Maybe<Pick<AdminTypes.Duty, 'id'>> }>>, transactions: { nodes: Array<(
          Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway'>
          & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
        )> } }
    )>, request?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, ask?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> }
  )> };

export type OrderForRefundQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type OrderForRefundQuery = { shop: Pick<AdminTypes.Shop, 'currencyCode'>, storeCreditConfiguration: Pick<AdminTypes.StoreCreditConfiguration, 'storeCreditEnabled'>, locations: { nodes: Array<Pick<AdminTypes.Location, 'id' | 'name'>> }, recipes: { nodes: Array<(
      Pick<AdminTypes.Metaobject, 'id' | 'handle' | 'updatedAt'>
      & { recipe?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>>, enabled?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }
    )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage'> }, settings?: AdminTypes.Maybe<(
    Pick<AdminTypes.Metaobject, 'updatedAt'>
    & { settings?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }
  )>, order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'name' | 'createdAt' | 'cancelledAt' | 'displayFinancialStatus' | 'tags' | 'currencyCode' | 'presentmentCurrencyCode' | 'taxesIncluded' | 'dutiesIncluded' | 'id' | 'updatedAt'>
    & { customer?: AdminTypes.Maybe<(
      Pick<AdminTypes.Customer, 'id' | 'locale'>
      & { storeCreditAccounts: { nodes: Array<(
          Pick<AdminTypes.StoreCreditAccount, 'id'>
          & { balance: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
        )> } }
    )>, purchasingEntity?: AdminTypes.Maybe<{ __typename: 'Customer' } | (
      { __typename: 'PurchasingCompany' }
      & { location: (
        Pick<AdminTypes.CompanyLocation, 'id'>
        & { storeCreditAccounts: { nodes: Array<(
            Pick<AdminTypes.StoreCreditAccount, 'id'>
            & { balance: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          )> } }
      ) }
    )>, disputes: Array<Pick<AdminTypes.OrderDisputeSummary, 'status'>>, totalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalReceivedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalTipReceivedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalCashRoundingAdjustment: { paymentSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }, transactions: Array<(
      Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway' | 'formattedGateway' | 'accountNumber' | 'manualPaymentGateway'>
      & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, maximumRefundableV2?: AdminTypes.Maybe<Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>>, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
    )>, refundLines: Array<(
      Pick<AdminTypes.Refund, 'id'>
      & { refundLineItems: { nodes: Array<(
          Pick<AdminTypes.RefundLineItem, 'quantity' | 'restockType'>
          & { lineItem: Pick<AdminTypes.LineItem, 'id'>, subtotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalTaxSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
        )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'> }, refundShippingLines: { nodes: Array<{ subtotalAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> } }
    )>, returns: { nodes: Array<(
        Pick<AdminTypes.Return, 'name' | 'status'>
        & { returnLineItems: { nodes: Array<(
            Pick<AdminTypes.ReturnLineItem, 'quantity' | 'refundableQuantity'>
            & { fulfillmentLineItem: { lineItem: Pick<AdminTypes.LineItem, 'id'> } }
          )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage'> } }
      )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage'> }, shippingLines: { nodes: Array<(
        Pick<AdminTypes.ShippingLine, 'isRemoved'>
        & { discountedPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> }
      )> }, lineItems: { nodes: Array<(
        Pick<AdminTypes.LineItem, 'id' | 'name' | 'sku' | 'quantity' | 'refundableQuantity' | 'unfulfilledQuantity' | 'restockable'>
        & { originalTotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, duties: Array<(
          Pick<AdminTypes.Duty, 'id'>
          & { price: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> }
        )> }
      )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'> }, claim?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, netPaymentSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalRefundedShippingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, refunds: Array<(
      Pick<AdminTypes.Refund, 'id' | 'createdAt' | 'note'>
      & { totalRefundedSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, duties?: AdminTypes.Maybe<Array<{ originalDuty?: AdminTypes.Maybe<Pick<AdminTypes.Duty, 'id'>> }>>, transactions: { nodes: Array<(
          Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway'>
          & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
        )> } }
    )>, request?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, ask?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> }
  )> };

export type OrderLinesPageQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type OrderLinesPageQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'updatedAt'>
    & { lineItems: { nodes: Array<(
        Pick<AdminTypes.LineItem, 'id' | 'name' | 'sku' | 'quantity' | 'refundableQuantity' | 'unfulfilledQuantity' | 'restockable'>
        & { originalTotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }>, duties: Array<(
          Pick<AdminTypes.Duty, 'id'>
          & { price: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }> }
        )> }
      )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'> } }
  )> };

export type OrdersToTryQueryVariables = AdminTypes.Exact<{
  query?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type OrdersToTryQuery = { orders: { nodes: Array<(
      Pick<AdminTypes.Order, 'id' | 'name' | 'createdAt'>
      & { totalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
    )> } };

export type RecentOrderRatesQueryVariables = AdminTypes.Exact<{
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type RecentOrderRatesQuery = { orders: { nodes: Array<(
      Pick<AdminTypes.Order, 'id' | 'createdAt' | 'presentmentCurrencyCode'>
      & { totalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
    )> } };

export type RefundCreateMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.RefundInput;
  key: AdminTypes.Scalars['String']['input'];
}>;


export type RefundCreateMutation = { refundCreate?: AdminTypes.Maybe<{ refund?: AdminTypes.Maybe<(
      Pick<AdminTypes.Refund, 'id'>
      & { transactions: { nodes: Array<(
          Pick<AdminTypes.OrderTransaction, 'id' | 'kind' | 'status' | 'gateway'>
          & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
        )> } }
    )>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type RefundLinesPageQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type RefundLinesPageQuery = { refund?: AdminTypes.Maybe<{ refundLineItems: { nodes: Array<(
        Pick<AdminTypes.RefundLineItem, 'quantity' | 'restockType'>
        & { lineItem: Pick<AdminTypes.LineItem, 'id'>, subtotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalTaxSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }
      )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'> } }> };

export type RefundSuggestionQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  refundLineItems?: AdminTypes.InputMaybe<Array<AdminTypes.RefundLineItemInput> | AdminTypes.RefundLineItemInput>;
  shippingAmount?: AdminTypes.InputMaybe<AdminTypes.Scalars['Money']['input']>;
  refundDuties?: AdminTypes.InputMaybe<Array<AdminTypes.RefundDutyInput> | AdminTypes.RefundDutyInput>;
}>;


export type RefundSuggestionQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'updatedAt'>
    & { netPaymentSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, suggestedRefund?: AdminTypes.Maybe<{ amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, subtotalSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalTaxSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, totalDutiesSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, maximumRefundableSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, shipping: { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, taxSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, maximumRefundableSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> } }, suggestedTransactions: Array<(
        Pick<AdminTypes.SuggestedOrderTransaction, 'gateway'>
        & { amountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }, maximumRefundableSet?: AdminTypes.Maybe<{ shopMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, presentmentMoney: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }>, parentTransaction?: AdminTypes.Maybe<Pick<AdminTypes.OrderTransaction, 'id'>> }
      )> }> }
  )> };

export type ShopSetupQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type ShopSetupQuery = { storeCreditConfiguration: Pick<AdminTypes.StoreCreditConfiguration, 'storeCreditEnabled'>, currentAppInstallation: { accessScopes: Array<Pick<AdminTypes.AccessScope, 'handle'>> }, shop: (
    Pick<AdminTypes.Shop, 'currencyCode' | 'enabledPresentmentCurrencies'>
    & { customerAccountsV2: Pick<AdminTypes.CustomerAccountsV2, 'customerAccountsVersion'> }
  ) };

export type StoreCreditAccountCreditMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  creditInput: AdminTypes.StoreCreditAccountCreditInput;
}>;


export type StoreCreditAccountCreditMutation = { storeCreditAccountCredit?: AdminTypes.Maybe<{ storeCreditAccountTransaction?: AdminTypes.Maybe<(
      Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id'>
      & { balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    )>, userErrors: Array<Pick<AdminTypes.StoreCreditAccountCreditUserError, 'code' | 'field' | 'message'>> }> };

export type StoreCreditAccountDebitMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  debitInput: AdminTypes.StoreCreditAccountDebitInput;
}>;


export type StoreCreditAccountDebitMutation = { storeCreditAccountDebit?: AdminTypes.Maybe<{ storeCreditAccountTransaction?: AdminTypes.Maybe<Pick<AdminTypes.StoreCreditAccountDebitTransaction, 'id'>>, userErrors: Array<Pick<AdminTypes.StoreCreditAccountDebitUserError, 'code' | 'field' | 'message'>> }> };

export type StoreCreditAccountStateQueryVariables = AdminTypes.Exact<{
  ownerId: AdminTypes.Scalars['ID']['input'];
}>;


export type StoreCreditAccountStateQuery = { owner?: AdminTypes.Maybe<{ __typename: 'AppInstallation' | 'Company' | 'CurrencyExchangeAdjustment' | 'Duty' | 'ExchangeLineItem' | 'Fulfillment' | 'FulfillmentEvent' | 'FulfillmentLineItem' | 'FulfillmentOrder' | 'FulfillmentOrderLineItem' | 'GiftCard' | 'GiftCardCreditTransaction' | 'GiftCardDebitTransaction' | 'LineItem' | 'Location' | 'MailingAddress' | 'Metafield' | 'MetafieldDefinition' | 'Metaobject' | 'MetaobjectDefinition' } | { __typename: 'Order' | 'OrderAdjustment' | 'OrderDisputeSummary' | 'OrderTransaction' | 'Product' | 'ProductVariant' | 'Refund' | 'RefundShippingLine' | 'Return' | 'ReturnLineItem' | 'ReverseFulfillmentOrder' | 'ReverseFulfillmentOrderLineItem' | 'Shop' | 'StaffMember' | 'StoreCreditAccount' | 'StoreCreditAccountCreditTransaction' | 'StoreCreditAccountDebitRevertTransaction' | 'StoreCreditAccountDebitTransaction' | 'TransactionFee' } | (
    { __typename: 'CompanyLocation' }
    & Pick<AdminTypes.CompanyLocation, 'id'>
    & { storeCreditAccounts: { nodes: Array<(
        Pick<AdminTypes.StoreCreditAccount, 'id'>
        & { balance: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, transactions: { nodes: Array<(
            { __typename: 'StoreCreditAccountCreditTransaction' }
            & Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id' | 'expiresAt' | 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountDebitRevertTransaction' }
            & Pick<AdminTypes.StoreCreditAccountDebitRevertTransaction, 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountDebitTransaction' }
            & Pick<AdminTypes.StoreCreditAccountDebitTransaction, 'id' | 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountExpirationTransaction' }
            & Pick<AdminTypes.StoreCreditAccountExpirationTransaction, 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          )> } }
      )> } }
  ) | (
    { __typename: 'Customer' }
    & Pick<AdminTypes.Customer, 'id'>
    & { storeCreditAccounts: { nodes: Array<(
        Pick<AdminTypes.StoreCreditAccount, 'id'>
        & { balance: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, transactions: { nodes: Array<(
            { __typename: 'StoreCreditAccountCreditTransaction' }
            & Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id' | 'expiresAt' | 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountDebitRevertTransaction' }
            & Pick<AdminTypes.StoreCreditAccountDebitRevertTransaction, 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountDebitTransaction' }
            & Pick<AdminTypes.StoreCreditAccountDebitTransaction, 'id' | 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          ) | (
            { __typename: 'StoreCreditAccountExpirationTransaction' }
            & Pick<AdminTypes.StoreCreditAccountExpirationTransaction, 'createdAt' | 'event'>
            & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
          )> } }
      )> } }
  )> };

export type AccountStateFragment = (
  Pick<AdminTypes.StoreCreditAccount, 'id'>
  & { balance: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, transactions: { nodes: Array<(
      { __typename: 'StoreCreditAccountCreditTransaction' }
      & Pick<AdminTypes.StoreCreditAccountCreditTransaction, 'id' | 'expiresAt' | 'createdAt' | 'event'>
      & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    ) | (
      { __typename: 'StoreCreditAccountDebitRevertTransaction' }
      & Pick<AdminTypes.StoreCreditAccountDebitRevertTransaction, 'createdAt' | 'event'>
      & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    ) | (
      { __typename: 'StoreCreditAccountDebitTransaction' }
      & Pick<AdminTypes.StoreCreditAccountDebitTransaction, 'id' | 'createdAt' | 'event'>
      & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    ) | (
      { __typename: 'StoreCreditAccountExpirationTransaction' }
      & Pick<AdminTypes.StoreCreditAccountExpirationTransaction, 'createdAt' | 'event'>
      & { amount: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'>, balanceAfterTransaction: Pick<AdminTypes.MoneyV2, 'amount' | 'currencyCode'> }
    )> } }
);

export type TagsAddMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  tags: Array<AdminTypes.Scalars['String']['input']> | AdminTypes.Scalars['String']['input'];
}>;


export type TagsAddMutation = { tagsAdd?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.UserError, 'message'>> }> };

export type TagsRemoveMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  tags: Array<AdminTypes.Scalars['String']['input']> | AdminTypes.Scalars['String']['input'];
}>;


export type TagsRemoveMutation = { tagsRemove?: AdminTypes.Maybe<{ userErrors: Array<Pick<AdminTypes.UserError, 'message'>> }> };

export type TriggerFactsQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  recipe: AdminTypes.Scalars['String']['input'];
}>;


export type TriggerFactsQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'name' | 'customerLocale'>
    & { customer?: AdminTypes.Maybe<Pick<AdminTypes.Customer, 'id'>> }
  )>, recipe?: AdminTypes.Maybe<{ recipe?: AdminTypes.Maybe<Pick<AdminTypes.MetaobjectField, 'value'>> }> };

export type WaitingOrdersQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type WaitingOrdersQuery = { tagged: { nodes: Array<(
      Pick<AdminTypes.Order, 'id' | 'name' | 'tags'>
      & { claim?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, request?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, ask?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> }
    )>, pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage'> }, refunded: { nodes: Array<(
      Pick<AdminTypes.Order, 'id' | 'name' | 'tags'>
      & { claim?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, request?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, ask?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> }
    )> } };

export type WaitingOrderFragment = (
  Pick<AdminTypes.Order, 'id' | 'name' | 'tags'>
  & { claim?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, request?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>>, ask?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'key' | 'value' | 'compareDigest' | 'updatedAt'>> }
);

interface GeneratedQueryTypes {
  "query CustomerHistory($id: ID!) {\n  order(id: $id) {\n    customer {\n      orders(first: 50, sortKey: UPDATED_AT, reverse: true) {\n        nodes {\n          id\n          totalPriceSet {\n            ...Money\n          }\n          claim: metafield(namespace: \"refund_recipes\", key: \"claim\") {\n            ...RefundRecipesMetafield\n          }\n        }\n      }\n      storeCreditAccounts(first: 5) {\n        nodes {\n          ...AccountHistory\n        }\n      }\n    }\n    purchasingEntity {\n      __typename\n      ... on PurchasingCompany {\n        location {\n          storeCreditAccounts(first: 5) {\n            nodes {\n              ...AccountHistory\n            }\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment AccountHistory on StoreCreditAccount {\n  transactions(first: 50, reverse: true) {\n    nodes {\n      __typename\n      amount {\n        amount\n        currencyCode\n      }\n      createdAt\n      event\n      ... on StoreCreditAccountCreditTransaction {\n        id\n      }\n    }\n  }\n}": {return: CustomerHistoryQuery, variables: CustomerHistoryQueryVariables},
  "query EvidenceByHandle($handle: String!) {\n  evidence: metaobjectByHandle(\n    handle: {type: \"$app:refund-evidence\", handle: $handle}\n  ) {\n    evidence: field(key: \"evidence\") {\n      value\n    }\n  }\n}": {return: EvidenceByHandleQuery, variables: EvidenceByHandleQueryVariables},
  "query ExecutionCreditState($id: ID!, $ownerId: ID!) {\n  order(id: $id) {\n    ...ExecutionOrder\n  }\n  settings: metaobjectByHandle(\n    handle: {type: \"$app:refund-settings\", handle: \"shop\"}\n  ) {\n    ...ExecutionSettings\n  }\n  owner: node(id: $ownerId) {\n    __typename\n    ... on Customer {\n      id\n      storeCreditAccounts(first: 10) {\n        nodes {\n          ...AccountState\n        }\n      }\n    }\n    ... on CompanyLocation {\n      id\n      storeCreditAccounts(first: 10) {\n        nodes {\n          ...AccountState\n        }\n      }\n    }\n  }\n}": {return: ExecutionCreditStateQuery, variables: ExecutionCreditStateQueryVariables},
  "query ExecutionState($id: ID!) {\n  order(id: $id) {\n    ...ExecutionOrder\n  }\n  settings: metaobjectByHandle(\n    handle: {type: \"$app:refund-settings\", handle: \"shop\"}\n  ) {\n    ...ExecutionSettings\n  }\n}\n\nfragment ExecutionOrder on Order {\n  ...OrderMoneyState\n  tags\n  claim: metafield(namespace: \"refund_recipes\", key: \"claim\") {\n    ...RefundRecipesMetafield\n  }\n  ...OrderRequests\n}\n\nfragment ExecutionSettings on Metaobject {\n  settings: field(key: \"settings\") {\n    value\n  }\n}": {return: ExecutionStateQuery, variables: ExecutionStateQueryVariables},
  "query HomeRecipe($handle: MetaobjectHandleInput!) {\n  recipe: metaobjectByHandle(handle: $handle) {\n    ...StoredRecipe\n  }\n}": {return: HomeRecipeQuery, variables: HomeRecipeQueryVariables},
  "query HomeRecipes($after: String) {\n  shop {\n    currencyCode\n  }\n  recipes: metaobjects(type: \"$app:refund-recipe\", first: 250, after: $after) {\n    nodes {\n      ...StoredRecipe\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  settings: metaobjectByHandle(\n    handle: {type: \"$app:refund-settings\", handle: \"shop\"}\n  ) {\n    updatedAt\n    settings: field(key: \"settings\") {\n      value\n    }\n  }\n}\n\nfragment StoredRecipe on Metaobject {\n  id\n  handle\n  updatedAt\n  recipe: field(key: \"recipe\") {\n    value\n  }\n  enabled: field(key: \"enabled\") {\n    value\n  }\n}": {return: HomeRecipesQuery, variables: HomeRecipesQueryVariables},
  "query HomeSettings {\n  settings: metaobjectByHandle(\n    handle: {type: \"$app:refund-settings\", handle: \"shop\"}\n  ) {\n    updatedAt\n    settings: field(key: \"settings\") {\n      value\n    }\n  }\n}": {return: HomeSettingsQuery, variables: HomeSettingsQueryVariables},
  "query OrderForBlock($id: ID!) {\n  order(id: $id) {\n    ...OrderMoneyState\n    tags\n    currencyCode\n    presentmentCurrencyCode\n    transactions(first: 100) {\n      ...OrderPayment\n    }\n    customer {\n      id\n      storeCreditAccounts(first: 10) {\n        nodes {\n          id\n          balance {\n            amount\n            currencyCode\n          }\n        }\n      }\n    }\n    purchasingEntity {\n      __typename\n      ... on PurchasingCompany {\n        location {\n          id\n          storeCreditAccounts(first: 10) {\n            nodes {\n              id\n              balance {\n                amount\n                currencyCode\n              }\n            }\n          }\n        }\n      }\n    }\n    claim: metafield(namespace: \"refund_recipes\", key: \"claim\") {\n      ...RefundRecipesMetafield\n    }\n    ...OrderRequests\n  }\n}": {return: OrderForBlockQuery, variables: OrderForBlockQueryVariables},
  "query OrderForRefund($id: ID!) {\n  shop {\n    currencyCode\n  }\n  storeCreditConfiguration {\n    storeCreditEnabled\n  }\n  locations(first: 50) {\n    nodes {\n      id\n      name\n    }\n  }\n  recipes: metaobjects(type: \"$app:refund-recipe\", first: 50) {\n    nodes {\n      id\n      handle\n      updatedAt\n      recipe: field(key: \"recipe\") {\n        value\n      }\n      enabled: field(key: \"enabled\") {\n        value\n      }\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n  settings: metaobjectByHandle(\n    handle: {type: \"$app:refund-settings\", handle: \"shop\"}\n  ) {\n    updatedAt\n    settings: field(key: \"settings\") {\n      value\n    }\n  }\n  order(id: $id) {\n    ...OrderMoneyState\n    name\n    createdAt\n    cancelledAt\n    displayFinancialStatus\n    tags\n    currencyCode\n    presentmentCurrencyCode\n    taxesIncluded\n    dutiesIncluded\n    customer {\n      id\n      locale\n      storeCreditAccounts(first: 10) {\n        nodes {\n          id\n          balance {\n            amount\n            currencyCode\n          }\n        }\n      }\n    }\n    purchasingEntity {\n      __typename\n      ... on PurchasingCompany {\n        location {\n          id\n          storeCreditAccounts(first: 10) {\n            nodes {\n              id\n              balance {\n                amount\n                currencyCode\n              }\n            }\n          }\n        }\n      }\n    }\n    disputes {\n      status\n    }\n    totalPriceSet {\n      ...Money\n    }\n    totalReceivedSet {\n      ...Money\n    }\n    totalTipReceivedSet {\n      ...Money\n    }\n    totalCashRoundingAdjustment {\n      paymentSet {\n        ...Money\n      }\n    }\n    transactions(first: 100) {\n      ...OrderPayment\n    }\n    refundLines: refunds(first: 250) {\n      id\n      refundLineItems(first: 25) {\n        nodes {\n          quantity\n          restockType\n          lineItem {\n            id\n          }\n          subtotalSet {\n            ...Money\n          }\n          totalTaxSet {\n            ...Money\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      refundShippingLines(first: 10) {\n        nodes {\n          subtotalAmountSet {\n            ...Money\n          }\n          taxAmountSet {\n            ...Money\n          }\n        }\n      }\n    }\n    returns(first: 25) {\n      nodes {\n        name\n        status\n        returnLineItems(first: 25) {\n          nodes {\n            ... on ReturnLineItem {\n              quantity\n              refundableQuantity\n              fulfillmentLineItem {\n                lineItem {\n                  id\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    shippingLines(first: 25) {\n      nodes {\n        isRemoved\n        discountedPriceSet {\n          ...Money\n        }\n        taxLines {\n          priceSet {\n            ...Money\n          }\n        }\n      }\n    }\n    lineItems(first: 250) {\n      nodes {\n        ...OrderLine\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    claim: metafield(namespace: \"refund_recipes\", key: \"claim\") {\n      ...RefundRecipesMetafield\n    }\n    ...OrderRequests\n  }\n}": {return: OrderForRefundQuery, variables: OrderForRefundQueryVariables},
  "query OrderLinesPage($id: ID!, $after: String) {\n  order(id: $id) {\n    updatedAt\n    lineItems(first: 250, after: $after) {\n      nodes {\n        ...OrderLine\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": {return: OrderLinesPageQuery, variables: OrderLinesPageQueryVariables},
  "query OrdersToTry($query: String) {\n  orders(first: 10, query: $query, sortKey: CREATED_AT, reverse: true) {\n    nodes {\n      id\n      name\n      createdAt\n      totalPriceSet {\n        ...Money\n      }\n    }\n  }\n}": {return: OrdersToTryQuery, variables: OrdersToTryQueryVariables},
  "query RecentOrderRates($after: String) {\n  orders(first: 50, after: $after, sortKey: CREATED_AT, reverse: true) {\n    nodes {\n      id\n      createdAt\n      presentmentCurrencyCode\n      totalPriceSet {\n        ...Money\n      }\n    }\n  }\n}": {return: RecentOrderRatesQuery, variables: RecentOrderRatesQueryVariables},
  "query RefundLinesPage($id: ID!, $after: String) {\n  refund(id: $id) {\n    refundLineItems(first: 250, after: $after) {\n      nodes {\n        quantity\n        restockType\n        lineItem {\n          id\n        }\n        subtotalSet {\n          ...Money\n        }\n        totalTaxSet {\n          ...Money\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": {return: RefundLinesPageQuery, variables: RefundLinesPageQueryVariables},
  "query RefundSuggestion($id: ID!, $refundLineItems: [RefundLineItemInput!], $shippingAmount: Money, $refundDuties: [RefundDutyInput!]) {\n  order(id: $id) {\n    updatedAt\n    netPaymentSet {\n      ...Money\n    }\n    suggestedRefund(\n      refundLineItems: $refundLineItems\n      shippingAmount: $shippingAmount\n      refundDuties: $refundDuties\n    ) {\n      ...Suggestion\n    }\n  }\n}": {return: RefundSuggestionQuery, variables: RefundSuggestionQueryVariables},
  "query ShopSetup {\n  storeCreditConfiguration {\n    storeCreditEnabled\n  }\n  currentAppInstallation {\n    accessScopes {\n      handle\n    }\n  }\n  shop {\n    currencyCode\n    enabledPresentmentCurrencies\n    customerAccountsV2 {\n      customerAccountsVersion\n    }\n  }\n}": {return: ShopSetupQuery, variables: ShopSetupQueryVariables},
  "query StoreCreditAccountState($ownerId: ID!) {\n  owner: node(id: $ownerId) {\n    __typename\n    ... on Customer {\n      id\n      storeCreditAccounts(first: 10) {\n        nodes {\n          ...AccountState\n        }\n      }\n    }\n    ... on CompanyLocation {\n      id\n      storeCreditAccounts(first: 10) {\n        nodes {\n          ...AccountState\n        }\n      }\n    }\n  }\n}\n\nfragment AccountState on StoreCreditAccount {\n  id\n  balance {\n    amount\n    currencyCode\n  }\n  transactions(first: 20, reverse: true) {\n    nodes {\n      __typename\n      amount {\n        amount\n        currencyCode\n      }\n      balanceAfterTransaction {\n        amount\n        currencyCode\n      }\n      createdAt\n      event\n      ... on StoreCreditAccountCreditTransaction {\n        id\n        expiresAt\n      }\n      ... on StoreCreditAccountDebitTransaction {\n        id\n      }\n    }\n  }\n}": {return: StoreCreditAccountStateQuery, variables: StoreCreditAccountStateQueryVariables},
  "query TriggerFacts($id: ID!, $recipe: String!) {\n  order(id: $id) {\n    name\n    customerLocale\n    customer {\n      id\n    }\n  }\n  recipe: metaobjectByHandle(\n    handle: {type: \"$app:refund-recipe\", handle: $recipe}\n  ) {\n    recipe: field(key: \"recipe\") {\n      value\n    }\n  }\n}": {return: TriggerFactsQuery, variables: TriggerFactsQueryVariables},
  "query WaitingOrders {\n  tagged: orders(\n    first: 50\n    query: \"tag:'Refund waiting'\"\n    sortKey: UPDATED_AT\n    reverse: true\n  ) {\n    nodes {\n      ...WaitingOrder\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n  refunded: orders(\n    first: 50\n    query: \"financial_status:refunded OR financial_status:partially_refunded\"\n    sortKey: UPDATED_AT\n    reverse: true\n  ) {\n    nodes {\n      ...WaitingOrder\n    }\n  }\n}\n\nfragment WaitingOrder on Order {\n  id\n  name\n  tags\n  claim: metafield(namespace: \"refund_recipes\", key: \"claim\") {\n    ...RefundRecipesMetafield\n  }\n  ...OrderRequests\n}": {return: WaitingOrdersQuery, variables: WaitingOrdersQueryVariables},
}

interface GeneratedMutationTypes {
  "mutation FlowTriggerReceive($handle: String!, $payload: JSON!) {\n  flowTriggerReceive(handle: $handle, payload: $payload) {\n    userErrors {\n      message\n    }\n  }\n}": {return: FlowTriggerReceiveMutation, variables: FlowTriggerReceiveMutationVariables},
  "mutation GiftCardCreate($input: GiftCardCreateInput!) {\n  giftCardCreate(input: $input) {\n    giftCard {\n      id\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": {return: GiftCardCreateMutation, variables: GiftCardCreateMutationVariables},
  "mutation MetafieldsSet($metafields: [MetafieldsSetInput!]!) {\n  metafieldsSet(metafields: $metafields) {\n    metafields {\n      ...RefundRecipesMetafield\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": {return: MetafieldsSetMutation, variables: MetafieldsSetMutationVariables},
  "mutation MetaobjectDelete($id: ID!) {\n  metaobjectDelete(id: $id) {\n    deletedId\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": {return: MetaobjectDeleteMutation, variables: MetaobjectDeleteMutationVariables},
  "mutation MetaobjectPairUpsert($handle: MetaobjectHandleInput!, $metaobject: MetaobjectUpsertInput!, $secondHandle: MetaobjectHandleInput!, $secondMetaobject: MetaobjectUpsertInput!) {\n  first: metaobjectUpsert(handle: $handle, metaobject: $metaobject) {\n    metaobject {\n      id\n    }\n    userErrors {\n      message\n    }\n  }\n  second: metaobjectUpsert(handle: $secondHandle, metaobject: $secondMetaobject) {\n    metaobject {\n      id\n    }\n    userErrors {\n      message\n    }\n  }\n}": {return: MetaobjectPairUpsertMutation, variables: MetaobjectPairUpsertMutationVariables},
  "mutation MetaobjectUpsert($handle: MetaobjectHandleInput!, $metaobject: MetaobjectUpsertInput!) {\n  metaobjectUpsert(handle: $handle, metaobject: $metaobject) {\n    metaobject {\n      id\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": {return: MetaobjectUpsertMutation, variables: MetaobjectUpsertMutationVariables},
  "mutation RefundCreate($input: RefundInput!, $key: String!) {\n  refundCreate(input: $input) @idempotent(key: $key) {\n    refund {\n      id\n      transactions(first: 50) {\n        nodes {\n          id\n          kind\n          status\n          gateway\n          amountSet {\n            ...Money\n          }\n          parentTransaction {\n            id\n          }\n        }\n      }\n    }\n    userErrors {\n      field\n      message\n    }\n  }\n}": {return: RefundCreateMutation, variables: RefundCreateMutationVariables},
  "mutation StoreCreditAccountCredit($id: ID!, $creditInput: StoreCreditAccountCreditInput!) {\n  storeCreditAccountCredit(id: $id, creditInput: $creditInput) {\n    storeCreditAccountTransaction {\n      id\n      balanceAfterTransaction {\n        amount\n        currencyCode\n      }\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": {return: StoreCreditAccountCreditMutation, variables: StoreCreditAccountCreditMutationVariables},
  "mutation StoreCreditAccountDebit($id: ID!, $debitInput: StoreCreditAccountDebitInput!) {\n  storeCreditAccountDebit(id: $id, debitInput: $debitInput) {\n    storeCreditAccountTransaction {\n      id\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": {return: StoreCreditAccountDebitMutation, variables: StoreCreditAccountDebitMutationVariables},
  "mutation TagsAdd($id: ID!, $tags: [String!]!) {\n  tagsAdd(id: $id, tags: $tags) {\n    userErrors {\n      message\n    }\n  }\n}": {return: TagsAddMutation, variables: TagsAddMutationVariables},
  "mutation TagsRemove($id: ID!, $tags: [String!]!) {\n  tagsRemove(id: $id, tags: $tags) {\n    userErrors {\n      message\n    }\n  }\n}": {return: TagsRemoveMutation, variables: TagsRemoveMutationVariables},
}
declare module '@shopify/admin-api-client' {
  type InputMaybe<T> = AdminTypes.InputMaybe<T>;
  interface AdminQueries extends GeneratedQueryTypes {}
  interface AdminMutations extends GeneratedMutationTypes {}
}
