import {declineRequest} from '../../execution/requests/change.ts';
import type {ReadRequests, RefundRequest} from '../../execution/requests/types.ts';
import {requestHeading, requestLines} from '../words/request-text.ts';
import type {Words} from '../words/words.ts';
import type {Perform} from './perform.ts';
import {fieldOf, stepOf, Steps} from './Steps.tsx';

/** A request or an approval that waits: what is asked for, by whom and why, the way to carrying it out, and *Decline*. */
export function Request({
  request,
  requests,
  title,
  busy,
  words,
  open: [label, spoken, onOpen],
  perform,
}: {
  request: RefundRequest;
  requests: ReadRequests;
  /** What its recipe is called, where that is known. */
  title: string | undefined;
  busy: boolean;
  words: Words;
  /** The button's words, what a screen reader says instead, and what it does. */
  open: readonly [string, string, () => void];
  perform: Perform;
}) {
  const decline = stepOf(
    words,
    'block.request.decline',
    ({reason = ''}) => perform((env) => declineRequest(requests, request.id, reason, env)),
    [fieldOf(words, 'reason', 'block.request.reason')],
  );
  return (
    <s-banner tone="info" heading={requestHeading(request, words)}>
      <s-stack gap="small">
        <s-stack gap="none">
          {requestLines(request, words, title).map((line) => (
            <s-text key={line}>{line}</s-text>
          ))}
        </s-stack>
        <s-stack direction="inline" gap="small">
          <s-button variant="primary" disabled={busy} accessibilityLabel={spoken} onClick={onOpen}>
            {label}
          </s-button>
        </s-stack>
        <Steps busy={busy} words={words} steps={[decline]} />
      </s-stack>
    </s-banner>
  );
}
