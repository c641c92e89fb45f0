import {useEffect, useState} from 'preact/hooks';
import type {Problem} from '../../../execution/types.ts';
import {problemOf} from '../../order-action/problems.ts';
import type {Words} from '../../words/words.ts';
import type {HomeHost} from '../home-host.ts';
import {type Check, checkShop, mayNote, type ShopCheck} from './checks.ts';

const TONE = {good: 'success', mend: 'critical', absent: 'warning', unknown: 'neutral'} as const;

/** What is missing, and how to mend it. */
export function Checks({
  host,
  words,
  onCurrencies,
}: {
  host: HomeHost;
  words: Words;
  onCurrencies(codes: readonly string[]): void;
}) {
  const [found, setFound] = useState<ShopCheck | null>(null);
  const [may, setMay] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const work = async (task: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await task();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const check = (): Promise<void> =>
    work(async () => {
      const shop = await checkShop(host);
      setFound(shop);
      onCurrencies(shop.currencies);
    });
  useEffect(() => void check(), []);
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
          <s-button disabled={busy} onClick={() => void check()}>
            {words.t('home.check.again')}
          </s-button>
          <s-button disabled={busy} onClick={() => void work(async () => setMay(await mayNote(host)))}>
            {words.t('home.check.mine')}
          </s-button>
        </s-stack>
      </s-stack>
    </s-section>
  );
}

function withRights(check: Check, may: boolean | null): Check {
  return check.code === 'rights' && may !== null ? {...check, state: may ? 'good' : 'mend'} : check;
}
