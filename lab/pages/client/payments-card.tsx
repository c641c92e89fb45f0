/** What moved on an order: payments, refunds with their parts, and what the shop still owes outside Shopify. */
import {dateTime, isZero, money, type MoneyBag, type MoneyV2} from './format.ts';
import {Amount, State} from './parts.tsx';
import type {OrderDetails, Payment, Refund} from './queries.ts';
import {useSession} from './session.ts';
import {fill, stateWords} from './words.ts';

export function PaymentsCard({order}: {order: OrderDetails}) {
  const {words} = useSession();
  const payments = order.transactions.filter((one) => one.kind !== 'REFUND');
  const owed = owedOutside(order);
  return (
    <section class="sheet" aria-labelledby="payments">
      <h2 id="payments">{words.payments}</h2>
      {order.transactions.length === 0 && owed.length === 0 && <p class="soft">{words.noPayments}</p>}
      <ol class="timeline">
        {payments.map((payment) => (
          <li key={payment.id}>
            <Movement payment={payment} />
          </li>
        ))}
        {order.refunds.map((refund) => (
          <RefundEntry key={refund.id} refund={refund} order={order} />
        ))}
        {owed.map(({amount, since}) => (
          <Owed amount={amount} since={since} />
        ))}
      </ol>
    </section>
  );
}

function Movement({payment}: {payment: Payment}) {
  const {words, language} = useSession();
  const out = payment.kind === 'REFUND';
  const via = [payment.formattedGateway ?? payment.gateway, payment.accountNumber].filter(Boolean).join(' ');
  const left = payment.maximumRefundableV2;
  return (
    <div class="movement">
      <div>
        <strong>{stateWords(payment.kind, language)}</strong> <span>{via}</span>{' '}
        {payment.status !== 'SUCCESS' && <State state={payment.status} />}
        <span class="sub start">
          {payment.processedAt !== null && dateTime(payment.processedAt, language)}
          {left && !out && ` · ${fill(words.refundable, {amount: money(left, language)})}`}
        </span>
      </div>
      <Amount bag={payment.amountSet} minus={out} />
    </div>
  );
}

function RefundEntry({refund, order}: {refund: Refund; order: OrderDetails}) {
  const {words, language} = useSession();
  const ids = new Set(refund.transactions.nodes.map(({id}) => id));
  const moved = order.transactions.filter(({id}) => ids.has(id));
  const parts = partsOf(refund, {shipping: words.shipping, duties: words.duties, tax: words.taxOnTop}, order, (state) =>
    stateWords(state, language),
  );
  return (
    <li class="out">
      {moved.map((payment) => (
        <Movement key={payment.id} payment={payment} />
      ))}
      {moved.length === 0 && <strong>{words.withoutMoney}</strong>}
      {parts.length > 0 && (
        <dl class="parts">
          {parts.map(({label, bag}) => (
            <div>
              <dt>{label}</dt>
              <dd>
                <Amount bag={bag} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {refund.note && <p class="note">{refund.note}</p>}
    </li>
  );
}

interface Part {
  label: string;
  bag: MoneyBag;
}

/** What the refund was for, as Shopify divides it: items with their stock, tax on top, shipping, duties, adjustments. */
function partsOf(
  refund: Refund,
  words: {shipping: string; duties: string; tax: string},
  {taxesIncluded}: OrderDetails,
  say: (state: string) => string,
): Part[] {
  const tax = (bag: MoneyBag): Part[] => (taxesIncluded || isZero(bag) ? [] : [{label: words.tax, bag}]);
  const items = refund.refundLineItems.nodes.flatMap(({quantity, lineItem, restockType, subtotalSet, totalTaxSet}) => [
    {label: `${quantity} × ${lineItem.name} · ${say(`RESTOCK_${restockType}`)}`, bag: subtotalSet},
    ...tax(totalTaxSet),
  ]);
  const shipping = refund.refundShippingLines.nodes.flatMap(({subtotalAmountSet, taxAmountSet}) => [
    {label: words.shipping, bag: subtotalAmountSet},
    ...tax(taxAmountSet),
  ]);
  const duties = (refund.duties ?? []).map(({amountSet}) => ({label: words.duties, bag: amountSet}));
  // Shopify books an adjustment against the sale: minus 30 is 30 more for the customer.
  const adjustments = refund.orderAdjustments.nodes.map(({reason, amountSet}) => ({
    label: say(`ADJUSTMENT_${reason ?? 'OTHER'}`),
    bag: {shopMoney: negated(amountSet.shopMoney), presentmentMoney: negated(amountSet.presentmentMoney)},
  }));
  return [...items, ...shipping, ...duties, ...adjustments];
}

function negated({amount, currencyCode}: MoneyV2): MoneyV2 {
  return {amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`, currencyCode};
}

function Owed({amount, since}: {amount: MoneyV2; since: string}) {
  const {words, language} = useSession();
  return (
    <li class="owed">
      <div class="movement">
        <div>
          <strong>{words.owedOutside}</strong> <span class="state warn">{words.toPay}</span>
          <span class="sub start">{dateTime(since, language)}</span>
        </div>
        <span class="amount">{money(amount, language)}</span>
      </div>
    </li>
  );
}

/** As the app's summary on the order says it; a summary that can't be read owes nothing here. */
function owedOutside({summary}: OrderDetails): {amount: MoneyV2; since: string}[] {
  try {
    const read = JSON.parse(summary?.value ?? '{}') as {
      owedOutside?: {amount: string; currency: string; since: string}[];
    };
    return (read.owedOutside ?? []).map(({amount, currency, since}) => ({
      amount: {amount, currencyCode: currency},
      since,
    }));
  } catch {
    return [];
  }
}
