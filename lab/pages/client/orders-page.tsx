/** The list of orders. */
import {useState} from 'preact/hooks';
import {loadOrders} from './api.ts';
import {day} from './format.ts';
import {Amount, Anchor, Dispute, Failure, Loading, State, useLoaded} from './parts.tsx';
import type {OrderRow} from './queries.ts';
import {useSession, type Session} from './session.ts';
import {stateWords} from './words.ts';

export function OrdersPage() {
  const session = useSession();
  const {words} = session;
  const [state, reload] = useLoaded(loadOrders);
  const [search, setSearch] = useState('');
  const orders = state.phase === 'failed' ? null : state.value;
  const wanted = search.trim().toLowerCase();
  const found = orders?.filter((order) => searchText(order, session).includes(wanted));
  return (
    <div class="page">
      <div class="title">
        <h1>{words.orders}</h1>
        <input
          type="search"
          class="find"
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {state.phase === 'failed' && <Failure message={state.message} onRetry={reload} />}
      {state.phase === 'loading' && orders === null && <Loading />}
      {found && found.length === 0 && <p class="empty">{orders?.length === 0 ? words.emptyShop : words.noOrders}</p>}
      {found && found.length > 0 && <OrdersTable orders={found} />}
    </div>
  );
}

/** All that stands in an order's row, and its currency. */
function searchText(order: OrderRow, {words, language}: Session): string {
  const {amount, currencyCode} = order.totalPriceSet.presentmentMoney;
  const states = [order.displayFinancialStatus, order.displayFulfillmentStatus, order.returnStatus].filter(
    (state) => state !== null,
  );
  return [
    order.name,
    order.customer?.displayName ?? words.guest,
    amount,
    currencyCode,
    ...states.map((state) => stateWords(state, language)),
    ...(order.disputes.length > 0 ? [words.dispute] : []),
    ...order.tags,
  ]
    .join(' ')
    .toLowerCase();
}

function OrdersTable({orders}: {orders: OrderRow[]}) {
  const {words, language} = useSession();
  return (
    <div class="sheet flush">
      <table class="orders">
        <thead>
          <tr>
            <th scope="col">{words.order}</th>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.customer}</th>
            <th scope="col" class="figure">
              {words.total}
            </th>
            <th scope="col">{words.payment}</th>
            <th scope="col">{words.fulfilment}</th>
            <th scope="col">{words.returns}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => {
            const path = `/orders/${order.id.split('/').at(-1) ?? ''}`;
            return (
              <tr key={order.id}>
                <th scope="row">
                  <Anchor to={path}>{order.name}</Anchor>
                </th>
                <td class="date">{day(order.createdAt, language)}</td>
                <td>
                  {order.customer?.displayName ?? <span class="soft">{words.guest}</span>}
                  {order.tags.map((tag) => (
                    <span key={tag} class="tag">
                      {tag}
                    </span>
                  ))}
                </td>
                <td class="figure">
                  <Amount bag={order.totalPriceSet} />
                </td>
                <td>
                  <State state={order.displayFinancialStatus} /> <Dispute disputes={order.disputes} />
                </td>
                <td>
                  <State state={order.displayFulfillmentStatus} />
                </td>
                <td>
                  <State state={order.returnStatus} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
