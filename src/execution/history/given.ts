import type {CustomerHistoryQuery} from '../../../graphql/generated/admin.generated.d.ts';
import {CustomerHistory} from '../../../graphql/generated/operations.ts';
import {convert, invert, ratioOf} from '../../core/index.ts';
import type {Given, Money, RefundPlan} from '../../core/index.ts';
import {readClaim} from '../claim/read.ts';
import type {LookedAt} from '../approval/gate.ts';
import {moneyOf} from '../money-state.ts';
import type {AdminApi, Claim} from '../types.ts';

type Customer = NonNullable<NonNullable<CustomerHistoryQuery['order']>['customer']>;
type Entry = Customer['storeCreditAccounts']['nodes'][number]['transactions']['nodes'][number];
type Bag = Customer['orders']['nodes'][number]['totalPriceSet'];

/** Between a credit at Shopify and the claim that notes it. */
const MARGIN_MS = 600_000;

/** One leg that a claim gave away, in the customer's currency. */
interface Gift extends Given {
  readonly storeCredit: boolean;
  readonly creditId: string | undefined;
}

/**
 * What an order's customer was given before, in the shop's currency, in one request:
 * policy and goodwill legs of the claims on their 50 last changed orders (sent or done; of a guest, on this order only), and
 * store credit given by hand or by another app, as goodwill: credits that are neither refunds nor in those claims, less what
 * was taken back. Amounts in another currency count at the rate of an order in it; without one they can't be counted.
 * @throws AdminError
 */
export async function givenTo(
  admin: AdminApi,
  plan: RefundPlan,
  order: LookedAt['order'],
  shopCurrency: string,
): Promise<readonly Given[]> {
  const {customer, purchasingEntity: buyer} = (await admin.request(CustomerHistory, {id: order.id})).data.order || {};
  const orders = customer?.orders.nodes.filter(({id}) => id !== order.id) || [];
  const claims = [order, ...orders].flatMap(({id, claim}) => readClaim(claim, id).claim || []);
  const accounts =
    (buyer?.__typename === 'PurchasingCompany' ? buyer.location : customer)?.storeCreditAccounts.nodes || [];
  const gifts = claims.flatMap(giftsOf);
  const entries = accounts.flatMap(({transactions}) => transactions.nodes);
  const toShop = converter(plan, orders, shopCurrency);
  return [...gifts, ...unclaimedCredits(entries, gifts)].flatMap(({class: of, amount, at}) => {
    const converted = toShop(amount);
    return converted ? [{class: of, amount: converted, at}] : [];
  });
}

function giftsOf(claim: Claim): Gift[] {
  const sent = claim.calls.filter(({state}) => state !== 'planned' && state !== 'failed');
  const current = sent.flatMap(({legs, at, evidence}) =>
    legs.map((leg) => ({leg, at, creditId: evidence?.creditTransactionId})),
  );
  const former = claim.earlier.flatMap(({legs, at}) => legs.map((leg) => ({leg, at, creditId: undefined})));
  return [...current, ...former].flatMap(({leg, at, creditId}) =>
    leg.class === 'policy' || leg.class === 'goodwill'
      ? [{class: leg.class, amount: leg.amount, at, storeCredit: leg.kind === 'storeCredit', creditId}]
      : [],
  );
}

/** Credits of the account that no claim gave, less debits by hand of the same amount. Newest first, as the account is read. */
function unclaimedCredits(entries: readonly Entry[], gifts: readonly Gift[]): Given[] {
  const open = gifts.filter(({storeCredit}) => storeCredit);
  const takenBack = new Map<string, number>();
  const given: Given[] = [];
  for (const entry of entries) {
    if (entry.event !== 'ADJUSTMENT') continue;
    const amount = moneyOf(entry.amount);
    const key = `${Math.abs(amount.minor)} ${amount.currency}`;
    if (entry.__typename === 'StoreCreditAccountDebitTransaction') takenBack.set(key, (takenBack.get(key) || 0) + 1);
    if (entry.__typename !== 'StoreCreditAccountCreditTransaction') continue;
    const claimed = open.findIndex((gift) => isSame(gift, entry.id, amount, entry.createdAt));
    const debits = takenBack.get(key) || 0;
    if (claimed >= 0) open.splice(claimed, 1);
    else if (debits > 0) takenBack.set(key, debits - 1);
    else given.push({class: 'goodwill', amount, at: entry.createdAt});
  }
  return given;
}

/** A former execution keeps no transaction: then amount and time decide. */
function isSame({creditId, amount, at}: Gift, id: string, credited: Money, createdAt: string): boolean {
  if (creditId !== undefined) return creditId === id;
  const fits = amount.minor === credited.minor && amount.currency === credited.currency;
  return fits && Date.parse(createdAt) <= Date.parse(at) + MARGIN_MS;
}

/** Rounds up. Null where no order tells a rate: it is never invented. */
function converter(plan: RefundPlan, orders: readonly {totalPriceSet: Bag}[], shopCurrency: string) {
  const {toCustomer} = plan.totals;
  return (amount: Money): Money | null => {
    if (amount.currency === shopCurrency) return amount;
    if (plan.currencies && toCustomer.currency === amount.currency) {
      return convert(amount, invert(plan.currencies.saleRate), shopCurrency, 'up');
    }
    for (const {totalPriceSet} of orders) {
      const shop = moneyOf(totalPriceSet.shopMoney);
      const presentment = moneyOf(totalPriceSet.presentmentMoney);
      const same = shop.currency === shopCurrency && presentment.currency === amount.currency;
      if (same && shop.minor > 0 && presentment.minor > 0) {
        return convert(amount, invert(ratioOf({shop, presentment})), shopCurrency, 'up');
      }
    }
    return null;
  };
}
