// First: it needs the least of the others, and what resembles lies together in the bundle, which compresses better.
import {Waits} from './waiting/Waits.tsx';
import {type Change, stateful} from '../pieces/stateful.ts';
import {createWords, type Words} from '../words/words.ts';
import type {HomeHost} from './home-host.ts';
import {type HomeData, readHome} from './load.ts';
import {nameOf} from './recipes/Editor.tsx';
import {listed} from './recipes/list.ts';
import {Recipes} from './recipes/Recipes.tsx';
import {SetUp} from './setup/SetUp.tsx';
import {IDLE, type Work, work} from './work.ts';

const TABS = ['recipes', 'waiting', 'setup'] as const;

interface State extends Work {
  readonly tab: (typeof TABS)[number];
  readonly data: HomeData | null;
}

/** The app's own page: recipes, what waits across orders, and the set-up. */
export const AppHome = stateful(
  (): State => ({...IDLE, tab: 'recipes', data: null}),
  ({host}: {host: HomeHost}, {tab, data, problem}, change) => {
    const words = createWords(host.i18n);
    const again = async (): Promise<void> => void (await load(host, change));
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
              onClick={() => change({tab: name})}
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
                <s-button onClick={() => void again()}>{words.t('home.retry')}</s-button>
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
        {data && tab === 'recipes' && <Recipes data={data} host={host} words={words} onChanged={again} />}
        {data && tab === 'waiting' && <Waits titles={titlesOf(data, words)} host={host} words={words} />}
        {data && tab === 'setup' && (
          <SetUp key={data.settings?.updatedAt} data={data} host={host} words={words} onChanged={again} />
        )}
      </s-page>
    );
  },
  ({host}, change) => load(host, change),
);

function load(host: HomeHost, change: Change<State>): Promise<boolean> {
  return work(change, async () => ({data: await readHome(host)}));
}

function titlesOf({stored}: HomeData, words: Words): ReadonlyMap<string, string> {
  return new Map(
    listed(stored, words).flatMap(({handle, recipe}) => (recipe ? [[handle, nameOf(recipe, words)] as const] : [])),
  );
}
