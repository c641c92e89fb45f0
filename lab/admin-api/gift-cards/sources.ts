/** Gift card rows as the API's objects. */
import type {Source} from '../resolvers.ts';
import type {CardRow, CardTransactionRow} from './cards.ts';

export function cardSource(row: CardRow): Source {
  const last = row.code.slice(-4);
  return {
    __typename: 'GiftCard',
    id: row.id,
    balance: {amount: row.balance, currencyCode: row.currency},
    initialValue: {amount: row.initial, currencyCode: row.currency},
    lastCharacters: last,
    maskedCode: `•••• •••• •••• ${last}`,
    note: row.note,
    expiresOn: row.expires_on,
    templateSuffix: row.template_suffix,
    customerId: row.customer,
    recipientJson: row.recipient,
    orderId: row.order_id,
    lineItem: null,
    crossCurrencyRedemptionStrategy: row.strategy,
    enabled: row.deactivated_at === null,
    deactivatedAt: row.deactivated_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function cardTransactionSource(row: CardTransactionRow, card: CardRow): Source {
  return {
    __typename: `GiftCard${row.kind}Transaction`,
    id: row.id,
    giftCard: cardSource(card),
    amount: {amount: row.amount, currencyCode: card.currency},
    note: row.note,
    processedAt: row.processed_at,
  };
}
