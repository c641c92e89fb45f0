import type {CallKind, Money} from '../../core/index.ts';
import type {ClaimedCall} from '../../execution/types.ts';
import type {Words} from '../words/words.ts';

const TONE = {
  planned: 'neutral',
  intended: 'info',
  done: 'success',
  partlyDone: 'warning',
  failed: 'critical',
  unknown: 'warning',
} as const;

/** How far each call is, with Shopify's references of what is done, or who decided what became of it. */
export function Calls({
  calls,
  quiet = false,
  words,
}: {
  calls: readonly ClaimedCall[];
  /** A banner says what went wrong. */
  quiet?: boolean;
  words: Words;
}) {
  return (
    <s-stack gap="small">
      {calls.map((call) => (
        <s-grid key={call.id} gridTemplateColumns="1fr auto" gap="base" alignItems="start">
          <s-stack gap="none">
            <s-text>{callText(call.kind, call.legs, words)}</s-text>
            {[...references(call, words), ...(quiet ? [] : problemsOf([call], words))].map((line) => (
              <s-text key={line} color="subdued">
                {line}
              </s-text>
            ))}
          </s-stack>
          <s-stack direction="inline">
            <s-badge tone={TONE[call.state]}>{words.t(`action.callState.${call.state}`)}</s-badge>
          </s-stack>
        </s-grid>
      ))}
    </s-stack>
  );
}

/** A refund without legs moves no money: it books units or a manual payment. */
export function callText(kind: CallKind, legs: readonly {readonly amount: Money}[], words: Words): string {
  const currency = legs[0]?.amount.currency;
  if (!currency) return words.t('action.call.books');
  const minor = legs.reduce((sum, {amount}) => sum + amount.minor, 0);
  return words.t(`action.call.${kind}`, {amount: {minor, currency}});
}

/** What went wrong with them. Who may not refund to a payment may often give store credit. */
export function problemsOf(calls: readonly ClaimedCall[], words: Words): string[] {
  return calls.flatMap(({evidence, legs}) => {
    const {problem, decision} = evidence || {};
    if (!problem || decision) return [];
    const denied = problem.code === 'accessDenied' && legs.some(({kind}) => kind === 'refundToOriginalPayment');
    return [words.coded('problem', denied ? {code: 'refundDenied'} : problem)];
  });
}

function references({evidence, kind}: ClaimedCall, words: Words): string[] {
  const {decision} = evidence || {};
  const lines = decision
    ? [words.t(`action.done.${decision.answer}`, {staff: decision.staff ?? '–', at: words.dateTime(decision.at)})]
    : [];
  const add = (key: string, id: string | undefined): void => {
    if (id) lines.push(words.t(`action.done.${key}`, {reference: id.slice(id.lastIndexOf('/') + 1)}));
  };
  add('refund', evidence?.refundId);
  add('creditReference', evidence?.creditTransactionId);
  if (kind === 'giftCardCreate' && evidence?.giftCardId) add('giftCard', evidence.giftCardCode);
  return lines;
}
