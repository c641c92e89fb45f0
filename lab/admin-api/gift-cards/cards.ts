/** Gift cards and what moves on them. The whole code is kept (a repeat has to collide) but never shown again. */
import {randomInt} from 'node:crypto';
import {add, dec, type Dec, format} from '../decimal.ts';
import type {Store} from '../store.ts';

export interface CardRow {
  id: string;
  /** Lower case; unique. */
  code: string;
  currency: string;
  initial: string;
  balance: string;
  expires_on: string | null;
  note: string | null;
  template_suffix: string | null;
  customer: string | null;
  /** JSON of the recipient's attributes. */
  recipient: string | null;
  order_id: string | null;
  strategy: string;
  deactivated_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface CardTransactionRow {
  id: string;
  card: string;
  kind: 'Credit' | 'Debit';
  /** Negative for a debit. */
  amount: string;
  note: string | null;
  processed_at: string;
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

export function migrateCards(store: Store): void {
  store.exec(`
    CREATE TABLE IF NOT EXISTS gift_cards (
      id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, currency TEXT NOT NULL, initial TEXT NOT NULL, balance TEXT NOT NULL,
      expires_on TEXT, note TEXT, template_suffix TEXT, customer TEXT, recipient TEXT, order_id TEXT, strategy TEXT NOT NULL,
      deactivated_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS gift_card_transactions (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, card TEXT NOT NULL, kind TEXT NOT NULL,
      amount TEXT NOT NULL, note TEXT, processed_at TEXT NOT NULL
    ) STRICT;
  `);
}

export function newCode(): string {
  return Array.from({length: 16}, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

export function findCard(store: Store, id: string): CardRow | undefined {
  return store.get<CardRow>('SELECT * FROM gift_cards WHERE id = ?', id);
}

export function cardByCode(store: Store, code: string): CardRow | undefined {
  return store.get<CardRow>('SELECT * FROM gift_cards WHERE code = ?', code.toLowerCase());
}

export function allCards(store: Store): CardRow[] {
  return store.all<CardRow>('SELECT * FROM gift_cards ORDER BY rowid');
}

export interface NewCard {
  readonly id?: string;
  readonly code?: string | null;
  readonly amount: Dec;
  readonly currency: string;
  readonly expiresOn?: string | null;
  readonly note?: string | null;
  readonly templateSuffix?: string | null;
  readonly customerId?: string | null;
  readonly recipient?: unknown;
  readonly orderId?: string | null;
  readonly strategy?: string;
}

export function issueCard(store: Store, input: NewCard): CardRow {
  const now = store.clock.iso();
  const row: CardRow = {
    id: input.id ?? store.newGid('GiftCard'),
    code: (input.code ?? newCode()).toLowerCase(),
    currency: input.currency,
    initial: format(input.amount),
    balance: format(input.amount),
    expires_on: input.expiresOn ?? null,
    note: input.note ?? null,
    template_suffix: input.templateSuffix ?? null,
    customer: input.customerId ?? null,
    recipient: input.recipient ? JSON.stringify(input.recipient) : null,
    order_id: input.orderId ?? null,
    strategy: input.strategy ?? 'MARKET_FX',
    deactivated_at: null,
    created_at: now,
    updated_at: now,
  };
  store.run(
    'INSERT INTO gift_cards VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.code,
    row.currency,
    row.initial,
    row.balance,
    row.expires_on,
    row.note,
    row.template_suffix,
    row.customer,
    row.recipient,
    row.order_id,
    row.strategy,
    row.deactivated_at,
    row.created_at,
    row.updated_at,
  );
  return row;
}

export function cardTransactions(store: Store, card: string): CardTransactionRow[] {
  return store.all<CardTransactionRow>('SELECT * FROM gift_card_transactions WHERE card = ? ORDER BY sequence', card);
}

/** Moves money on a card, in the card's currency; below zero takes it off. Checks nothing. */
export function moveOnCard(
  store: Store,
  id: string,
  amount: Dec,
  note: string | null,
  processedAt?: string | null,
): CardTransactionRow {
  const card = findCard(store, id);
  if (!card) throw new Error(`No gift card ${id}`);
  const kind = amount.units < 0n ? 'Debit' : 'Credit';
  const row: CardTransactionRow = {
    id: store.newGid(`GiftCard${kind}Transaction`),
    card: id,
    kind,
    amount: format(amount),
    note,
    processed_at: processedAt ?? store.clock.iso(),
  };
  store.run(
    'INSERT INTO gift_card_transactions (id, card, kind, amount, note, processed_at) VALUES (?, ?, ?, ?, ?, ?)',
    row.id,
    row.card,
    row.kind,
    row.amount,
    row.note,
    row.processed_at,
  );
  store.run(
    'UPDATE gift_cards SET balance = ?, updated_at = ? WHERE id = ?',
    format(add(dec(card.balance), amount)),
    store.clock.iso(),
    id,
  );
  return row;
}

/** Puts money back on the card that paid for an order. */
export function creditGiftCard(store: Store, id: string, amount: Dec, note: string | null = null): CardTransactionRow {
  return moveOnCard(store, id, amount, note);
}
