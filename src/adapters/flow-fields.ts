const BAG = '{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }';
const ACCOUNTS = 'storeCreditAccounts { id balance { amount currencyCode } }';
const TRANSACTION = `id kind status gateway amountSet ${BAG} parentTransaction { id }`;

/** What tells an order from another, what it has paid out, and in which currencies: all that a claim needs of it. */
export const FLOW_MONEY_FIELDS = `
  id name createdAt updatedAt cancelledAt currencyCode presentmentCurrencyCode
  netPaymentSet ${BAG}
  totalRefundedSet ${BAG}
  totalRefundedShippingSet ${BAG}
  refunds { id note }
`;

/** Everything of an order that the planner reads, as the input query of Run code asks for it: lists without paging. Its inline fragment is UNCONFIRMED (25). */
export const FLOW_ORDER_FIELDS = `${FLOW_MONEY_FIELDS}
  taxesIncluded dutiesIncluded displayFinancialStatus returnStatus edited tags subtotalLineItemsQuantity
  customer { id locale ${ACCOUNTS} }
  purchasingEntity { __typename ... on PurchasingCompany { location { id ${ACCOUNTS} } } }
  disputes { status }
  totalPriceSet ${BAG}
  totalReceivedSet ${BAG}
  totalTipReceivedSet ${BAG}
  totalCashRoundingAdjustment { paymentSet ${BAG} }
  transactions {
    ${TRANSACTION} formattedGateway accountNumber manualPaymentGateway maximumRefundableV2 { amount currencyCode }
  }
  refunds {
    id createdAt note
    totalRefundedSet ${BAG}
    duties { originalDuty { id } }
    transactions { ${TRANSACTION} }
    refundLineItems { quantity lineItem { id } subtotalSet ${BAG} totalTaxSet ${BAG} }
    refundShippingLines { subtotalAmountSet ${BAG} taxAmountSet ${BAG} }
  }
  returns { name status }
  shippingLines { isRemoved discountedPriceSet ${BAG} taxLines { priceSet ${BAG} } }
  lineItems {
    id name sku quantity refundableQuantity unfulfilledQuantity restockable
    originalTotalSet ${BAG}
    discountAllocations { allocatedAmountSet ${BAG} }
    taxLines { priceSet ${BAG} }
    duties { id price ${BAG} taxLines { priceSet ${BAG} } }
  }
`;
