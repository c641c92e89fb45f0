import type {Leg, Money, RefundPlan} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';
import {AmountRow} from '../AmountRow.tsx';
import {Components} from './Components.tsx';
import {Currencies} from './Currencies.tsx';

/**
 * One row per destination with why, and the total: the heart of the screen.
 * @param hidden keeps the rows but not their amounts: they wait for a field that is wrong
 * @param hint stands under the total
 */
export function CustomerGets({
  plan,
  hidden = false,
  hint,
  words,
}: {
  plan: RefundPlan | null;
  hidden?: boolean;
  hint: string;
  words: Words;
}) {
  const shown = (amount: Money | undefined): string => (amount && !hidden ? words.money(amount) : '–');
  return (
    <s-section heading={words.t('action.gets.heading')}>
      <s-stack gap="base">
        {rowsOf(plan?.legs || [], words).map(({amount, ...row}) => (
          <AmountRow {...row} amount={shown(amount)} />
        ))}
        <s-divider />
        <AmountRow strong label={words.t('action.gets.total')} detail={hint} amount={shown(plan?.totals.toCustomer)} />
        {plan && (
          <>
            <AmountRow
              label={words.t(`action.gets.${plan.currencies ? 'costAtSale' : 'cost'}`)}
              amount={shown(plan.totals.shopCost)}
            />
            {plan.currencies && !hidden && (
              <Currencies view={plan.currencies} to={plan.totals.toCustomer.currency} words={words} />
            )}
            <Components plan={plan} shown={shown} words={words} />
          </>
        )}
      </s-stack>
    </s-section>
  );
}

interface Row {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly amount: Money;
}

/** One row for each destination and why: a long order's refund to one card takes several calls, and so several legs. */
function rowsOf(legs: readonly Leg[], words: Words): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const leg of legs) {
    const [label, detail] = [destination(leg, words), legDetail(leg, words)];
    const key = [leg.payment?.id, label, detail].join();
    const minor = leg.amount.minor + (rows.get(key)?.amount.minor || 0);
    rows.set(key, {key, label, detail, amount: {...leg.amount, minor}});
  }
  return [...rows.values()];
}

function destination({kind, payment}: Leg, words: Words): string {
  const label = words.t(`action.leg.${kind}`, {payment: payment?.label || ''});
  return kind === 'outsidePayment' && payment ? `${label} (${payment.label})` : label;
}

function legDetail(leg: Leg, words: Words): string {
  // The payment's name stands right above.
  const why = words.coded('reason', leg.reason).replace(`: ${leg.payment?.label}`, '');
  return leg.expiresAfterDays ? `${why} · ${words.t('action.gets.expires', {days: leg.expiresAfterDays})}` : why;
}
