/** Gift cards. */
import {connection, type PageArgs} from '../connections.ts';
import {dec, format} from '../decimal.ts';
import type {LabContext, LabModule, Source} from '../resolvers.ts';
import {fits, matches, parseSearch} from '../search-syntax.ts';
import type {Store} from '../store.ts';
import {allCards, type CardRow, cardTransactions, type CardTransactionRow, findCard, migrateCards} from './cards.ts';
import {giftCardCreate, giftCardUpdate} from './create.ts';
import {giftCardCredit, giftCardDeactivate, giftCardDebit} from './move.ts';
import {giftCardSendNotificationToCustomer} from './send.ts';
import {cardSource, cardTransactionSource} from './sources.ts';

type ListArgs = PageArgs & {readonly query?: string | null};

function listed(store: Store, query: string | null | undefined): CardRow[] {
  const search = parseSearch(query);
  const value = (row: CardRow, field: string | null): string | null => {
    switch (field) {
      case 'id':
        return row.id.split('/').at(-1) ?? null;
      case 'status':
        return row.deactivated_at === null ? 'enabled' : 'disabled';
      case 'created_at':
        return row.created_at;
      case 'customer_id':
        return row.customer?.split('/').at(-1) ?? null;
      default:
        return row.code.slice(-4);
    }
  };
  return allCards(store).filter((row) => matches(search, (term) => fits(term, value(row, term.field))));
}

function card(_source: unknown, args: {id: string}, {store}: LabContext): Source | null {
  const row = findCard(store, args.id);
  return row ? cardSource(row) : null;
}

function recipient(source: {recipientJson: string | null}, _args: unknown, context: LabContext): unknown {
  if (source.recipientJson === null) return null;
  const given = JSON.parse(source.recipientJson) as {
    id: string;
    message?: string;
    preferredName?: string;
    sendNotificationAt?: string;
  };
  return {
    recipient: context.load(given.id),
    message: given.message ?? null,
    preferredName: given.preferredName ?? null,
    sendNotificationAt: given.sendNotificationAt ?? null,
  };
}

const loaded =
  (key: 'customerId' | 'orderId') =>
  (source: {customerId: string | null; orderId: string | null}, _args: unknown, context: LabContext): Source | null => {
    const id = source[key];
    return (id === null ? null : context.load(id)) ?? null;
  };

function loadTransaction(store: Store, id: string): Source | undefined {
  const row = store.get<CardTransactionRow>('SELECT * FROM gift_card_transactions WHERE id = ?', id);
  const of = row && findCard(store, row.card);
  return of && cardTransactionSource(row, of);
}

const ofTransactions = {
  ownerType: 'GIFT_CARD_TRANSACTION',
  readScopes: ['read_gift_card_transactions'],
  writeScopes: ['write_gift_card_transactions'],
};

export const giftCardsModule: LabModule = {
  name: 'giftCards',
  migrate: migrateCards,
  resolvers: {
    QueryRoot: {
      giftCard: card,
      giftCards: (_source: unknown, args: ListArgs, {store}) =>
        connection(listed(store, args.query).map(cardSource), args, (one) => String(one['id'])),
      giftCardsCount: (_source: unknown, args: {query?: string | null; limit?: number | null}, {store}) => {
        const count = listed(store, args.query).length;
        const limit = args.limit ?? count;
        return {count: Math.min(count, limit), precision: count > limit ? 'AT_LEAST' : 'EXACT'};
      },
      giftCardConfiguration: (_source: unknown, _args: unknown, {settings}) => ({
        issueLimit: {amount: format(dec(settings.giftCardIssueLimit)), currencyCode: settings.currency},
        purchaseLimit: {amount: format(dec(settings.giftCardPurchaseLimit)), currencyCode: settings.currency},
      }),
    },
    Mutation: {
      giftCardCreate,
      giftCardUpdate,
      giftCardCredit,
      giftCardDebit,
      giftCardDeactivate,
      giftCardSendNotificationToCustomer,
    },
    GiftCard: {
      customer: loaded('customerId'),
      order: loaded('orderId'),
      recipientAttributes: recipient,
      isRedeemable: (source: {enabled: boolean; expiresOn: string | null}, _args: unknown, {store}) =>
        source.enabled && (source.expiresOn === null || source.expiresOn >= store.clock.iso().slice(0, 10)),
      transactions: (source: {id: string}, args: PageArgs, {store}) => {
        const row = findCard(store, source.id);
        const list = row ? cardTransactions(store, row.id).map((one) => cardTransactionSource(one, row)) : [];
        return connection(list, args, (one) => String(one['id']));
      },
    },
  },
  nodes: {
    GiftCard: {
      load: (store, id) => {
        const row = findCard(store, id);
        return row && cardSource(row);
      },
    },
    GiftCardCreditTransaction: {load: loadTransaction, metafields: ofTransactions},
    GiftCardDebitTransaction: {load: loadTransaction, metafields: ofTransactions},
  },
  inspect: (store) => ({
    giftCards: allCards(store).map(({code, ...row}) => ({...row, lastCharacters: code.slice(-4)})),
    transactions: store.all<CardTransactionRow>('SELECT * FROM gift_card_transactions ORDER BY sequence'),
  }),
};
