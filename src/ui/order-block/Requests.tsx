import {declineRequest} from '../../execution/index.ts';
import {requestHeading, requestLines} from '../words/request-text.ts';
import type {PartProps} from './Attention.tsx';
import {Steps} from './Steps.tsx';

/**
 * Requests and approvals that wait. Approving and editing happen in the action: it plans with Shopify's figures, shows the
 * money once more, and the planner stays out of this bundle.
 */
export function Requests({view, block, busy, host, words}: PartProps) {
  return (
    <>
      {view.requests.map((request) => (
        <s-banner key={request.id} tone="info" heading={requestHeading(request, words)}>
          <s-stack gap="small">
            <s-stack gap="none">
              {requestLines(request, words).map((line) => (
                <s-text key={line}>{line}</s-text>
              ))}
            </s-stack>
            <s-stack direction="inline" gap="small">
              <s-button variant="primary" disabled={busy} onClick={() => host.openAction()}>
                {words.t(`block.request.${request.kind}Open`)}
              </s-button>
            </s-stack>
            <Steps
              busy={busy}
              words={words}
              steps={[
                {
                  name: 'decline',
                  label: words.t('block.request.decline'),
                  ask: words.t('block.request.declineAsk'),
                  yes: words.t('block.request.declineYes'),
                  fields: [
                    {
                      name: 'reason',
                      type: 'text',
                      label: words.t('block.request.reason'),
                      details: words.t('block.request.reasonDetails'),
                    },
                  ],
                  press: ({reason = ''}) =>
                    block.perform(({requests}, env) => declineRequest(requests, request.id, reason, env)),
                },
              ]}
            />
          </s-stack>
        </s-banner>
      ))}
      {view.requestProblems.map((problem, index) => (
        <s-banner key={index} tone="warning" heading={words.t('block.request.unreadable')}>
          <s-text>{words.coded('problem', problem)}</s-text>
        </s-banner>
      ))}
    </>
  );
}
