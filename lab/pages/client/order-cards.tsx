/** The cards beside an order's lines: the customer with what is theirs, and what this app recorded. */
import {dateTime, day, money} from './format.ts';
import type {WholeOrder} from './api.ts';
import type {IssuedCard, StoreCreditAccount} from './queries.ts';
import {useSession} from './session.ts';
import {fill} from './words.ts';

export function CustomerCard({order}: {order: WholeOrder}) {
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
      {order.giftCards.length > 0 && <GiftCards cards={order.giftCards} />}
    </section>
  );
}

function Accounts({accounts}: {accounts: StoreCreditAccount[]}) {
  const {words, language} = useSession();
  if (accounts.length === 0) return <p class="soft">{words.noStoreCredit}</p>;
  return (
    <ul class="plain">
      {accounts.map((account) => (
        <li key={account.id}>
          <span class="balance">{money(account.balance, language)}</span>
          {account.transactions.nodes.map(({amount, createdAt, expiresAt}) => (
            <span class="sub start">
              {signed(amount.amount, money(amount, language))} · {day(createdAt, language)}
              {expiresAt ? ` · ${fill(words.expires, {when: day(expiresAt, language)})}` : ''}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function signed(amount: string, words: string): string {
  return amount.startsWith('-') ? words : `+\u2009${words}`;
}

function GiftCards({cards}: {cards: IssuedCard[]}) {
  const {words, language} = useSession();
  return (
    <>
      <h3>{words.giftCards}</h3>
      <ul class="plain">
        {cards.map((card) => (
          <li key={card.id}>
            <code>{card.maskedCode}</code>
            <span class="sub start">
              {money(card.balance, language)} · {day(card.createdAt, language)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function RecordedCard({order}: {order: WholeOrder}) {
  const {words} = useSession();
  const recorded = [order.ask, order.request, order.claim, order.summary]
    .filter((one) => one !== null)
    .map(({key, value, updatedAt}) => ({name: `refund_recipes.${key}`, value, updatedAt}));
  const evidence = order.evidence.map((one) => ({
    name: one.handle,
    value: one.evidence?.value ?? '',
    updatedAt: one.updatedAt,
  }));
  return (
    <section class="sheet" aria-labelledby="recorded">
      <h2 id="recorded">{words.note}</h2>
      {recorded.length === 0 && <p class="soft">{words.noNote}</p>}
      {recorded.map((one) => (
        <Recorded key={one.name} {...one} />
      ))}
      {evidence.length > 0 && <h3>{words.evidence}</h3>}
      {evidence.map((one) => (
        <Recorded key={one.name} {...one} />
      ))}
    </section>
  );
}

function Recorded({name, value, updatedAt}: {name: string; value: string; updatedAt: string}) {
  const {words, language} = useSession();
  return (
    <details class="recorded">
      <summary>
        <code>{name}</code>
        <span class="soft">{fill(words.updated, {when: dateTime(updatedAt, language)})}</span>
      </summary>
      <pre tabIndex={0}>{pretty(value)}</pre>
    </details>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
