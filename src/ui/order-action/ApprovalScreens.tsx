import type {Words} from '../words/words.ts';
import {breachLines} from '../words/request-text.ts';
import type {OrderAction} from './controller.ts';
import type {State} from './state.ts';

type Approval = Extract<State['screen'], {name: 'approval'}>;

/** Above a limit nothing was done: someone else approves it, with a reason to go by. */
export function ApprovalScreen({
  screen: {problem, breaches},
  reason,
  action,
  words,
}: {
  screen: Approval;
  reason: string;
  action: OrderAction;
  words: Words;
}) {
  return (
    <s-stack gap="large">
      <s-banner tone="warning" heading={words.t('action.approval.heading')}>
        <s-stack gap="small">
          {[words.coded('problem', problem), ...breachLines(breaches, words)].map((line) => (
            <s-text key={line}>{line}</s-text>
          ))}
        </s-stack>
      </s-banner>
      <s-text-field
        name="reason"
        label={words.t('block.request.reason')}
        details={words.t('action.approval.reason')}
        value={reason}
        required
        onInput={(event) => action.dispatch({type: 'reason', text: event.currentTarget.value})}
      />
    </s-stack>
  );
}

export function AskedScreen({words}: {words: Words}) {
  return (
    <s-banner tone="success" heading={words.t('action.approval.asked')}>
      <s-text>{words.t('action.approval.where')}</s-text>
    </s-banner>
  );
}
