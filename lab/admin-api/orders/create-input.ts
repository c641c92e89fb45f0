/** OrderCreateOrderInput as it arrives: checked by the schema, unknown in meaning until read. */
import type {MoneyInput} from '../money.ts';
import type {TransactionKind, TransactionStatus} from './model.ts';

export interface MoneyBagInput {
  shopMoney: MoneyInput;
  presentmentMoney?: MoneyInput | null;
}

export interface TaxLineInput {
  title: string;
  rate: string;
  priceSet?: MoneyBagInput | null;
}

export interface AddressInput {
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  address1?: string | null;
  address2?: string | null;
  zip?: string | null;
  city?: string | null;
  provinceCode?: string | null;
  countryCode?: string | null;
  phone?: string | null;
}

export interface LineItemInput {
  title?: string | null;
  variantTitle?: string | null;
  variantId?: string | null;
  sku?: string | null;
  vendor?: string | null;
  quantity: number;
  priceSet?: MoneyBagInput | null;
  taxLines?: readonly TaxLineInput[] | null;
  requiresShipping?: boolean | null;
  taxable?: boolean | null;
  giftCard?: boolean | null;
  properties?: readonly {name: string; value: string}[] | null;
}

export interface ShippingLineInput {
  title: string;
  code?: string | null;
  source?: string | null;
  priceSet: MoneyBagInput;
  taxLines?: readonly TaxLineInput[] | null;
}

export interface PaymentInput {
  amountSet: MoneyBagInput;
  gateway?: string | null;
  kind?: TransactionKind | null;
  status?: TransactionStatus | null;
  giftCardId?: string | null;
  processedAt?: string | null;
  test?: boolean | null;
}

export interface DiscountCodeInput {
  freeShippingDiscountCode?: {code: string} | null;
  itemFixedDiscountCode?: {code: string; amountSet?: MoneyBagInput | null} | null;
  itemPercentageDiscountCode?: {code: string; percentage?: number | null} | null;
}

export interface UpsertCustomerInput {
  id?: string | null;
  email?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  phone?: string | null;
  note?: string | null;
  tags?: readonly string[] | null;
}

export interface CreateInput {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  poNumber?: string | null;
  sourceName?: string | null;
  tags?: readonly string[] | null;
  customAttributes?: readonly {key: string; value: string}[] | null;
  test?: boolean | null;
  processedAt?: string | null;
  closedAt?: string | null;
  currency?: string | null;
  presentmentCurrency?: string | null;
  taxesIncluded?: boolean | null;
  financialStatus?: string | null;
  fulfillmentStatus?: 'FULFILLED' | 'PARTIAL' | 'RESTOCKED' | null;
  fulfillment?: {locationId: string} | null;
  customerId?: string | null;
  customer?: {
    toAssociate?: {id?: string | null; email?: string | null} | null;
    toUpsert?: UpsertCustomerInput | null;
  } | null;
  companyLocationId?: string | null;
  shippingAddress?: AddressInput | null;
  billingAddress?: AddressInput | null;
  discountCode?: DiscountCodeInput | null;
  lineItems?: readonly LineItemInput[] | null;
  shippingLines?: readonly ShippingLineInput[] | null;
  transactions?: readonly PaymentInput[] | null;
}

/** What this lab has no rule for yet; asking for it is an error that names the field. */
export const UNSUPPORTED = {
  order: [
    'referringSite',
    'sourceUrl',
    'sourceIdentifier',
    'userId',
    'buyerAcceptsMarketing',
    'metafields',
    'taxLines',
  ],
  line: ['productId', 'fulfillmentService', 'weight'],
  transaction: ['authorizationCode', 'deviceId', 'locationId', 'receiptJson', 'userId'],
  upsert: ['addresses', 'multipassIdentifier', 'taxExempt'],
} as const;
