/** The lines of an order with quantities, discounts and tax, and the totals below them. */
import {useState} from 'preact/hooks';
import {Amount} from './parts.tsx';
import {isZero, type MoneyBag} from './format.ts';
import type {OrderDetails, OrderLine} from './queries.ts';
import {useSession} from './session.ts';
import {fill} from './words.ts';

const FIRST_LINES = 12;

export function LinesCard({order}: {order: OrderDetails}) {
  const {words} = useSession();
  const all = order.lineItems.nodes;
  const [isOpen, setOpen] = useState(all.length <= FIRST_LINES);
  const shown = isOpen ? all : all.slice(0, FIRST_LINES);
  return (
    <section class="sheet flush" aria-labelledby="lines">
      <h2 id="lines">{words.lines}</h2>
      <table class="lines">
        <thead>
          <tr>
            <th scope="col">{words.product}</th>
            <th scope="col" class="figure">
              {words.price}
            </th>
            <th scope="col" class="figure">
              {words.quantity}
            </th>
            <th scope="col" class="figure">
              {words.left}
            </th>
            <th scope="col" class="figure">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Line key={line.id} line={line} taxesIncluded={order.taxesIncluded} />
          ))}
        </tbody>
      </table>
      {!isOpen && (
        <p class="more">
          <button type="button" class="quiet" onClick={() => setOpen(true)}>
            {fill(words.showAll, {n: all.length})}
          </button>
        </p>
      )}
      <Totals order={order} />
    </section>
  );
}

function Line({line, taxesIncluded}: {line: OrderLine; taxesIncluded: boolean}) {
  const {words} = useSession();
  return (
    <tr>
      <th scope="row">
        {line.name}
        {line.sku && <span class="sku">{line.sku}</span>}
      </th>
      <td class="figure">
        <Amount bag={line.originalUnitPriceSet} />
      </td>
      <td class="figure">{line.quantity}</td>
      <td class="figure">{line.refundableQuantity}</td>
      <td class="figure">
        <Amount bag={line.originalTotalSet} />
        {line.discountAllocations.map(({allocatedAmountSet}) => (
          <span class="sub">
            {words.discount} <Amount bag={allocatedAmountSet} minus />
          </span>
        ))}
        {line.taxLines
          .filter(({priceSet}) => !isZero(priceSet))
          .map(({priceSet}) => (
            <span class="sub">
              {taxesIncluded ? words.tax : words.taxOnTop} <Amount bag={priceSet} />
            </span>
          ))}
      </td>
    </tr>
  );
}

function Totals({order}: {order: OrderDetails}) {
  const {words} = useSession();
  const row = (label: string, bag: MoneyBag, kind = '', minus = false) => (
    <div class={kind}>
      <dt>{label}</dt>
      <dd>
        <Amount bag={bag} minus={minus} />
      </dd>
    </div>
  );
  const present = (label: string, bag: MoneyBag | null, minus = false) =>
    bag && !isZero(bag) && row(label, bag, '', minus);
  return (
    <dl class="totals">
      {present(words.discount, order.totalDiscountsSet, true)}
      {order.shippingLines.nodes.map((line) => row(`${words.shipping}: ${line.title}`, line.discountedPriceSet))}
      {present(words.duties, order.originalTotalDutiesSet)}
      {!order.taxesIncluded && present(words.taxAdded, order.totalTaxSet)}
      {present(words.tip, order.totalTipReceivedSet)}
      {row(words.orderTotal, order.totalPriceSet, 'strong')}
      {row(words.paid, order.totalReceivedSet)}
      {!isZero(order.totalRefundedSet) && row(words.refunded, order.totalRefundedSet, '', true)}
      {!isZero(order.totalRefundedShippingSet) &&
        row(words.refundedShipping, order.totalRefundedShippingSet, 'soft', true)}
      {row(words.net, order.netPaymentSet, 'strong')}
    </dl>
  );
}
