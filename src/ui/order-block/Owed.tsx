import {cancelOutside, markOutsidePaid} from '../../execution/index.ts';
import type {OutsidePayment} from '../../execution/types.ts';
import type {PartProps} from './Attention.tsx';
import {Steps} from './Steps.tsx';

/** Money that the shop pays outside Shopify: it stays here until somebody says that it was paid, or calls it off. */
export function Owed({owed, block, busy, host, words}: PartProps & {owed: OutsidePayment}) {
  const {amount, at} = owed;
  const now = new Date(host.now());
  const pad = (part: number): string => String(part).padStart(2, '0');
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  return (
    <s-banner tone="warning" heading={words.t('block.owed.heading', {amount})}>
      <s-stack gap="small">
        <s-text>{words.t('block.owed.text', {at: words.dateTime(at)})}</s-text>
        <Steps
          busy={busy}
          words={words}
          steps={[
            {
              name: 'paid',
              label: words.t('block.owed.paid'),
              ask: words.t('block.owed.paidAsk', {amount}),
              yes: words.t('block.owed.paidYes', {amount}),
              fields: [
                {
                  name: 'reference',
                  type: 'text',
                  label: words.t('block.owed.reference'),
                  details: words.t('block.owed.referenceDetails'),
                },
                {name: 'date', type: 'date', label: words.t('block.owed.date'), value: today},
              ],
              press: ({reference = '', date = ''}) =>
                block.perform(({confirmed}, env) => markOutsidePaid(confirmed.claim, owed, {reference, date}, env)),
            },
            {
              name: 'cancel',
              label: words.t('block.owed.cancel'),
              ask: words.t('block.owed.cancelAsk', {amount}),
              yes: words.t('block.owed.cancelYes', {amount}),
              fields: [
                {
                  name: 'reason',
                  type: 'text',
                  label: words.t('block.owed.reason'),
                  details: words.t('block.owed.reasonDetails'),
                },
              ],
              press: ({reason = ''}) =>
                block.perform(({confirmed}, env) => cancelOutside(confirmed.claim, owed, reason, env)),
            },
          ]}
        />
      </s-stack>
    </s-banner>
  );
}
