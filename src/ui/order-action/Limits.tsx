import type {Breach} from '../../core/index.ts';
import {breachLines} from '../words/request-text.ts';
import type {Words} from '../words/words.ts';

/** The limits that a refund passes, before anybody presses on. */
export function Limits({breaches, approving, words}: {breaches: readonly Breach[]; approving: boolean; words: Words}) {
  if (breaches.length === 0) return null;
  return (
    <s-banner tone={approving ? 'info' : 'warning'}>
      <s-stack gap="small">
        {breachLines(breaches, words).map((line) => (
          <s-text key={line}>{line}</s-text>
        ))}
        <s-text>{words.t(approving ? 'action.approval.approving' : 'action.approval.needed')}</s-text>
      </s-stack>
    </s-banner>
  );
}
