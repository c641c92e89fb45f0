/** giftCardCreate and giftCardUpdate with their errors (facts §3.2; what isn't recorded follows the enum and Rails' words). */
import type {GraphQLResolveInfo} from 'graphql';
import {requireScope, requireStaff} from '../access.ts';
import {compare, dec, type Dec, ZERO} from '../decimal.ts';
import {userError, type UserError} from '../errors.ts';
import {inWords, type MoneyInput} from '../money.ts';
import type {LabContext} from '../resolvers.ts';
import {cardByCode, findCard, issueCard, newCode} from './cards.ts';
import {cardSource} from './sources.ts';

interface Recipient {
  readonly id: string;
  readonly message?: string | null;
  readonly preferredName?: string | null;
  readonly sendNotificationAt?: string | null;
}

interface CreateInput {
  readonly initialValue?: string | null;
  readonly initialAmount?: MoneyInput | null;
  readonly code?: string | null;
  readonly customerId?: string | null;
  readonly recipientAttributes?: Recipient | null;
  readonly expiresOn?: string | null;
  readonly note?: string | null;
  readonly templateSuffix?: string | null;
  readonly crossCurrencyRedemptionStrategy?: string | null;
}

type UpdateInput = Omit<CreateInput, 'initialValue' | 'initialAmount' | 'code'>;

function mayIssue(input: UpdateInput, context: LabContext, info: GraphQLResolveInfo): void {
  requireStaff(context, info, 'manage_gift_cards');
  if (input.customerId || input.recipientAttributes) requireScope(context, info, ['write_customers']);
}

function wrongCode(code: string, context: LabContext): UserError[] {
  const field = ['input', 'code'];
  if (code.length < 8) return [userError(field, 'must be at least 8 characters long', 'TOO_SHORT')];
  if (code.length > 20) return [userError(field, 'must be at most 20 characters long', 'TOO_LONG')];
  if (!/^[a-z0-9]+$/i.test(code)) return [userError(field, 'can only contain letters and numbers', 'INVALID')];
  return cardByCode(context.store, code) ? [userError(field, 'has already been taken', 'TAKEN')] : [];
}

function wrongPeople(input: UpdateInput, context: LabContext): UserError[] {
  const missing = (id: string | null | undefined): boolean => Boolean(id) && !context.load(id ?? '');
  const errors: UserError[] = [];
  if (missing(input.customerId))
    errors.push(userError(['input', 'customerId'], 'The customer could not be found.', 'CUSTOMER_NOT_FOUND'));
  if (missing(input.recipientAttributes?.id)) {
    errors.push(
      userError(['input', 'recipientAttributes', 'id'], 'The recipient could not be found.', 'RECIPIENT_NOT_FOUND'),
    );
  }
  return errors;
}

function wrongAmount(input: CreateInput, amount: Dec, currency: string, context: LabContext): UserError[] {
  const field = input.initialAmount ? ['input', 'initialAmount', 'amount'] : ['input', 'initialValue'];
  if (compare(amount, ZERO) <= 0) return [userError(field, 'must be greater than 0', 'GREATER_THAN')];
  const limit = dec(context.settings.giftCardIssueLimit);
  const own = context.settings.currency;
  // The limit is in the shop's currency; a card in another one is not measured, for want of a recorded rate.
  if (currency !== own || compare(amount, limit) <= 0) return [];
  return [userError(field, `can't exceed ${inWords(limit, own)} ${own}`, 'GIFT_CARD_LIMIT_EXCEEDED')];
}

export function giftCardCreate(
  _source: unknown,
  args: {input: CreateInput},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  const {input} = args;
  mayIssue(input, context, info);
  const given =
    input.initialAmount ??
    (input.initialValue ? {amount: input.initialValue, currencyCode: context.settings.currency} : null);
  if (!given) {
    const error = userError(['input', 'initialAmount'], "can't be blank", 'MISSING_ARGUMENT');
    return {giftCard: null, giftCardCode: null, userErrors: [error]};
  }
  const amount = dec(given.amount);
  const userErrors = [
    ...wrongAmount(input, amount, given.currencyCode, context),
    ...(input.code ? wrongCode(input.code, context) : []),
    ...wrongPeople(input, context),
  ];
  if (userErrors.length > 0) return {giftCard: null, giftCardCode: null, userErrors};
  const code = input.code ?? newCode();
  const row = issueCard(context.store, {
    code,
    amount,
    currency: given.currencyCode,
    expiresOn: input.expiresOn ?? null,
    note: input.note ?? null,
    templateSuffix: input.templateSuffix ?? null,
    customerId: input.customerId ?? null,
    recipient: input.recipientAttributes,
    strategy:
      input.crossCurrencyRedemptionStrategy ??
      (given.currencyCode === context.settings.currency ? 'MARKET_FX' : 'NONE'),
  });
  return {giftCard: cardSource(row), giftCardCode: code, userErrors: []};
}

export function giftCardUpdate(
  _source: unknown,
  args: {id: string; input: UpdateInput},
  context: LabContext,
  info: GraphQLResolveInfo,
): unknown {
  const {id, input} = args;
  mayIssue(input, context, info);
  const {store} = context;
  if (!findCard(store, id))
    return {giftCard: null, userErrors: [userError(['id'], 'The gift card could not be found.')]};
  const wrong = wrongPeople(input, context);
  if (wrong.length > 0) return {giftCard: null, userErrors: wrong};
  const set = (column: string, value: string | null | undefined): void => {
    if (value !== undefined)
      store.run(`UPDATE gift_cards SET ${column} = ?, updated_at = ? WHERE id = ?`, value, store.clock.iso(), id);
  };
  set('expires_on', input.expiresOn);
  set('note', input.note);
  set('template_suffix', input.templateSuffix);
  set('customer', input.customerId);
  if (input.recipientAttributes !== undefined)
    set('recipient', input.recipientAttributes && JSON.stringify(input.recipientAttributes));
  if (input.crossCurrencyRedemptionStrategy) set('strategy', input.crossCurrencyRedemptionStrategy);
  const row = findCard(store, id);
  return {giftCard: row ? cardSource(row) : null, userErrors: []};
}
