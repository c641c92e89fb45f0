import type {RefundPlan} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';
import type {EditView} from '../view.ts';

/** The same case settled in another way: one press each, with its numbers. */
export function Alternatives({
  plan,
  words,
  locked,
  dispatch,
}: {
  plan: RefundPlan;
  words: Words;
} & Pick<EditView, 'locked' | 'dispatch'>) {
  if (plan.alternatives.length === 0) return null;
  return (
    <s-stack gap="small">
      <s-text type="strong">{words.t('action.know.alternatives')}</s-text>
      {plan.alternatives.map(({code, toCustomer, choices, recipe}) => (
        <s-grid key={code} gridTemplateColumns="1fr auto" gap="base" alignItems="center">
          <s-text>{words.t(`alternative.${code}`, {amount: toCustomer})}</s-text>
          <s-button disabled={locked} onClick={() => dispatch({type: 'alternative', choices, recipe})}>
            {words.money(toCustomer)}
          </s-button>
        </s-grid>
      ))}
    </s-stack>
  );
}
