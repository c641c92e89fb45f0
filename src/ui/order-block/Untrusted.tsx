import {setAside} from '../../execution/claim/set-aside.ts';
import type {Problem} from '../../execution/types.ts';
import {fieldOf, stepOf, Steps} from '../waiting/Steps.tsx';
import type {PartProps} from './Attention.tsx';

/** A record that can't be trusted: nothing moves until a person has looked and sets it aside. */
export function Untrusted({problem, reading, perform, busy, words}: PartProps & {problem: Problem}) {
  const aside = stepOf(
    words,
    'block.untrusted.aside',
    ({reason = ''}) => perform((env) => setAside(reading.confirmed, reason, env)),
    [fieldOf(words, 'reason', 'block.untrusted.reason', 'block.owed.reasonDetails')],
  );
  return (
    <s-banner tone="critical" heading={words.t('block.untrusted.heading')}>
      <s-stack gap="small">
        <s-text>{words.coded('problem', problem)}</s-text>
        <s-text>{words.t('action.unfinished.tampered')}</s-text>
        <Steps busy={busy} words={words} steps={[aside]} />
      </s-stack>
    </s-banner>
  );
}
