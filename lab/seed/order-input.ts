/** Short hand for orderCreate's input. Amounts are decimal strings; the shop's side follows where the order has one currency. */

export interface Amount {
  readonly shop: string;
  readonly customer: string;
}

export interface SeedLine {
  readonly title: string;
  readonly variant?: string;
  readonly sku?: string;
  readonly quantity: number;
  /** Of one unit. */
  readonly price: string | Amount;
  /** Of all units; contained in the price where the order's prices hold the tax. */
  readonly taxes?: readonly {readonly title: string; readonly rate: string; readonly amount: string | Amount}[];
}

export interface SeedShipping {
  readonly title: string;
  readonly price: string | Amount;
  readonly taxes?: SeedLine['taxes'];
}

export interface SeedPayment {
  readonly gateway: string;
  readonly amount: string | Amount;
  /** Last four digits. */
  readonly card?: string;
  readonly giftCardId?: string;
  readonly status?: 'PENDING' | 'SUCCESS';
}

export interface Currencies {
  readonly shop: string;
  readonly customer: string;
}

type Bag = {
  shopMoney: {amount: string; currencyCode: string};
  presentmentMoney: {amount: string; currencyCode: string};
};

function bag(amount: string | Amount, currencies: Currencies): Bag {
  const {shop, customer} = typeof amount === 'string' ? {shop: amount, customer: amount} : amount;
  return {
    shopMoney: {amount: shop, currencyCode: currencies.shop},
    presentmentMoney: {amount: customer, currencyCode: currencies.customer},
  };
}

const taxLines = (taxes: SeedLine['taxes'], currencies: Currencies): object[] =>
  (taxes ?? []).map(({title, rate, amount}) => ({title, rate, priceSet: bag(amount, currencies)}));

export const lineInput = (line: SeedLine, currencies: Currencies): object => ({
  title: line.title,
  ...(line.variant ? {variantTitle: line.variant} : {}),
  ...(line.sku ? {sku: line.sku} : {}),
  vendor: 'Duin & Draad',
  quantity: line.quantity,
  requiresShipping: true,
  priceSet: bag(line.price, currencies),
  taxLines: taxLines(line.taxes, currencies),
});

export const shippingInput = (line: SeedShipping, currencies: Currencies): object => ({
  title: line.title,
  code: line.title,
  priceSet: bag(line.price, currencies),
  taxLines: taxLines(line.taxes, currencies),
});

export const paymentInput = (payment: SeedPayment, currencies: Currencies): object => ({
  kind: 'SALE',
  status: payment.status ?? 'SUCCESS',
  gateway: payment.gateway,
  amountSet: bag(payment.amount, currencies),
  ...(payment.giftCardId ? {giftCardId: payment.giftCardId} : {}),
});

/** Dutch VAT of 21 % that a price of so many cents contains, half up. */
export function vatIn(price: string): {title: string; rate: string; amount: string} {
  const cents = BigInt(price.replace('.', ''));
  const tax = (2n * cents * 21n + 121n) / 242n;
  const text = String(tax).padStart(3, '0');
  return {title: 'btw', rate: '0.21', amount: `${text.slice(0, -2)}.${text.slice(-2)}`};
}
