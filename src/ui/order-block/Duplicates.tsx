import {AdminError} from '../../execution/admin/error.ts';
import {debitDuplicate, keepDuplicate, settleDebit} from '../../execution/duplicates/debit.ts';
import {findDuplicateCredits} from '../../execution/duplicates/find.ts';
import type {DuplicateCredit} from '../../execution/duplicates/find.ts';
import type {ClaimedCall} from '../../execution/types.ts';
import {callText} from '../order-action/Calls.tsx';
import {stateful} from '../pieces/stateful.ts';
import {fieldOf, type Step, stepOf, Steps} from '../waiting/Steps.tsx';
import type {PartProps} from './Attention.tsx';

type Props = PartProps & {readonly call: ClaimedCall};

/** Store credit that may have been given twice: taken back while it is unspent, or left; a person decides. */
export const Duplicates = stateful(
  (): {found: readonly DuplicateCredit[] | null} => ({found: null}),
  ({call, reading, perform, busy, words}: Props, {found}) => {
    const {claim} = reading.confirmed;
    const open = openDebit(call);
    const settle = (answer: 'happened' | 'didNotHappen'): Step =>
      stepOf(words, `block.duplicate.${answer}`, () => perform((env) => settleDebit(claim, call.id, answer, env)), [], {
        amount: open?.amount,
      });
    const why = fieldOf(words, 'reason', 'block.duplicate.reason', 'block.owed.reasonDetails');
    const takeBack = (duplicate: DuplicateCredit): Step => ({
      ...stepOf(
        words,
        'block.duplicate.debit',
        ({reason = ''}) => perform((env) => debitDuplicate(claim, duplicate, reason, env)),
        [why],
        {amount: duplicate.amount},
      ),
      name: duplicate.creditTransactionId,
    });
    const keep = stepOf(
      words,
      'block.duplicate.keep',
      ({reason = ''}) => perform((env) => keepDuplicate(claim, {callId: call.id}, reason, env)),
      [why],
    );
    const steps = open
      ? [settle('happened'), settle('didNotHappen')]
      : [...(found || []).filter(({unspent}) => unspent).map(takeBack), keep];
    return (
      <s-banner tone="warning" heading={words.t(open ? 'block.duplicate.openHeading' : 'block.duplicate.heading')}>
        <s-stack gap="small">
          <s-text>{callText(call.kind, call.legs, words)}</s-text>
          <s-text>
            {open
              ? words.t('block.duplicate.open', {amount: open.amount, at: words.dateTime(open.at)})
              : found
                ? words.t('block.duplicate.found', {count: found.length})
                : words.t('block.question.reading')}
          </s-text>
          <Steps busy={busy} words={words} steps={steps} />
        </s-stack>
      </s-banner>
    );
  },
  async (props, change) => change({found: await duplicatesOf(props)}),
  ({call}) => call,
);

function openDebit({evidence}: ClaimedCall) {
  return evidence?.debits?.find(({state}) => state === 'intended' || state === 'unknown');
}

async function duplicatesOf({call, view: {claim}, host}: Props): Promise<readonly DuplicateCredit[]> {
  if (!claim || openDebit(call)) return [];
  try {
    const all = await findDuplicateCredits(host, claim);
    return all.filter(({callId}) => callId === call.id);
  } catch (error) {
    if (error instanceof AdminError) return [];
    throw error;
  }
}
