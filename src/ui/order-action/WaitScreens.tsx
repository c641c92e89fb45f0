import type {Problem} from '../../execution/types.ts';
import type {Words} from '../words/words.ts';
import type {State} from './state.ts';

/** Reading: one line that says what is going on, and on long orders how far it is. */
export function LoadingScreen({screen, words}: {screen: Extract<State['screen'], {name: 'loading'}>; words: Words}) {
  const {lines, waiting} = screen;
  const text = waiting
    ? words.t('action.loading.waiting')
    : lines > 0
      ? words.t('action.loading.lines', {lines})
      : words.t('action.loading.order');
  return (
    <s-stack direction="inline" gap="base" alignItems="center">
      <s-spinner accessibilityLabel={text} />
      <s-text>{text}</s-text>
    </s-stack>
  );
}

/** Something went wrong before anything was done. */
export function FailedScreen({problem, words}: {problem: Problem; words: Words}) {
  return (
    <s-banner tone="critical" heading={words.t('action.failed')}>
      <s-text>{words.coded('problem', problem)}</s-text>
    </s-banner>
  );
}

export function EmptyScreen({text, words}: {text: string; words: Words}) {
  return (
    <s-banner tone="info" heading={words.t('action.empty.heading')}>
      <s-text>{text}</s-text>
    </s-banner>
  );
}
