import {useEffect, useState} from 'preact/hooks';
import {AdminError, debitDuplicate, findDuplicateCredits, keepDuplicate, settleDebit} from '../../execution/index.ts';
import type {DuplicateCredit} from '../../execution/index.ts';
import type {ClaimedCall} from '../../execution/types.ts';
import {callText} from '../order-action/Calls.tsx';
import type {PartProps} from './Attention.tsx';
import {Steps, type Step} from './Steps.tsx';

/** Store credit that may have been given twice: taken back while it is unspent, or left; a person decides. */
export function Duplicates({call, view, block, busy, host, words}: PartProps & {call: ClaimedCall}) {
  const [found, setFound] = useState<readonly DuplicateCredit[] | null>(null);
  const open = call.evidence?.debits?.find(({state}) => state === 'intended' || state === 'unknown');
  useEffect(() => {
    let shown = true;
    if (!open) void duplicatesOf(call, view, host).then((duplicates) => shown && setFound(duplicates));
    return () => {
      shown = false;
    };
  }, [call, view, host, open]);
  const reason = {
    name: 'reason',
    type: 'text' as const,
    label: words.t('block.duplicate.reason'),
    details: words.t('block.owed.reasonDetails'),
  };
  const step = (name: string, press: Step['press'], parameters = {}, fields: Step['fields'] = []): Step => {
    const [key] = name.split(' ');
    return {
      name,
      label: words.t(`block.duplicate.${key}`, parameters),
      ask: words.t(`block.duplicate.${key}Ask`, parameters),
      yes: words.t(`block.duplicate.${key}Yes`, parameters),
      fields,
      press,
    };
  };
  const settle = (answer: 'happened' | 'didNotHappen'): Step =>
    step(answer, () => block.perform(({confirmed}, env) => settleDebit(confirmed.claim, call.id, answer, env)), {
      amount: open?.amount,
    });
  const takeBack = (duplicate: DuplicateCredit): Step =>
    step(
      `debit ${duplicate.creditTransactionId}`,
      (values) =>
        block.perform(({confirmed}, env) => debitDuplicate(confirmed.claim, duplicate, values['reason'] || '', env)),
      {amount: duplicate.amount},
      [reason],
    );
  const keep = step(
    'keep',
    (values) =>
      block.perform(({confirmed}, env) =>
        keepDuplicate(confirmed.claim, {callId: call.id}, values['reason'] || '', env),
      ),
    {},
    [reason],
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
            : found === null
              ? words.t('block.question.reading')
              : words.t('block.duplicate.found', {count: found.length})}
        </s-text>
        <Steps busy={busy} words={words} steps={steps} />
      </s-stack>
    </s-banner>
  );
}

async function duplicatesOf(
  call: ClaimedCall,
  {claim}: PartProps['view'],
  host: PartProps['host'],
): Promise<readonly DuplicateCredit[]> {
  try {
    const all = claim ? await findDuplicateCredits(host, claim) : [];
    return all.filter(({callId}) => callId === call.id);
  } catch (error) {
    if (error instanceof AdminError) return [];
    throw error;
  }
}
