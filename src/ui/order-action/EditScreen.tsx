import {Component} from 'preact';
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
export class EditScreen extends Component<EditView> {
  /** While a field is wrong the last plan keeps its place without its amounts, so that nothing jumps under the cursor. */
  private last: RefundPlan | null = null;

  override render() {
    const view = this.props;
    const {form, state, locked, words} = view;
    this.last = form.plan || this.last;
    const plan = this.last?.recipe.handle === state.recipe ? this.last : null;
    const wrong = form.plan === null;
    const below = {...view, form: {...form, plan}, locked: locked || wrong};
    return (
      <s-stack gap="large">
        <Notes {...view} />
        <Requests {...view} />
        <RecipePicker {...view} />
        <Lines {...view} />
        <Amounts {...view} />
        <CustomerGets plan={plan} hidden={wrong} hint={hintOf(view)} words={words} />
        <WhatToKnow {...below} />
        <CustomerHears {...below} />
      </s-stack>
    );
  }
}

/** What stands under the total: what is still missing, or whose figures these are. */
function hintOf({form: {plan, missing}, words}: EditView): string {
  if (!plan) return words.t('action.gets.fix');
  if (missing.length > 0) return words.t('action.gets.waiting');
  const nothing = plan.stops.find(({code}) => code === 'nothingToRefund' || code === 'nothingPaid');
  return nothing ? words.coded('stop', nothing) : words.t('action.gets.estimate');
}
