import {useCallback, useEffect, useMemo, useState} from 'preact/hooks';
import type {Problem} from '../../execution/types.ts';
import {problemOf} from '../order-action/problems.ts';
import {createWords, type Words} from '../words/words.ts';
import type {HomeHost} from './home-host.ts';
import {type HomeData, readHome} from './load.ts';
import {nameOf} from './recipes/Editor.tsx';
import {listed} from './recipes/list.ts';
import {Recipes} from './recipes/Recipes.tsx';
import {Waits} from './waiting/Waits.tsx';
import {SetUp} from './setup/SetUp.tsx';

const TABS = ['recipes', 'waiting', 'setup'] as const;

/** The app's own page: recipes, what waits across orders, and the set-up. */
export function AppHome({host}: {host: HomeHost}) {
  const words = useMemo(() => createWords(host.i18n), [host]);
  const [tab, setTab] = useState<(typeof TABS)[number]>('recipes');
  const [data, setData] = useState<HomeData | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = useCallback(async () => {
    setProblem(null);
    try {
      setData(await readHome(host));
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, [host]);
  useEffect(() => void load(), [load]);
  return (
    <s-page heading={words.t('home.heading')}>
      <s-stack direction="inline" gap="small">
        {TABS.map((name) => (
          <s-button
            key={name}
            variant={name === tab ? 'primary' : 'secondary'}
            accessibilityLabel={words.t(name === tab ? 'home.tab.here' : 'home.tab.go', {
              tab: words.t(`home.tab.${name}`),
            })}
            onClick={() => setTab(name)}
          >
            {words.t(`home.tab.${name}`)}
          </s-button>
        ))}
      </s-stack>
      {problem && (
        <s-banner tone="critical" heading={words.t('home.failed')}>
          <s-stack gap="small">
            <s-text>{words.coded('problem', problem)}</s-text>
            <s-stack direction="inline">
              <s-button onClick={() => void load()}>{words.t('home.retry')}</s-button>
            </s-stack>
          </s-stack>
        </s-banner>
      )}
      {!data && !problem && (
        <s-stack direction="inline" gap="small" alignItems="center">
          <s-spinner accessibilityLabel={words.t('home.loading')} />
          <s-text>{words.t('home.loading')}</s-text>
        </s-stack>
      )}
      {data && tab === 'recipes' && <Recipes data={data} host={host} words={words} onChanged={load} />}
      {data && tab === 'waiting' && <Waits titles={titlesOf(data, words)} host={host} words={words} />}
      {data && tab === 'setup' && (
        <SetUp key={data.settings?.updatedAt} data={data} host={host} words={words} onChanged={load} />
      )}
    </s-page>
  );
}

function titlesOf({stored}: HomeData, words: Words): ReadonlyMap<string, string> {
  return new Map(
    listed(stored).flatMap(({handle, recipe}) => (recipe ? [[handle, nameOf(recipe, words)] as const] : [])),
  );
}
