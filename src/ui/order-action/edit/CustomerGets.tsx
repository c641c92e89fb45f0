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
        {plan?.legs.map((leg) => (
          <AmountRow
            key={leg.id}
            label={destination(leg, words)}
            detail={legDetail(leg, words)}
            amount={shown(leg.amount)}
          />
        ))}
        <s-divider />
        <AmountRow strong label={words.t('action.gets.total')} detail={hint} amount={shown(plan?.totals.toCustomer)} />
        {plan && (
          <>
            <AmountRow label={words.t('action.gets.cost')} amount={shown(plan.totals.shopCost)} />
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

function destination({kind, payment}: Leg, words: Words): string {
  const label = words.t(`action.leg.${kind}`, {payment: payment?.label ?? ''});
  return kind === 'outsidePayment' && payment ? `${label} (${payment.label})` : label;
}

function legDetail(leg: Leg, words: Words): string {
  const why = words.coded('reason', leg.reason);
  return leg.expiresAfterDays ? `${why} · ${words.t('action.gets.expires', {days: leg.expiresAfterDays})}` : why;
}
