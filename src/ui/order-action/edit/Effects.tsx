import type {RefundPlan} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';

const SHOWN = 5;

/** What happens to stock and to the order, before it happens. */
export function Effects({plan, words}: {plan: RefundPlan; words: Words}) {
  const {stock, financialStatus, remaining} = plan.effects;
  const more = stock.length - SHOWN;
  return (
    <s-stack gap="none">
      {stock.slice(0, SHOWN).map(({lineId, quantity, name, restock}) => (
        <s-text key={lineId} color="subdued">
          {words.t('action.know.stockLine', {quantity, name, restock: words.t(`action.restock.${restock}`)})}
        </s-text>
      ))}
      {more > 0 && <s-text color="subdued">{words.t('action.know.stockMore', {count: more})}</s-text>}
      <s-text color="subdued">{words.t(`action.know.status.${financialStatus}`)}</s-text>
      {remaining.presentment.minor > 0 && (
        <s-text color="subdued">{words.t('action.know.remaining', {amount: remaining.presentment})}</s-text>
      )}
    </s-stack>
  );
}
