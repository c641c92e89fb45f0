import type {RefundPlan} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';

/** These say themselves where they belong: the empty field asks, the total tells, the consent's own fields. */
const SAID_ELSEWHERE = new Set(['amountMissing', 'nothingToRefund', 'nothingPaid', 'consentNeeded']);

/** Stops and warnings in plain words. */
export function Notices({plan, words}: {plan: RefundPlan; words: Words}) {
  const stops = plan.stops.filter(({code}) => !SAID_ELSEWHERE.has(code));
  return (
    <>
      {stops.length > 0 && (
        <s-banner tone="critical" heading={words.t('action.know.stopHeading')}>
          <s-stack gap="small">
            {stops.map((stop, index) => (
              <s-text key={index}>{words.coded('stop', stop)}</s-text>
            ))}
          </s-stack>
        </s-banner>
      )}
      {plan.warnings.map((warning, index) => (
        <s-banner key={index} tone="warning">
          <s-text>{words.coded('warning', warning)}</s-text>
        </s-banner>
      ))}
    </>
  );
}
