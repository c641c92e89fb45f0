/** The cards beside an order's lines: payments, customer, and what this app recorded. */
import {dateTime, money} from './format.ts';
import {Amount, State} from './parts.tsx';
import type {OrderDetails, Payment, StoreCreditAccount} from './queries.ts';
import {useSession} from './session.ts';
import {fill, stateWords} from './words.ts';

export function PaymentsCard({order}: {order: OrderDetails}) {
  const {words} = useSession();
  return (
    <section class="sheet" aria-labelledby="payments">
      <h2 id="payments">{words.payments}</h2>
      {order.transactions.length === 0 && <p class="soft">{words.noPayments}</p>}
      <ol class="timeline">
        {order.transactions.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} />
        ))}
      </ol>
      {order.refunds.some((refund) => refund.note) && (
        <ul class="notes">
          {order.refunds
            .filter((refund) => refund.note)
            .map((refund) => (
              <li key={refund.id}>
                <Amount bag={refund.totalRefundedSet} minus /> <span class="soft">{refund.note}</span>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}

function PaymentRow({payment}: {payment: Payment}) {
  const {words, language} = useSession();
  const out = payment.kind === 'REFUND';
  const via = [payment.formattedGateway ?? payment.gateway, payment.accountNumber].filter(Boolean).join(' ');
  const left = payment.maximumRefundableV2;
  return (
    <li class={out ? 'out' : ''}>
      <div>
        <strong>{stateWords(payment.kind, language)}</strong> <span>{via}</span>
        {payment.status !== 'SUCCESS' && <State state={payment.status} />}
        <span class="sub start">
          {payment.processedAt !== null && dateTime(payment.processedAt, language)}
          {left && !out && ` · ${fill(words.refundable, {amount: money(left, language)})}`}
        </span>
      </div>
      <Amount bag={payment.amountSet} minus={out} />
    </li>
  );
}

export function CustomerCard({order}: {order: OrderDetails}) {
  const {words} = useSession();
  const location = order.purchasingEntity?.location;
  return (
    <section class="sheet" aria-labelledby="customer">
      <h2 id="customer">{words.customer}</h2>
      <p class="who">{order.owner?.displayName ?? words.guest}</p>
      {location && (
        <p class="soft">
          {words.company}: {location.name}
        </p>
      )}
      <h3>{words.storeCredit}</h3>
      {order.owner ? (
        <Accounts accounts={(location ?? order.owner).storeCreditAccounts.nodes} />
      ) : (
        <p class="soft">{words.noAccount}</p>
      )}
    </section>
  );
}

function Accounts({accounts}: {accounts: StoreCreditAccount[]}) {
  const {words, language} = useSession();
  if (accounts.length === 0) return <p class="soft">{words.noStoreCredit}</p>;
  return (
    <ul class="plain">
      {accounts.map((account) => (
        <li key={account.id} class="balance">
          {money(account.balance, language)}
        </li>
      ))}
    </ul>
  );
}

export function RecordedCard({order}: {order: OrderDetails}) {
  const {words, language} = useSession();
  const recorded = [order.claim, order.summary, order.request].filter((one) => one !== null);
  return (
    <section class="sheet" aria-labelledby="recorded">
      <h2 id="recorded">{words.note}</h2>
      {recorded.length === 0 && <p class="soft">{words.noNote}</p>}
      {recorded.map((metafield) => (
        <details key={metafield.key} class="recorded">
          <summary>
            <code>refund_recipes.{metafield.key}</code>
            <span class="soft">{fill(words.updated, {when: dateTime(metafield.updatedAt, language)})}</span>
          </summary>
          <pre tabIndex={0}>{pretty(metafield.value)}</pre>
        </details>
      ))}
      {order.tags.length > 0 && (
        <p class="tags">
          {order.tags.map((tag) => (
            <span class="tag">{tag}</span>
          ))}
        </p>
      )}
    </section>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
