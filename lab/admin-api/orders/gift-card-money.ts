/** Gift cards that pay for an order, and get money back from its refunds. */
import {compare, dec, type Dec, negate} from '../decimal.ts';
import {creditGiftCard, findCard, moveOnCard} from '../gift-cards/cards.ts';
import type {Store} from '../store.ts';
import {RefusedInput} from './create.ts';
import {decimalOf} from './minor.ts';
import type {OrderRecord, TransactionRecord} from './model.ts';

/** What moves on the card: the side of the payment that is in the card's currency. */
function onCard(order: OrderRecord, {amount}: TransactionRecord, currency: string): Dec {
  return currency === order.presentmentCurrency
    ? decimalOf(amount.customer, currency)
    : decimalOf(amount.shop, order.currency);
}

/**
 * Takes what gift cards pay for a new order off them.
 * @throws RefusedInput for a card that doesn't exist or holds too little
 */
export function takeFromGiftCards(store: Store, order: OrderRecord): void {
  order.transactions.forEach((payment, index) => {
    if (payment.giftCardId === null || payment.status !== 'SUCCESS') return;
    const field = ['order', 'transactions', String(index), 'giftCardId'];
    const card = findCard(store, payment.giftCardId);
    if (!card) throw new RefusedInput(field, 'Gift card does not exist');
    const amount = onCard(order, payment, card.currency);
    if (compare(amount, dec(card.balance)) > 0) throw new RefusedInput(field, 'Gift card does not hold enough');
    moveOnCard(store, card.id, negate(amount), `Order ${order.name}`);
  });
}

/** Puts a refund back on the card that paid. */
export function backToGiftCard(store: Store, order: OrderRecord, refund: TransactionRecord): void {
  const card = refund.giftCardId === null ? undefined : findCard(store, refund.giftCardId);
  if (card) creditGiftCard(store, card.id, onCard(order, refund, card.currency), `Refund of order ${order.name}`);
}
