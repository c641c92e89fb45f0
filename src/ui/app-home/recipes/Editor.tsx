import type {StoredRecipe} from '../../../adapters/index.ts';
import {type Recipe, recipeFaults} from '../../../core/index.ts';
import {RECIPE_FIELDS} from '../../../core/recipe/fields.ts';
import {type FieldRule, rulesInside} from '../../../core/recipe/field-rules.ts';
import {problemOf} from '../../order-action/problems.ts';
import {stateful} from '../../pieces/stateful.ts';
import type {Words} from '../../words/words.ts';
import type {HomeHost} from '../home-host.ts';
import {Conflict} from '../Conflict.tsx';
import {differences} from './compare.ts';
import {conflictText, differenceLabel, inWords} from './conflict-words.ts';
import {Destinations} from './Destinations.tsx';
import {type Draft, partsOf, valueAt, withValue, written} from './draft.ts';
import {Field} from './Field.tsx';
import {type FaultTexts, faultTexts} from './issues.ts';
import {Parts} from './Parts.tsx';
import {saveRecipe, type Saved} from './save.ts';
import {TryOut} from './TryOut.tsx';

/** What the editor begins with. */
export interface Editing {
  readonly draft: Draft;
  /** What is stored under the handle; null where nothing is. */
  readonly base: StoredRecipe | null;
  /** A new recipe: its handle may still be chosen. */
  readonly isNew: boolean;
  /** The version that it had before. */
  readonly version: number;
  readonly enabled: boolean;
}

interface Props {
  readonly editing: Editing;
  /** Handles that stand for another recipe. */
  readonly taken: readonly string[];
  readonly host: HomeHost;
  readonly words: Words;
  /** @param changed something was written: read again */
  onDone(changed: boolean): void;
}

interface State {
  readonly draft: Draft;
  readonly before: Pick<Editing, 'base' | 'version'>;
  readonly saving: boolean;
  /** Somebody pressed *Save*: what is wrong is counted. */
  readonly tried: boolean;
  readonly outcome: Exclude<Saved, {state: 'saved'}> | null;
}

/** A form drawn from the table of a recipe's fields, with the recipe at work on a real order beside it. */
export const Editor = stateful(
  ({editing}: Props): State => ({draft: editing.draft, before: editing, saving: false, tried: false, outcome: null}),
  ({editing, taken, host, words, onDone}, {draft, before, saving, tried, outcome}, change) => {
    const setDraft = (next: Draft): void => change({draft: next});
    const version = before.version + 1;
    const value = written(draft, version);
    const issues = recipeFaults(value);
    const recipe = issues.length === 0 ? (value as Recipe) : null;
    const clash = editing.isNew && taken.includes(String(draft['handle']));
    const faults: FaultTexts = {...faultTexts(issues, words), ...(clash && {handle: words.t('home.issue.taken')})};
    const wrong = Object.keys(faults).length;

    const save = async (base: StoredRecipe | null, as: Recipe): Promise<void> => {
      change({saving: true, outcome: null});
      let saved: Saved;
      try {
        saved = await saveRecipe(host, as, editing.enabled, base);
      } catch (error) {
        saved = {state: 'refused', problem: problemOf(error)};
      }
      if (saved.state !== 'saved') return change({saving: false, outcome: saved});
      host.toast(words.t('home.saved', {recipe: nameOf(as, words), version: as.version}));
      onDone(true);
    };
    const press = (): void => {
      change({tried: true});
      if (recipe && !clash && !saving) void save(before.base, recipe);
    };

    if (outcome?.state === 'conflict') {
      return (
        <Conflict
          text={conflictText(outcome.theirs, words)}
          found={outcome.theirs ? inWords(differences(value, outcome.theirs.recipe), words) : []}
          label={(field) => differenceLabel(field, words)}
          words={words}
          onMine={() => {
            const {theirs} = outcome;
            const next = theirs?.recipe?.version ?? before.version;
            change({before: {base: theirs, version: next}});
            if (recipe) void save(theirs, {...recipe, version: next + 1});
          }}
          onTheirs={() => onDone(true)}
          onBack={() => change({outcome: null})}
        />
      );
    }
    const general = fieldsOf('', draft, editing.isNew);
    return (
      <>
        <s-stack direction="inline" gap="base" alignItems="center">
          <s-button variant="tertiary" disabled={saving} onClick={() => onDone(false)}>
            {words.t('home.back')}
          </s-button>
          <s-text color="subdued">
            {words.t(editing.isNew ? 'home.editor.new' : 'home.editor.version', {
              handle: String(draft['handle']),
              version: before.version,
            })}
          </s-text>
        </s-stack>
        {outcome?.state === 'refused' && (
          <s-banner tone="critical" heading={words.t('home.notSaved')}>
            <s-text>{words.coded('problem', outcome.problem)}</s-text>
          </s-banner>
        )}
        {tried && wrong > 0 && (
          <s-banner tone="critical">
            <s-text>{words.t('home.fixFirst', {count: wrong})}</s-text>
          </s-banner>
        )}
        <s-form onSubmit={press}>
          <s-stack gap="large">
            <s-section heading={words.t('home.editor.general')}>
              <s-grid gridTemplateColumns="1fr 1fr" gap="base" alignItems="start">
                {general.map((rule) => (
                  <s-grid-item key={rule.path} gridColumn={isLong(rule) ? 'span 2' : 'auto'}>
                    <Field
                      rule={rule}
                      name={rule.path}
                      value={valueAt(draft, rule.path)}
                      fault={faults[rule.path] || ''}
                      words={words}
                      onChange={(next) => setDraft(withValue(draft, rule.path, next))}
                    />
                  </s-grid-item>
                ))}
              </s-grid>
            </s-section>
            <Parts draft={draft} faults={faults} words={words} onChange={setDraft} />
            <Destinations draft={draft} faults={faults} words={words} onChange={setDraft} />
          </s-stack>
        </s-form>
        <s-stack direction="inline" gap="small" alignItems="center">
          <s-button variant="primary" loading={saving} disabled={saving} onClick={press}>
            {words.t('home.save', {version})}
          </s-button>
          <s-button disabled={saving} onClick={() => onDone(false)}>
            {words.t('home.cancel')}
          </s-button>
        </s-stack>
        <s-stack slot="aside" gap="base">
          <TryOut recipe={recipe} host={host} words={words} />
        </s-stack>
      </>
    );
  },
);

const OWN_PLACE = /^(format|version|parts|destinations)$/;

/** The plain fields, those of a text in two languages one after the other. */
function fieldsOf(parent: string, draft: Draft, isNew: boolean): readonly FieldRule[] {
  return rulesInside(RECIPE_FIELDS, parent).flatMap((rule) => {
    if (OWN_PLACE.test(rule.path) || (rule.path === 'handle' && !isNew)) return [];
    if (rule.path === 'bonusExpiresAfterDays' && partsOf(draft).every(({kind}) => kind !== 'bonus')) return [];
    return rule.type === 'object' ? fieldsOf(rule.path, draft, isNew) : [rule];
  });
}

/** Names and sentences take a line of their own. */
function isLong({type, maxLength = 0}: FieldRule): boolean {
  return type === 'text' && maxLength > 64;
}

export function nameOf({title}: Pick<Recipe, 'title'>, words: Words): string {
  return textIn(title, words);
}

/** A recipe's own text as staff read it: in English where it has no other. */
export function textIn(text: Recipe['title'], {language}: Words): string {
  return text[language] ?? text.en;
}
