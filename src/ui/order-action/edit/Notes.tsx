import {faultProblem} from '../../../execution/problem.ts';
import type {EditView} from '../view.ts';

/** What stands above everything: the order changed, a stored recipe is broken, the planner refused. */
export function Notes({state, session, form, words}: EditView) {
  const notice = state.screen.name === 'edit' ? state.screen.notice : null;
  const {broken} = session;
  return (
    <>
      {notice && (
        <s-banner tone="warning">
          <s-text>{words.coded('problem', notice)}</s-text>
        </s-banner>
      )}
      {form.refusal && (
        <s-banner tone="critical" heading={words.t('action.refused')}>
          <s-text>{words.coded('problem', faultProblem(form.refusal))}</s-text>
        </s-banner>
      )}
      {session.moreRecipes && <s-text color="subdued">{words.t('action.recipe.more')}</s-text>}
      {broken.length > 0 && (
        <s-banner tone="warning" heading={words.t('action.recipe.broken.heading', {count: broken.length})}>
          <s-stack gap="none">
            {broken.map(({handle, problem}) => (
              <s-text key={handle}>
                {words.t('action.recipe.broken.line', {handle, problem: words.coded('problem', problem)})}
              </s-text>
            ))}
          </s-stack>
        </s-banner>
      )}
    </>
  );
}
