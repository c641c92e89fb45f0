import {type Change, stateful} from '../../pieces/stateful.ts';
import type {Words} from '../../words/words.ts';
import type {HomeHost} from '../home-host.ts';
import {IDLE, type Work, work} from '../work.ts';
import {type Check, checkShop, mayNote, type ShopCheck} from './checks.ts';

const TONE = {good: 'success', mend: 'critical', absent: 'warning', unknown: 'neutral'} as const;

interface Props {
  readonly host: HomeHost;
  readonly words: Words;
  onCurrencies(codes: readonly string[]): void;
}

interface State extends Work {
  readonly found: ShopCheck | null;
  /** Whether whoever is signed in may note refunds; null before they asked. */
  readonly may: boolean | null;
}

/** What is missing, and how to mend it. */
export const Checks = stateful(
  (): State => ({...IDLE, found: null, may: null}),
  (props: Props, {found, may, problem, busy}, change) => {
    const {host, words} = props;
    const checks = found?.checks.map((one) => withRights(one, may)) || [];
    return (
      <s-section heading={words.t('home.check.heading')}>
        <s-stack gap="base">
          {problem && (
            <s-banner tone="critical">
              <s-text>{words.coded('problem', problem)}</s-text>
            </s-banner>
          )}
          {!found && busy && <s-text>{words.t('home.check.loading')}</s-text>}
          {checks.map(({code, state, missing}) => (
            <s-grid key={code} gridTemplateColumns="1fr auto" gap="base" alignItems="start">
              <s-stack gap="none">
                <s-text type="strong">{words.t(`home.check.${code}.name`)}</s-text>
                <s-text color="subdued">{words.t(`home.check.${code}.${state}`, {missing: missing || ''})}</s-text>
              </s-stack>
              <s-stack direction="inline">
                <s-badge tone={TONE[state]}>{words.t(`home.check.state.${state}`)}</s-badge>
              </s-stack>
            </s-grid>
          ))}
          <s-stack direction="inline" gap="small">
            <s-button disabled={busy} onClick={() => void check(props, change)}>
              {words.t('home.check.again')}
            </s-button>
            <s-button disabled={busy} onClick={() => void work(change, async () => ({may: await mayNote(host)}))}>
              {words.t('home.check.mine')}
            </s-button>
          </s-stack>
        </s-stack>
      </s-section>
    );
  },
  (props, change) => check(props, change),
);

function check({host, onCurrencies}: Props, change: Change<State>): Promise<boolean> {
  return work(change, async () => {
    const found = await checkShop(host);
    onCurrencies(found.currencies);
    return {found};
  });
}

function withRights(one: Check, may: boolean | null): Check {
  return one.code === 'rights' && may !== null ? {...one, state: may ? 'good' : 'mend'} : one;
}
