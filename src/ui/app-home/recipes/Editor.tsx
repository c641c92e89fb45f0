import {useMemo, useState} from 'preact/hooks';
import type {StoredRecipe} from '../../../adapters/index.ts';
import {type Recipe, recipeFaults} from '../../../core/index.ts';
import {RECIPE_FIELDS} from '../../../core/recipe/fields.ts';
import {type FieldRule, rulesInside} from '../../../core/recipe/field-rules.ts';
import {problemOf} from '../../order-action/problems.ts';
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

/** A form drawn from the table of a recipe's fields, with the recipe at work on a real order beside it. */
export function Editor({
  editing,
  taken,
  host,
  words,
  onDone,
}: {
  editing: Editing;
  /** Handles that stand for another recipe. */
  taken: readonly string[];
  host: HomeHost;
  words: Words;
  /** @param changed something was written: read again */
  onDone(changed: boolean): void;
}) {
  const [draft, setDraft] = useState(editing.draft);
  const [before, setBefore] = useState({base: editing.base, version: editing.version});
  const [saving, setSaving] = useState(false);
  const [tried, setTried] = useState(false);
  const [outcome, setOutcome] = useState<Exclude<Saved, {state: 'saved'}> | null>(null);
  const version = before.version + 1;
  const value = useMemo(() => written(draft, version), [draft, version]);
  const issues = useMemo(() => recipeFaults(value), [value]);
  const recipe = issues.length === 0 ? (value as Recipe) : null;
  const clash = editing.isNew && taken.includes(String(draft['handle']));
  const faults: FaultTexts = {...faultTexts(issues, words), ...(clash && {handle: words.t('home.issue.taken')})};
  const wrong = Object.keys(faults).length;

  const save = async (base: StoredRecipe | null, as: Recipe): Promise<void> => {
    setSaving(true);
    setOutcome(null);
    try {
      const saved = await saveRecipe(host, as, editing.enabled, base);
      if (saved.state !== 'saved') return setOutcome(saved);
      host.toast(words.t('home.saved', {recipe: nameOf(as, words), version: as.version}));
      onDone(true);
    } catch (error) {
      setOutcome({state: 'refused', problem: problemOf(error)});
    } finally {
      setSaving(false);
    }
  };
  const press = (): void => {
    setTried(true);
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
          setBefore({base: theirs, version: next});
          if (recipe) void save(theirs, {...recipe, version: next + 1});
        }}
        onTheirs={() => onDone(true)}
        onBack={() => setOutcome(null)}
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
}

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
  return title[words.language] ?? title.en;
}
