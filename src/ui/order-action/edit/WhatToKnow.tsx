import {Alternatives} from './Alternatives.tsx';
import {Consent} from './Consent.tsx';
import {Destinations} from './Destinations.tsx';
import {Effects} from './Effects.tsx';
import {Limits} from '../Limits.tsx';
import {Notices} from './Notices.tsx';
import type {EditView} from '../view.ts';

/** Consent where it is needed, stops and warnings in plain words, other ways to settle it, and what happens to stock and order. */
export function WhatToKnow(view: EditView) {
  const {state, form, words, locked, dispatch} = view;
  const {plan} = form;
  return (
    <s-section heading={words.t('action.know.heading')}>
      <s-stack gap="base">
        <Consent {...view} />
        {plan && <Notices plan={plan} words={words} />}
        <Limits breaches={form.breaches} approving={state.from?.kind === 'approval'} words={words} />
        <Destinations {...view} />
        {plan && <Alternatives plan={plan} words={words} locked={locked} dispatch={dispatch} />}
        {plan && <Effects plan={plan} words={words} />}
      </s-stack>
    </s-section>
  );
}
