import {useState} from 'preact/hooks';
import type {Problem} from '../../../execution/types.ts';
import {problemOf} from '../../order-action/problems.ts';
import type {Words} from '../../words/words.ts';
import {Conflict} from '../Conflict.tsx';
import type {HomeHost} from '../home-host.ts';
import type {HomeData} from '../load.ts';
import {differences} from '../recipes/compare.ts';
import {nameOf} from '../recipes/Editor.tsx';
import {listed} from '../recipes/list.ts';
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

/** What the shop's set-up lacks, the limits, and the rates that were typed. */
export function SetUp({
  data,
  host,
  words,
  onChanged,
}: {
  data: HomeData;
  host: HomeHost;
  words: Words;
  onChanged(): Promise<void>;
}) {
  const {currency} = data.shop;
  const [base, setBase] = useState<StoredSettings>(data.settings);
  const [from, setFrom] = useState(() => typedFrom(textOf(data.settings), currency));
  const [typed, setTyped] = useState(from.typed);
  const [currencies, setCurrencies] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Exclude<SettingsSaved, {state: 'saved'}> | null>(null);
  const faults = settingFaults(typed, currency);
  const wrong = Object.keys(faults).length;

  const save = async (over: StoredSettings): Promise<void> => {
    setBusy(true);
    setOutcome(null);
    try {
      const saved = await saveSettings(host, settingsFrom(typed, currency), over);
      if (saved.state !== 'saved') return setOutcome(saved);
      host.toast(words.t('home.settings.saved'));
      await onChanged();
    } catch (error) {
      const problem: Problem = problemOf(error);
      setOutcome({state: 'refused', problem});
    } finally {
      setBusy(false);
    }
  };
  const take = (theirs: StoredSettings): void => {
    const next = typedFrom(textOf(theirs), currency);
    setBase(theirs);
    setFrom(next);
    setTyped(next.typed);
    setOutcome(null);
  };

  if (outcome?.state === 'conflict') {
    const {theirs} = outcome;
    return (
      <Conflict
        text={words.t('home.conflict.settings', {at: theirs ? words.dateTime(theirs.updatedAt) : ''})}
        found={differences(
          settingsFrom(typed, currency),
          settingsFrom(typedFrom(textOf(theirs), currency).typed, currency),
        )}
        label={(path) => path}
        words={words}
        onMine={() => {
          setBase(theirs);
          void save(theirs);
        }}
        onTheirs={() => take(theirs)}
        onBack={() => setOutcome(null)}
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
    type: (path, text) => setTyped({...typed, [path]: text}),
  };
  const recipes = listed(data.stored).flatMap(({handle, recipe}) =>
    recipe ? [[handle, nameOf(recipe, words)] as const] : [],
  );
  return (
    <s-stack gap="large">
      <Checks host={host} words={words} onCurrencies={setCurrencies} />
      {from.problem && (
        <s-banner tone="warning" heading={words.t('home.settings.broken')}>
          <s-text>{words.coded('problem', problemOf(from.problem))}</s-text>
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
}

function textOf(stored: StoredSettings): string | null {
  return stored?.settings?.value ?? null;
}
