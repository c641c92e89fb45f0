import type {Component, Money, RefundPlan} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';
import {AmountRow} from '../AmountRow.tsx';

/** Every part with its reason: each cent is visible before it moves. */
export function Components({plan, shown, words}: {plan: RefundPlan; shown: (amount: Money) => string; words: Words}) {
  if (plan.components.length === 0) return null;
  return (
    <s-box padding="base" background="subdued" borderRadius="base">
      <s-stack gap="small">
        <s-text type="strong">{words.t('action.gets.made')}</s-text>
        {plan.components.map((component, index) => (
          <AmountRow
            key={index}
            label={`${words.t(`component.${component.kind}`)} · ${words.t(`class.${component.class}`).toLowerCase()}`}
            detail={details(component, words)}
            amount={shown(component.amount)}
          />
        ))}
      </s-stack>
    </s-box>
  );
}

function details({reason, cap, born}: Component, words: Words): string {
  return [
    words.coded('reason', reason),
    born &&
      words.t('action.gets.born', {
        amount: born.amount,
        rate: words.t(`action.gets.${born.rule}`, {rate: words.rate(born.rate)}),
      }),
    cap && words.t('action.gets.capped', {asked: cap.asked, why: words.t(`cap.${cap.code}`)}),
  ]
    .filter(Boolean)
    .join(' · ');
}
