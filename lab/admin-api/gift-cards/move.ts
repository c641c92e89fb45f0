/** giftCardCredit, giftCardDebit and giftCardDeactivate. */
import type {GraphQLResolveInfo} from 'graphql';
import {requireStaff} from '../access.ts';
import {add, compare, dec, negate, ZERO} from '../decimal.ts';
import {userError} from '../errors.ts';
import type {MoneyInput} from '../money.ts';
import type {LabContext} from '../resolvers.ts';
import {type CardRow, findCard, moveOnCard} from './cards.ts';
import {cardSource, cardTransactionSource} from './sources.ts';

const NOT_FOUND = userError(['id'], 'The gift card could not be found.', 'GIFT_CARD_NOT_FOUND');

interface Move {
  readonly money: MoneyInput;
  readonly note?: string | null | undefined;
  readonly processedAt?: string | null | undefined;
}

/** A card past its day or switched off takes no more money and gives none. */
function closed(card: CardRow, today: string): string | undefined {
  if (card.deactivated_at !== null) return 'The gift card is deactivated.';
  return card.expires_on !== null && card.expires_on < today ? 'The gift card has expired.' : undefined;
}

function move(
  id: string,
  kind: 'credit' | 'debit',
  wanted: Move,
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  requireStaff(context, info, 'manage_gift_cards');
  const {store, settings} = context;
  const name = kind === 'credit' ? 'giftCardCreditTransaction' : 'giftCardDebitTransaction';
  const at = [`${kind}Input`, `${kind}Amount`];
  const refused = (error: unknown): unknown => ({[name]: null, userErrors: [error]});
  const card = findCard(store, id);
  if (!card) return refused(NOT_FOUND);
  const wrong = closed(card, store.clock.iso().slice(0, 10));
  if (wrong !== undefined) return refused(userError(['id'], wrong, 'INVALID'));
  const amount = dec(wanted.money.amount);
  if (compare(amount, ZERO) <= 0) {
    return refused(userError([...at, 'amount'], 'A positive amount must be used.', 'NEGATIVE_OR_ZERO_AMOUNT'));
  }
  if (card.currency !== wanted.money.currencyCode) {
    const message = 'The currency provided does not match the currency of the gift card.';
    return refused(userError([...at, 'currencyCode'], message, 'MISMATCHING_CURRENCY'));
  }
  const balance = dec(card.balance);
  if (kind === 'debit' && compare(amount, balance) > 0) {
    const message = 'The gift card does not have sufficient funds to satisfy the request.';
    return refused(userError([...at, 'amount'], message, 'INSUFFICIENT_FUNDS'));
  }
  const over =
    card.currency === settings.currency && compare(add(balance, amount), dec(settings.giftCardIssueLimit)) > 0;
  if (kind === 'credit' && over) {
    return refused(
      userError([...at, 'amount'], "The gift card's value exceeds the allowed limits.", 'GIFT_CARD_LIMIT_EXCEEDED'),
    );
  }
  const row = moveOnCard(
    store,
    id,
    kind === 'credit' ? amount : negate(amount),
    wanted.note ?? null,
    wanted.processedAt,
  );
  return {[name]: cardTransactionSource(row, findCard(store, id) ?? card), userErrors: []};
}

type Extra = {readonly note?: string | null; readonly processedAt?: string | null};

export function giftCardCredit(
  _source: unknown,
  args: {id: string; creditInput: Extra & {creditAmount: MoneyInput}},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  const {creditAmount, note, processedAt} = args.creditInput;
  return move(args.id, 'credit', {money: creditAmount, note, processedAt}, context, info);
}

export function giftCardDebit(
  _source: unknown,
  args: {id: string; debitInput: Extra & {debitAmount: MoneyInput}},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  const {debitAmount, note, processedAt} = args.debitInput;
  return move(args.id, 'debit', {money: debitAmount, note, processedAt}, context, info);
}

export function giftCardDeactivate(
  _source: unknown,
  args: {id: string},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  requireStaff(context, info, 'manage_gift_cards');
  const {store} = context;
  if (!findCard(store, args.id)) return {giftCard: null, userErrors: [NOT_FOUND]};
  store.run(
    'UPDATE gift_cards SET deactivated_at = coalesce(deactivated_at, ?) WHERE id = ?',
    store.clock.iso(),
    args.id,
  );
  const row = findCard(store, args.id);
  return {giftCard: row ? cardSource(row) : null, userErrors: []};
}
