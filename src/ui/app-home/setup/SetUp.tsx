import {problemOf} from '../../order-action/problems.ts';
import {stateful} from '../../pieces/stateful.ts';
import type {Words} from '../../words/words.ts';
import {Conflict} from '../Conflict.tsx';
import type {HomeHost} from '../home-host.ts';
import type {HomeData} from '../load.ts';
import {differences} from '../recipes/compare.ts';
import {nameOf} from '../recipes/Editor.tsx';
import {listed} from '../recipes/list.ts';
import type {InputError} from '../../../core/index.ts';
import {Checks} from './Checks.tsx';
import {LimitFields} from './Limits.tsx';
import {Rates} from './Rates.tsx';
import {saveSettings, type SettingsSaved, type StoredSettings} from './save.ts';
import {DAYS, settingFaults, settingsFrom, typedFrom, type TypedSettings} from './typed.ts';

/** What every group of fields in the set-up gets. */
export interface SettingsView {
  readonly typed: TypedSettings;
  /** Words at the field. */
  fault(path: string): string;
  readonly currency: string;
  readonly words: Words;
  type(path: string, text: string): void;
}

interface Props {
  readonly data: HomeData;
  readonly host: HomeHost;
  readonly words: Words;
  onChanged(): Promise<void>;
}

interface State {
  /** What is stored, as far as this page knows. */
  readonly base: StoredSettings;
  readonly broken: InputError | null;
  readonly typed: TypedSettings;
  readonly currencies: readonly string[];
  readonly busy: boolean;
  readonly outcome: Exclude<SettingsSaved, {state: 'saved'}> | null;
}

/** What the shop's set-up lacks, the limits, and the rates that were typed. */
export const SetUp = stateful(
  ({data: {settings, shop}, words}: Props): State => ({
    ...taken(settings, shop.currency, words),
    currencies: [],
    busy: false,
  }),
  ({data, host, words, onChanged}, {base, broken, typed, currencies, busy, outcome}, change) => {
    const {currency} = data.shop;
    const faults = settingFaults(typed, currency);
    const wrong = Object.keys(faults).length;

    const save = async (over: StoredSettings): Promise<void> => {
      change({busy: true, base: over, outcome: null});
      let saved: SettingsSaved;
      try {
        saved = await saveSettings(host, settingsFrom(typed, currency), over);
        if (saved.state === 'saved') {
          host.toast(words.t('home.settings.saved'));
          await onChanged();
        }
      } catch (error) {
        saved = {state: 'refused', problem: problemOf(error)};
      }
      change({busy: false, outcome: saved.state === 'saved' ? null : saved});
    };

    if (outcome?.state === 'conflict') {
      const {theirs} = outcome;
      return (
        <Conflict
          text={words.t('home.conflict.settings', {at: theirs ? words.dateTime(theirs.updatedAt) : ''})}
          found={differences(
            settingsFrom(typed, currency),
            settingsFrom(typedFrom(textOf(theirs), currency, words.language).typed, currency),
          )}
          label={(path) => path}
          words={words}
          onMine={() => void save(theirs)}
          onTheirs={() => change(taken(theirs, currency, words))}
          onBack={() => change({outcome: null})}
        />
      );
    }
    const view: SettingsView = {
      typed,
      fault: (path) => {
        const found = faults[path];
        return found ? words.t(`home.settings.fault.${found}`, {currency}) : '';
      },
      currency,
      words,
      type: (path, text) => change({typed: {...typed, [path]: text}}),
    };
    const recipes = listed(data.stored, words).flatMap(({handle, recipe}) =>
      recipe ? [[handle, nameOf(recipe, words)] as const] : [],
    );
    return (
      <s-stack gap="large">
        <Checks host={host} words={words} onCurrencies={(codes) => change({currencies: codes})} />
        {broken && (
          <s-banner tone="warning" heading={words.t('home.settings.broken')}>
            <s-text>{words.coded('problem', problemOf(broken))}</s-text>
          </s-banner>
        )}
        <LimitFields view={view} recipes={recipes} />
        <Rates view={view} currencies={currencies} />
        <s-section heading={words.t('home.settings.approvals')}>
          <s-text-field
            label={words.t('home.settings.days')}
            details={words.t('home.settings.daysAbout')}
            name={DAYS}
            value={typed[DAYS] || ''}
            error={view.fault(DAYS)}
            autocomplete="off"
            onInput={(event) => view.type(DAYS, event.currentTarget.value)}
          />
        </s-section>
        {outcome?.state === 'refused' && (
          <s-banner tone="critical" heading={words.t('home.notSaved')}>
            <s-text>{words.coded('problem', outcome.problem)}</s-text>
          </s-banner>
        )}
        {wrong > 0 && <s-text tone="critical">{words.t('home.fixFirst', {count: wrong})}</s-text>}
        <s-stack direction="inline">
          <s-button variant="primary" loading={busy} disabled={busy || wrong > 0} onClick={() => void save(base)}>
            {words.t('home.settings.save')}
          </s-button>
        </s-stack>
      </s-stack>
    );
  },
);

/** What is stored, as it stands in the fields. */
function taken(
  base: StoredSettings,
  currency: string,
  words: Words,
): Pick<State, 'base' | 'broken' | 'typed' | 'outcome'> {
  const {typed, problem} = typedFrom(textOf(base), currency, words.language);
  return {base, broken: problem, typed, outcome: null};
}

function textOf(stored: StoredSettings): string | null {
  return stored?.settings?.value ?? null;
}
