import type {Breach, RefundPlan} from '../../core/index.ts';
import type {Words} from '../words/words.ts';
import {callText} from './Calls.tsx';
import type {OrderAction} from './controller.ts';
import {CustomerGets} from './edit/CustomerGets.tsx';
import {Notices} from './edit/Notices.tsx';
import {Limits} from './Limits.tsx';
import {mailsOf} from './edit/CustomerHears.tsx';

/** The second screen: Shopify's figures, what changed, and once more what will happen and can't be undone. */
export function ConfirmScreen({
  plan,
  estimate,
  breaches,
  approving,
  action,
  words,
}: {
  plan: RefundPlan;
  estimate: RefundPlan;
  breaches: readonly Breach[];
  approving: boolean;
  action: OrderAction;
  words: Words;
}) {
  const mails = mailsOf(plan)
    .filter(({on}) => on)
    .map(({mail}) => words.t(`action.hears.${mail}`));
  return (
    <s-stack gap="large">
      <s-banner tone="warning" heading={words.t('action.confirm.heading', {amount: plan.totals.toCustomer})}>
        <s-text>{words.t('action.confirm.text')}</s-text>
      </s-banner>
      <s-text>{compared(plan, estimate, words)}</s-text>
      <Limits breaches={breaches} approving={approving} words={words} />
      <Notices plan={plan} words={words} />
      {plan.stops.some(({code}) => code === 'figuresDiffer') && (
        <s-button onClick={() => takeShopifys(action)}>{words.t('action.know.acceptShopify')}</s-button>
      )}
      <CustomerGets plan={plan} hint={words.t('action.gets.confirmed')} words={words} />
      <s-section heading={words.t('action.confirm.will')}>
        <s-stack gap="small">
          <s-ordered-list>
            {plan.calls.map((call) => (
              <s-list-item key={call.id}>
                {callText(
                  call.kind,
                  plan.legs.filter(({id}) => call.legs.includes(id)),
                  words,
                )}
              </s-list-item>
            ))}
          </s-ordered-list>
          <s-text color="subdued">
            {mails.length > 0 ? words.t('action.confirm.mails', {mails}) : words.t('action.confirm.noMails')}
          </s-text>
        </s-stack>
      </s-section>
    </s-stack>
  );
}

/** A person takes Shopify's figures where they differ by more than rounding: the plan is made again with them. */
function takeShopifys(action: OrderAction): void {
  action.dispatch({type: 'acceptShopifyFigures'});
  void action.ask();
}

function compared(plan: RefundPlan, estimate: RefundPlan, words: Words): string {
  const [from, to] = [estimate.totals.toCustomer, plan.totals.toCustomer];
  if (from.minor !== to.minor) return words.t('action.confirm.changed', {from, to});
  const same = legs(plan) === legs(estimate);
  return words.t(same ? 'action.confirm.same' : 'action.confirm.changedInside');
}

function legs({legs: all}: RefundPlan): string {
  return all.map(({kind, amount, payment}) => `${kind} ${payment?.id || ''} ${amount.minor}`).join();
}
