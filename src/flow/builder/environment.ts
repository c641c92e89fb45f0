import type {Bool, DateTime, Enum, ID, Int, Money, Named, Text, Url} from './kinds.ts';

export interface Shop extends Named<'Shop'> {
  readonly name: Text;
  readonly email: Text;
  readonly url: Url;
  readonly currencyCode: Enum<string>;
}

export interface MoneyV2 {
  readonly amount: Money;
  readonly currencyCode: Enum<string>;
}

export interface MoneyBag {
  readonly shopMoney: MoneyV2;
  readonly presentmentMoney: MoneyV2;
}

export interface Metafield {
  readonly id: ID;
  readonly namespace: Text;
  readonly key: Text;
  readonly value: Text;
  readonly type: Text;
  readonly compareDigest: Text;
  readonly updatedAt: DateTime;
}

export interface Customer extends Named<'Customer'> {
  readonly id: ID;
  readonly firstName: Text;
  readonly lastName: Text;
  readonly email: Text;
}

export interface LineItem extends Named<'LineItem'> {
  readonly id: ID;
  readonly title: Text;
  readonly quantity: Int;
  readonly currentQuantity: Int;
}

export interface Order extends Named<'Order'> {
  readonly id: ID;
  readonly legacyResourceId: ID;
  readonly name: Text;
  readonly note: Text;
  readonly email: Text;
  readonly createdAt: DateTime;
  readonly tags: readonly Text[];
  readonly customer: Customer;
  readonly lineItems: readonly LineItem[];
  readonly totalPriceSet: MoneyBag;
  readonly refundable: Bool;
}

export interface Return extends Named<'Return'> {
  readonly id: ID;
  readonly name: Text;
  readonly order: Order;
}

export interface WorkflowError {
  readonly message: Text;
}
