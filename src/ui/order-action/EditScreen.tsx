import {useRef} from 'preact/hooks';
import type {RefundPlan} from '../../core/index.ts';
import {Amounts} from './edit/Amounts.tsx';
import {CustomerGets} from './edit/CustomerGets.tsx';
import {CustomerHears} from './edit/CustomerHears.tsx';
import {Lines} from './edit/Lines.tsx';
import {Notes} from './edit/Notes.tsx';
import {RecipePicker} from './edit/RecipePicker.tsx';
import {Requests} from './edit/Requests.tsx';
import {WhatToKnow} from './edit/WhatToKnow.tsx';
import type {EditView} from './view.ts';

/** The first screen, from top to bottom in the order in which a person decides. */
export function EditScreen(view: EditView) {
  const plan = useKeptPlan(view);
  const wrong = view.form.plan === null;
  const below = {...view, form: {...view.form, plan}, locked: view.locked || wrong};
  return (
    <s-stack gap="large">
      <Notes {...view} />
      <Requests {...view} />
      <RecipePicker {...view} />
      <Lines {...view} />
      <Amounts {...view} />
      <CustomerGets plan={plan} hidden={wrong} hint={hintOf(view)} words={view.words} />
      <WhatToKnow {...below} />
      <CustomerHears {...below} />
    </s-stack>
  );
}

/** While a field is wrong the last plan keeps its place without its amounts, so that nothing jumps under the cursor. */
function useKeptPlan({form: {plan}, state: {recipe}}: EditView): RefundPlan | null {
  const kept = useRef<RefundPlan | null>(null);
  if (plan) kept.current = plan;
  return kept.current?.recipe.handle === recipe ? kept.current : null;
}

/** What stands under the total: what is still missing, or whose figures these are. */
function hintOf({form: {plan, missing}, words}: EditView): string {
  if (!plan) return words.t('action.gets.fix');
  if (missing.length > 0) return words.t('action.gets.waiting');
  const nothing = plan.stops.find(({code}) => code === 'nothingToRefund' || code === 'nothingPaid');
  return nothing ? words.coded('stop', nothing) : words.t('action.gets.estimate');
}
