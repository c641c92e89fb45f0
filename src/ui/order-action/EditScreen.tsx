import {Amounts} from './edit/Amounts.tsx';
import {CustomerGets} from './edit/CustomerGets.tsx';
import {CustomerHears} from './edit/CustomerHears.tsx';
import {Lines} from './edit/Lines.tsx';
import {Notes} from './edit/Notes.tsx';
import {RecipePicker} from './edit/RecipePicker.tsx';
import {WhatToKnow} from './edit/WhatToKnow.tsx';
import type {EditView} from './view.ts';

/** The first screen, from top to bottom in the order in which a person decides. */
export function EditScreen(view: EditView) {
  const {form, words} = view;
  return (
    <s-stack gap="large">
      <Notes {...view} />
      <RecipePicker {...view} />
      <Lines {...view} />
      <Amounts {...view} />
      <CustomerGets plan={form.plan} hint={hintOf(view)} words={words} />
      <WhatToKnow {...view} />
      <CustomerHears {...view} />
    </s-stack>
  );
}

/** What stands under the total: what is still missing, or whose figures these are. */
function hintOf({form: {plan, missing}, words}: EditView): string {
  if (!plan || missing.length > 0) return words.t('action.gets.waiting');
  const nothing = plan.stops.find(({code}) => code === 'nothingToRefund');
  return nothing ? words.coded('stop', nothing) : words.t('action.gets.estimate');
}
