import type {Host} from '../host.ts';
import type {Words} from '../words/words.ts';
import type {OrderAction} from './controller.ts';
import type {Form} from './form.ts';
import type {State} from './state.ts';
import {mayRest, resumableAt} from './takeover.ts';

interface Press {
  readonly label: string;
  readonly press: () => unknown;
  readonly disabled?: boolean;
  /** Presses do nothing, but the button keeps the keyboard's focus, which a disabled one would lose. */
  readonly loading?: boolean;
}

/** The modal's buttons. The main one carries the amount and is off whenever nothing may happen. */
export function Buttons({
  action,
  state,
  form,
  host,
  words,
}: {
  action: OrderAction;
  state: State;
  form: Form;
  host: Host;
  words: Words;
}) {
  const {main, beside} = buttonsOf(action, state, form, host, words);
  return (
    <>
      {main && (
        <s-button
          slot="primary-action"
          variant="primary"
          disabled={main.disabled || false}
          loading={main.loading || false}
          onClick={() => main.loading || void main.press()}
        >
          {main.label}
        </s-button>
      )}
      {beside && (
        <s-button slot="secondary-actions" onClick={() => void beside.press()}>
          {beside.label}
        </s-button>
      )}
    </>
  );
}

function buttonsOf(
  action: OrderAction,
  {screen, session, from, reason}: State,
  form: Form,
  host: Host,
  words: Words,
): {main?: Press; beside?: Press} {
  const close = {label: words.t('action.close'), press: host.close};
  const back = {label: words.t('action.back'), press: () => action.dispatch({type: 'back', notice: null})};
  const cancel = {label: words.t('action.cancel'), press: host.close};
  const amount = (plan: Form['plan']): string =>
    plan && plan.calls.length > 0
      ? words.t(from?.kind === 'approval' ? 'action.approval.approve' : 'action.refund', {
          amount: plan.totals.toCustomer,
        })
      : words.t('action.refundPlain');
  switch (screen.name) {
    case 'loading':
      return {beside: cancel};
    case 'failed':
      return {main: {label: words.t('action.retry'), press: action.load}, beside: close};
    case 'unfinished': {
      const at = session && resumableAt(session.confirmed.claim);
      const early = at !== null && host.now() < at;
      const main = early
        ? {label: words.t('action.retry'), press: action.load}
        : {label: words.t('action.unfinished.resume'), press: action.resume};
      const anew = {
        label: words.t('action.unfinished.anew'),
        press: () => action.dispatch({type: 'back', notice: null}),
      };
      return {...(at && {main}), beside: session && mayRest(session.confirmed.claim) ? anew : close};
    }
    case 'edit':
      if (session?.recipes.length === 0) return {beside: close};
      return {main: {label: amount(form.plan), press: action.ask, disabled: !form.plan?.calls.length}, beside: cancel};
    case 'asking':
      return {main: {label: amount(form.plan), press: action.ask, loading: true}, beside: cancel};
    case 'confirm':
      return {
        main: {
          label: amount(screen.plan),
          press: action.run,
          loading: !screen.read,
          disabled: screen.plan.calls.length === 0,
        },
        beside: back,
      };
    case 'approval':
      return {
        main: {label: words.t('action.approval.ask'), press: action.askForApproval, disabled: reason.trim() === ''},
        beside: back,
      };
    case 'asked':
      return {main: close};
    case 'running':
      return {main: {label: amount(screen.plan), press: action.run, loading: true}};
    case 'finished':
      return screen.outcome.state === 'done'
        ? {main: close}
        : {main: {label: words.t('action.stopped.anew'), press: action.load}, beside: close};
  }
}
