import type {Leg, RefundPlan} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';
import {AmountRow} from '../AmountRow.tsx';
import {Components} from './Components.tsx';
import {Currencies} from './Currencies.tsx';

/**
 * One row per destination with why, and the total: the heart of the screen.
 * @param hint stands under the total
 */
export function CustomerGets({plan, hint, words}: {plan: RefundPlan | null; hint: string; words: Words}) {
  return (
    <s-section heading={words.t('action.gets.heading')}>
      <s-stack gap="base">
        {plan?.legs.map((leg) => (
          <AmountRow
            key={leg.id}
            label={destination(leg, words)}
            detail={legDetail(leg, words)}
            amount={words.money(leg.amount)}
          />
        ))}
        <s-divider />
        <AmountRow
          strong
          label={words.t('action.gets.total')}
          detail={hint}
          amount={plan ? words.money(plan.totals.toCustomer) : '–'}
        />
        {plan && (
          <>
            <AmountRow label={words.t('action.gets.cost')} amount={words.money(plan.totals.shopCost)} />
            {plan.currencies && <Currencies view={plan.currencies} words={words} />}
            <Components plan={plan} words={words} />
          </>
        )}
      </s-stack>
    </s-section>
  );
}

export function destination({kind, payment}: Leg, words: Words): string {
  const label = words.t(`action.leg.${kind}`, {payment: payment?.label ?? ''});
  return kind === 'outsidePayment' && payment ? `${label} (${payment.label})` : label;
}

function legDetail(leg: Leg, words: Words): string {
  const why = words.coded('reason', leg.reason);
  return leg.expiresAfterDays ? `${why} · ${words.t('action.gets.expires', {days: leg.expiresAfterDays})}` : why;
}
