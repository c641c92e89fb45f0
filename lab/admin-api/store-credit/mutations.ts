/** storeCreditAccountCredit and storeCreditAccountDebit with their errors in Shopify's order (facts §3.1). */
import {GraphQLError, type GraphQLResolveInfo} from 'graphql';
import {requireStaff} from '../access.ts';
import {compare, dec} from '../decimal.ts';
import {userError, type UserError} from '../errors.ts';
import {gidType} from '../gid.ts';
import type {MoneyInput} from '../money.ts';
import type {LabContext} from '../resolvers.ts';
import {
  type AccountRow,
  accountOf,
  creditOwner,
  debitAccount,
  findAccount,
  isPositive,
  wouldExceedLimit,
} from './accounts.ts';
import {transactionSource} from './sources.ts';

const ACCOUNT_MISSING = userError(['id'], 'Store credit account does not exist', 'ACCOUNT_NOT_FOUND');
const OWNER_MISSING = userError(['id'], 'Owner does not exist', 'OWNER_NOT_FOUND');
const NOT_MONEY = new Set(['USDC', 'XXX']);

interface CreditArgs {
  readonly id: string;
  readonly creditInput: {readonly creditAmount: MoneyInput; readonly expiresAt?: string | null};
}

interface DebitArgs {
  readonly id: string;
  readonly debitInput: {readonly debitAmount: MoneyInput};
}

/** @throws GraphQLError CURRENCY_CODE_INVALID; the code was recorded, the words are ours */
function refuseNoMoney(currency: string): void {
  if (NOT_MONEY.has(currency)) {
    throw new GraphQLError(`Currency code ${currency} is not supported`, {extensions: {code: 'CURRENCY_CODE_INVALID'}});
  }
}

const refused = (error: UserError): {storeCreditAccountTransaction: null; userErrors: UserError[]} => ({
  storeCreditAccountTransaction: null,
  userErrors: [error],
});

export function credit(_source: unknown, args: CreditArgs, context: LabContext, info: GraphQLResolveInfo): unknown {
  const {id, creditInput} = args;
  const {amount, currencyCode} = creditInput.creditAmount;
  refuseNoMoney(currencyCode);
  requireStaff(context, info, 'manage_store_credit');
  const {store, settings} = context;
  const byAccount = gidType(id) === 'StoreCreditAccount';
  const account = byAccount ? findAccount(store, id) : undefined;
  if (byAccount && !account) return refused(ACCOUNT_MISSING);
  const owner = account?.owner ?? id;
  if (!byAccount && !(['Customer', 'CompanyLocation'].includes(gidType(id)) && context.load(id)))
    return refused(OWNER_MISSING);
  if (creditInput.expiresAt && Date.parse(creditInput.expiresAt) <= store.clock.now().getTime()) {
    return refused(
      userError(['creditInput', 'expiresAt'], 'The expiry date must be in the future', 'EXPIRES_AT_IN_PAST'),
    );
  }
  const value = dec(amount);
  const at = ['creditInput', 'creditAmount'];
  if (!isPositive(value)) {
    const message = 'A positive amount must be used to credit a store credit account';
    return refused(userError([...at, 'amount'], message, 'NEGATIVE_OR_ZERO_AMOUNT'));
  }
  if (account && account.currency !== currencyCode) {
    const message = 'The currency provided does not match the currency of the store credit account';
    return refused(userError([...at, 'currencyCode'], message, 'MISMATCHING_CURRENCY'));
  }
  const balance = (account ?? accountOf(store, owner, currencyCode))?.balance ?? '0.0';
  if (wouldExceedLimit(settings, owner, currencyCode, balance, value)) {
    const message = "The operation would cause the account's credit limit to be exceeded";
    return refused(userError([...at, 'amount'], message, 'CREDIT_LIMIT_EXCEEDED'));
  }
  const expiresAt = creditInput.expiresAt
    ? new Date(creditInput.expiresAt).toISOString().replace(/\.\d{3}Z$/, 'Z')
    : null;
  const row = creditOwner(store, {owner, currency: currencyCode, amount: value, event: 'ADJUSTMENT', expiresAt});
  return {storeCreditAccountTransaction: transactionSource(store, row), userErrors: []};
}

export function debit(_source: unknown, args: DebitArgs, context: LabContext, info: GraphQLResolveInfo): unknown {
  const {id, debitInput} = args;
  const {amount, currencyCode} = debitInput.debitAmount;
  refuseNoMoney(currencyCode);
  requireStaff(context, info, 'manage_store_credit');
  const {store} = context;
  const account: AccountRow | undefined =
    gidType(id) === 'StoreCreditAccount' ? findAccount(store, id) : accountOf(store, id, currencyCode);
  if (!account) return refused(ACCOUNT_MISSING);
  const value = dec(amount);
  const at = ['debitInput', 'debitAmount'];
  if (!isPositive(value)) {
    const message = 'A positive amount must be used to debit a store credit account';
    return refused(userError([...at, 'amount'], message, 'NEGATIVE_OR_ZERO_AMOUNT'));
  }
  if (account.currency !== currencyCode) {
    const message = 'The currency provided does not match the currency of the store credit account';
    return refused(userError([...at, 'currencyCode'], message, 'MISMATCHING_CURRENCY'));
  }
  if (compare(value, dec(account.balance)) > 0) {
    const message = 'The store credit account does not have sufficient funds to satisfy the request';
    return refused(userError([...at, 'amount'], message, 'INSUFFICIENT_FUNDS'));
  }
  return {
    storeCreditAccountTransaction: transactionSource(store, debitAccount(store, account, value, 'ADJUSTMENT')),
    userErrors: [],
  };
}
