/** What a refund does outside its order: money onto a gift card that paid, or onto the customer's store credit. */
import {type UserError, userError} from '../errors.ts';
import type {LabContext} from '../resolvers.ts';
import {accountOf, creditOwner, type StoreCreditEvent, wouldExceedLimit} from '../store-credit/accounts.ts';
import {backToGiftCard} from './gift-card-money.ts';
import {decimalOf} from './minor.ts';
import type {OrderRecord, RefundRecord} from './model.ts';
import {STORE_CREDIT_GATEWAY} from './payments.ts';

/** Moves it, or says why it can't be moved and moves nothing. */
export function moveMoney(
  context: LabContext,
  order: OrderRecord,
  refund: RefundRecord,
  how: {event: StoreCreditEvent; expiresAt: string | null},
): UserError | null {
  const {store, settings} = context;
  const currency = order.presentmentCurrency;
  const own = order.transactions.filter(({id, status}) => refund.transactionIds.includes(id) && status === 'SUCCESS');
  const credits = own.filter(({gateway}) => gateway === STORE_CREDIT_GATEWAY);
  const owner = order.companyLocationId ?? order.customerId;

  for (const {amount} of credits) {
    if (owner === null) throw new Error(`${order.name} has nobody to give store credit to`);
    const balance = accountOf(store, owner, currency)?.balance ?? '0.0';
    if (wouldExceedLimit(settings, owner, currency, balance, decimalOf(amount.customer, currency))) {
      return userError(['refundMethods'], "The operation would cause the account's credit limit to be exceeded");
    }
  }
  for (const {id, amount} of credits) {
    if (owner === null) continue;
    creditOwner(store, {...how, owner, currency, amount: decimalOf(amount.customer, currency), origin: id});
  }
  for (const refunded of own) backToGiftCard(store, order, refunded);
  return null;
}
