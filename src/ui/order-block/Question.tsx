import {decide} from '../../execution/decide.ts';
import type {ClaimedCall} from '../../execution/types.ts';
import {callText} from '../order-action/Calls.tsx';
import {stateful} from '../pieces/stateful.ts';
import type {Words} from '../words/words.ts';
import {type Field, fieldOf, type Step, stepOf, Steps} from '../waiting/Steps.tsx';
import type {PartProps} from './Attention.tsx';
import {type AccountNow, readAccount} from './account.ts';
import type {BlockHost} from './host.ts';

/** What nothing could settle, with the evidence: what was sent, what the account shows, and both answers. */
export function Question({call, reading, perform, busy, host, words}: PartProps & {call: ClaimedCall}) {
  const credit = call.state === 'unknown';
  const what = callText(call.kind, call.legs, words);
  const answer = (key: string, name: 'happened' | 'didNotHappen', fields: readonly Field[] = []): Step =>
    stepOf(
      words,
      key,
      ({reference}) => perform((env) => decide(reading.confirmed.claim, call.id, name, env, reference)),
      fields,
      {what},
    );
  const steps = credit
    ? [answer('block.question.happened', 'happened'), answer('block.question.didNotHappen', 'didNotHappen')]
    : [answer('block.question.settled', 'happened', [fieldOf(words, 'reference', 'block.question.how')])];
  return (
    <s-banner
      tone="warning"
      heading={words.t(credit ? 'block.question.heading' : 'block.question.partHeading', {what})}
    >
      <s-stack gap="small">
        {credit ? (
          <Evidence call={call} host={host} words={words} />
        ) : (
          <s-text>{words.coded('problem', call.evidence?.problem || {code: 'paymentFailed'})}</s-text>
        )}
        <Steps busy={busy} words={words} steps={steps} />
      </s-stack>
    </s-banner>
  );
}

interface EvidenceProps {
  readonly call: ClaimedCall;
  readonly host: BlockHost;
  readonly words: Words;
}

const Evidence = stateful(
  (): {account: AccountNow | 'unread' | null} => ({account: null}),
  ({call, words}: EvidenceProps, {account}) => {
    const before = call.evidence?.before?.balance;
    const lines = [
      words.t('block.question.sent', {at: words.dateTime(call.at)}),
      ...(before ? [words.t('block.question.before', {amount: before})] : []),
      ...(account && account !== 'unread'
        ? accountLines(account, words)
        : [words.t(account ? 'block.question.unread' : 'block.question.reading')]),
      words.t('block.question.text'),
    ];
    return (
      <s-stack gap="none">
        {lines.map((line, index) => (
          <s-text key={index}>{line}</s-text>
        ))}
      </s-stack>
    );
  },
  async ({host, call}, change) => change({account: (await readAccount(host, call)) || 'unread'}),
  ({call}) => call,
);

function accountLines({balance, credits}: AccountNow, words: Words): string[] {
  const came = credits.map(({amount, at}) => words.t('block.question.credit', {amount, at: words.dateTime(at)}));
  return [
    words.t('block.question.now', {amount: balance}),
    ...(came.length > 0 ? came : [words.t('block.question.none')]),
  ];
}
