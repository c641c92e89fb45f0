import type {RefundPlan} from '../../../core/index.ts';
import {messageText} from '../message-text.ts';
import type {EditView} from '../view.ts';

/** Which of Shopify's mails this plan can send. */
export function mailsOf(plan: RefundPlan): {mail: 'refund' | 'storeCredit'; on: boolean}[] {
  const mails: {mail: 'refund' | 'storeCredit'; on: boolean}[] = [];
  for (const call of plan.calls) {
    const mail =
      call.kind === 'refundCreate' ? 'refund' : call.kind === 'storeCreditAccountCredit' ? 'storeCredit' : null;
    if (mail && 'notify' in call && !mails.some((known) => known.mail === mail)) mails.push({mail, on: call.notify});
  }
  return mails;
}

/** The switches say which mails go out; only our own text can be edited. */
export function CustomerHears(view: EditView) {
  const {form, words, locked, dispatch} = view;
  if (!form.plan || form.plan.legs.length === 0) return null;
  const mails = mailsOf(form.plan);
  return (
    <s-section heading={words.t('action.hears.heading')}>
      <s-stack gap="base">
        {mails.length === 0 && form.plan.calls.length > 0 && (
          <s-text color="subdued">{words.t('action.hears.nothing')}</s-text>
        )}
        {mails.map(({mail, on}) => (
          <s-switch
            key={mail}
            name={`notify:${mail}`}
            label={words.t(`action.hears.${mail}`)}
            checked={on}
            disabled={locked}
            onChange={(event) => dispatch({type: 'notify', mail, on: event.currentTarget.checked})}
          />
        ))}
        <s-text-area
          label={words.t('action.hears.draft')}
          details={words.t('action.hears.draftDetails')}
          name="draft"
          rows={6}
          readOnly
          value={draftOf(form.plan, view)}
        />
      </s-stack>
    </s-section>
  );
}

/** How our text would read if everything goes as planned. What is sent later quotes what was executed, never this. */
function draftOf(plan: RefundPlan, {session: {order}, words}: EditView): string {
  const movements = plan.legs.map((leg) => ({
    ...leg,
    status: leg.kind === 'outsidePayment' ? ('owed' as const) : ('done' as const),
    payment: leg.payment?.id || '',
  }));
  return messageText(movements, order, plan.ground, words);
}
