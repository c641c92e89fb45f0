import {AmountRow} from '../order-action/AmountRow.tsx';
import type {Words} from '../words/words.ts';
import type {Back} from './payments.ts';
import type {Destination, Refunded} from './refunded.ts';
import type {BlockView} from './view.ts';

/** What was refunded and where it went, what can still be refunded, and what store credit the customer has. */
export function Overview({view, words}: {view: BlockView; words: Words}) {
  const {refunded, pending, left, storeCredit} = view;
  const {money} = words;
  return (
    <s-stack gap="small">
      {pending.map((back, index) => (
        <AmountRow
          key={index}
          label={words.t('block.pending', {to: nameOf(back, words)})}
          detail={pendingDetail(back, words)}
          amount={money(back.amount)}
        />
      ))}
      <AmountRow strong label={words.t('block.refunded')} amount={money(refunded.total)} />
      {refunded.destinations.map((row) => (
        <AmountRow
          key={`${row.kind} ${row.label}`}
          label={nameOf(row, words)}
          detail={elsewhereDetail(row, words)}
          amount={money(row.amount)}
        />
      ))}
      {refunded.components.length > 0 && (
        <s-text color="subdued">{words.t('block.for', {what: whatFor(refunded, words)})}</s-text>
      )}
      <s-divider />
      <AmountRow
        label={words.t('block.left')}
        detail={
          left.payments.length > 1 ? left.payments.map((one) => `${one.label} ${money(one.amount)}`).join(' · ') : ''
        }
        amount={money(left.total)}
      />
      {storeCredit === null ? (
        <s-text color="subdued">{words.t('block.guest')}</s-text>
      ) : (
        <AmountRow
          label={words.t('block.storeCredit')}
          amount={storeCredit.length > 0 ? storeCredit.map(money).join(' · ') : words.t('block.noStoreCredit')}
        />
      )}
    </s-stack>
  );
}

function whatFor({components, elsewhere}: Refunded, words: Words): string {
  const parts = components.map(({kind, amount}) => `${words.t(kind)} ${words.money(amount)}`);
  if (elsewhere.minor > 0) parts.push(`${words.t('block.elsewhere')} ${words.money(elsewhere)}`);
  return parts.join(' · ');
}

function nameOf({kind, label}: Pick<Destination | Back, 'kind' | 'label'>, words: Words): string {
  return kind === 'payment' ? label : words.t(`destination.${kind}`);
}

function elsewhereDetail({amount, elsewhere}: Destination, words: Words): string {
  if (elsewhere.minor === 0) return '';
  return elsewhere.minor === amount.minor
    ? words.t('block.elsewhereAll')
    : words.t('block.elsewherePart', {amount: elsewhere});
}

function pendingDetail({elsewhere, at}: Back, words: Words): string {
  const since = at === null ? words.t('block.pendingText') : words.t('block.pendingSince', {at: words.dateTime(at)});
  return elsewhere ? `${since} · ${words.t('block.elsewhereAll')}` : since;
}
