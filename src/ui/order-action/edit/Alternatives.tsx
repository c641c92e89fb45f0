import type {Alternative, RefundPlan} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';
import type {EditView} from '../view.ts';

/** The same case settled in another way: one press each, with its numbers beside it. */
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
      {plan.alternatives.map((alternative) => (
        <s-grid key={alternative.code} gridTemplateColumns="1fr auto" gap="base" alignItems="center">
          <s-stack gap="none">
            <s-text>{words.t(`alternative.${alternative.code}`)}</s-text>
            <s-text color="subdued">{numbers(alternative, words)}</s-text>
          </s-stack>
          <s-button
            disabled={locked}
            onClick={() => dispatch({type: 'alternative', choices: alternative.choices, recipe: alternative.recipe})}
          >
            {words.t('action.know.use', {amount: alternative.toCustomer})}
          </s-button>
        </s-grid>
      ))}
    </s-stack>
  );
}

function numbers({legs}: Alternative, words: Words): string {
  return legs
    .map(({kind, amount}) => `${words.money(amount)} ${words.t(`destination.${kind}`).toLowerCase()}`)
    .join(' + ');
}
