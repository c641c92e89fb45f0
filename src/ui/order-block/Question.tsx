import {useEffect, useState} from 'preact/hooks';
import {decide} from '../../execution/index.ts';
import type {ClaimedCall} from '../../execution/types.ts';
import {callText} from '../order-action/Calls.tsx';
import type {PartProps} from './Attention.tsx';
import {type AccountNow, readAccount} from './account.ts';
import {Steps, type Step} from './Steps.tsx';

/** What nothing could settle, with the evidence: what was sent, what the account shows, and both answers. */
export function Question({call, block, busy, host, words}: PartProps & {call: ClaimedCall}) {
  const credit = call.state === 'unknown';
  const answer = (name: 'happened' | 'didNotHappen', fields: Step['fields'] = []): Step => ({
    name,
    label: words.t(`block.question.${name}`),
    ask: words.t(`block.question.${name}Ask`, {what: callText(call.kind, call.legs, words)}),
    yes: words.t(`block.question.${name}Yes`),
    fields,
    press: ({reference}) => block.perform(({confirmed}, env) => decide(confirmed.claim, call.id, name, env, reference)),
  });
  const settled: Step = {
    ...answer('happened', [
      {
        name: 'reference',
        type: 'text',
        label: words.t('block.question.how'),
        details: words.t('block.question.howDetails'),
      },
    ]),
    label: words.t('block.question.settled'),
    ask: words.t('block.question.settledAsk'),
    yes: words.t('block.question.settledYes'),
  };
  return (
    <s-banner
      tone="warning"
      heading={words.t(credit ? 'block.question.heading' : 'block.question.partHeading', {
        what: callText(call.kind, call.legs, words),
      })}
    >
      <s-stack gap="small">
        {credit ? (
          <Evidence call={call} host={host} words={words} />
        ) : (
          <s-text>{words.coded('problem', call.evidence?.problem || {code: 'paymentFailed'})}</s-text>
        )}
        <Steps busy={busy} words={words} steps={credit ? [answer('happened'), answer('didNotHappen')] : [settled]} />
      </s-stack>
    </s-banner>
  );
}

function Evidence({call, host, words}: Pick<PartProps, 'host' | 'words'> & {call: ClaimedCall}) {
  const [account, setAccount] = useState<AccountNow | 'unread' | null>(null);
  useEffect(() => {
    let shown = true;
    void readAccount(host, call).then((read) => shown && setAccount(read || 'unread'));
    return () => {
      shown = false;
    };
  }, [call, host]);
  const before = call.evidence?.before?.balance;
  return (
    <s-stack gap="none">
      <s-text>{words.t('block.question.sent', {at: words.dateTime(call.at)})}</s-text>
      {before && <s-text>{words.t('block.question.before', {amount: before})}</s-text>}
      {account === null && <s-text>{words.t('block.question.reading')}</s-text>}
      {account === 'unread' && <s-text>{words.t('block.question.unread')}</s-text>}
      {account !== null && account !== 'unread' && (
        <>
          <s-text>{words.t('block.question.now', {amount: account.balance})}</s-text>
          {account.credits.length === 0 ? (
            <s-text>{words.t('block.question.none')}</s-text>
          ) : (
            account.credits.map(({id, amount, at}) => (
              <s-text key={id}>{words.t('block.question.credit', {amount, at: words.dateTime(at)})}</s-text>
            ))
          )}
        </>
      )}
      <s-text>{words.t('block.question.text')}</s-text>
    </s-stack>
  );
}
