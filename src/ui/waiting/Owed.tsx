import {cancelOutside, markOutsidePaid} from '../../execution/outside/settle.ts';
import type {AbandonedLeg} from '../../execution/outside/abandoned.ts';
import type {OutsidePayment, ReadClaim} from '../../execution/types.ts';
import type {Words} from '../words/words.ts';
import type {Perform} from './perform.ts';
import {fieldOf, stepOf, Steps} from './Steps.tsx';

/**
 * Money that the shop pays outside Shopify, or a leg that an earlier execution left unpaid: it stays here until somebody says
 * that it was paid, or calls it off.
 */
export function Owed({
  owed,
  claim,
  busy,
  now,
  words,
  perform,
}: {
  owed: OutsidePayment | AbandonedLeg;
  claim: ReadClaim;
  busy: boolean;
  /** Milliseconds since 1970. */
  now: number;
  words: Words;
  perform: Perform;
}) {
  const {amount, at} = owed;
  const of = 'kind' in owed ? 'unpaid' : 'owed';
  const to = 'kind' in owed ? words.t(`destination.${owed.kind}`) : '';
  const paid = stepOf(
    words,
    `block.${of}.paid`,
    ({reference = '', date = ''}) => perform((env) => markOutsidePaid(claim, owed, {reference, date}, env)),
    [
      fieldOf(words, 'reference', 'block.owed.reference'),
      {name: 'date', type: 'date', label: words.t('block.owed.date'), value: dayOf(now)},
    ],
    {amount},
  );
  const cancel = stepOf(
    words,
    `block.${of}.cancel`,
    ({reason = ''}) => perform((env) => cancelOutside(claim, owed, reason, env)),
    [fieldOf(words, 'reason', 'block.owed.reason')],
    {amount},
  );
  return (
    <s-banner tone="warning" heading={words.t(`block.${of}.heading`, {amount, to})}>
      <s-stack gap="small">
        <s-text>{words.t(`block.${of}.text`, {at: words.dateTime(at)})}</s-text>
        <Steps busy={busy} words={words} steps={[paid, cancel]} />
      </s-stack>
    </s-banner>
  );
}

/** The day where the person is: `2026-11-22`. */
function dayOf(now: number): string {
  const date = new Date(now);
  return new Date(now - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
