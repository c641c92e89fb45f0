import type {Recipe} from '../../../core/index.ts';
import type {Problem} from '../../../execution/types.ts';
import {problemOf} from '../../order-action/problems.ts';
import {stateful} from '../../pieces/stateful.ts';
import type {Words} from '../../words/words.ts';
import type {HomeHost} from '../home-host.ts';
import type {HomeData} from '../load.ts';
import {draftOf} from './draft.ts';
import {type Editing, Editor} from './Editor.tsx';
import {freeHandle, type Listed, listed} from './list.ts';
import {RecipeList} from './RecipeList.tsx';
import {removeRecipe, type Saved, switchRecipe} from './save.ts';
import {ExportRecipe, ImportRecipe} from './Transfer.tsx';

type View = {name: 'list'} | {name: 'edit'; editing: Editing} | {name: 'export'; recipe: Recipe} | {name: 'import'};

const LIST: View = {name: 'list'};

interface Props {
  readonly data: HomeData;
  readonly host: HomeHost;
  readonly words: Words;
  onChanged(): Promise<void>;
}

interface State {
  readonly view: View;
  /** The handle of the recipe that is being changed. */
  readonly busy: string | null;
  readonly problem: Problem | null;
  /** A switch that could not be turned is drawn anew, as it was. */
  readonly failures: number;
}

/** The shop's recipes: what staff can choose from. */
export const Recipes = stateful(
  (): State => ({view: LIST, busy: null, problem: null, failures: 0}),
  ({data, host, words, onChanged}: Props, {view, busy, problem, failures}, set) => {
    const setView = (next: View): void => set({view: next});
    const entries = listed(data.stored, words);
    const handles = entries.map(({handle}) => handle);
    const toList = (): void => setView(LIST);

    const change = async (handle: string, work: () => Promise<Saved>): Promise<void> => {
      set({busy: handle, problem: null});
      let found: Problem | null;
      try {
        const saved = await work();
        found = saved.state === 'refused' ? saved.problem : null;
        await onChanged();
      } catch (error) {
        found = problemOf(error);
      }
      set((before) => ({busy: null, problem: found, failures: before.failures + (found ? 1 : 0)}));
    };
    const turn = ({handle, kind, stored, recipe}: Listed, on: boolean): Promise<void> =>
      change(handle, () => {
        if (on && stored && kind === 'preset') return removeRecipe(host, stored);
        return switchRecipe(host, handle, on, kind === 'preset' && !stored ? recipe : null);
      });
    const open = ({stored, recipe, enabled, handle}: Listed): void => {
      if (!recipe) return;
      const draft = draftOf({...recipe, handle}, words.language);
      setView({name: 'edit', editing: {draft, base: stored, isNew: false, version: recipe.version, enabled}});
    };
    const copy = ({recipe}: Listed): void => {
      if (!recipe) return;
      const title = {
        en: `${recipe.title.en} (copy)`.slice(0, 80),
        ...(recipe.title.nl && {nl: `${recipe.title.nl} (kopie)`.slice(0, 80)}),
      };
      const draft = draftOf({...recipe, handle: freeHandle(recipe.handle, handles), title}, words.language);
      setView({name: 'edit', editing: {draft, base: null, isNew: true, version: 0, enabled: true}});
    };
    const opened = (recipe: Recipe): void => {
      const there = entries.find(({handle}) => handle === recipe.handle);
      const editing = {
        draft: draftOf(recipe, words.language),
        base: there?.stored || null,
        enabled: there?.enabled ?? true,
      };
      setView({name: 'edit', editing: {...editing, isNew: !there, version: there?.recipe?.version || 0}});
    };

    switch (view.name) {
      case 'edit':
        return (
          <Editor
            editing={view.editing}
            taken={handles}
            host={host}
            words={words}
            onDone={(changed) => {
              toList();
              if (changed) void onChanged();
            }}
          />
        );
      case 'export':
        return <ExportRecipe recipe={view.recipe} words={words} onDone={toList} />;
      case 'import':
        return <ImportRecipe words={words} onRead={opened} onDone={toList} />;
      case 'list':
        return (
          <>
            {problem && (
              <s-banner tone="critical" heading={words.t('home.notSaved')}>
                <s-text>{words.coded('problem', problem)}</s-text>
              </s-banner>
            )}
            <s-section heading={words.t('home.list.heading')}>
              <s-stack gap="base">
                <s-paragraph color="subdued">{words.t('home.list.text')}</s-paragraph>
                <s-stack direction="inline" gap="small">
                  <s-button onClick={() => setView({name: 'import'})}>{words.t('home.import.open')}</s-button>
                </s-stack>
                <RecipeList
                  key={failures}
                  entries={entries}
                  busy={busy}
                  words={words}
                  onEdit={open}
                  onCopy={copy}
                  onExport={({recipe}) => recipe && setView({name: 'export', recipe})}
                  onSwitch={(entry, on) => void turn(entry, on)}
                  onRemove={({handle, stored}) => stored && void change(handle, () => removeRecipe(host, stored))}
                />
              </s-stack>
            </s-section>
          </>
        );
    }
  },
);
