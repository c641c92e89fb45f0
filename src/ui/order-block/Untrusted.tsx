import {setAside} from '../../execution/index.ts';
import type {Problem} from '../../execution/types.ts';
import type {PartProps} from './Attention.tsx';
import {Steps} from './Steps.tsx';

/** A record that can't be trusted: nothing moves until a person has looked and sets it aside. */
export function Untrusted({problem, block, busy, words}: PartProps & {problem: Problem}) {
  return (
    <s-banner tone="critical" heading={words.t('block.untrusted.heading')}>
      <s-stack gap="small">
        <s-text>{words.coded('problem', problem)}</s-text>
        <s-text>{words.t('action.unfinished.tampered')}</s-text>
        <Steps
          busy={busy}
          words={words}
          steps={[
            {
              name: 'aside',
              label: words.t('block.untrusted.aside'),
              ask: words.t('block.untrusted.asideAsk'),
              yes: words.t('block.untrusted.asideYes'),
              fields: [
                {
                  name: 'reason',
                  type: 'text',
                  label: words.t('block.untrusted.reason'),
                  details: words.t('block.owed.reasonDetails'),
                },
              ],
              press: ({reason = ''}) => block.perform(({confirmed}, env) => setAside(confirmed, reason, env)),
            },
          ]}
        />
      </s-stack>
    </s-banner>
  );
}
