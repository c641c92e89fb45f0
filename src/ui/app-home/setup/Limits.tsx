import {Choose} from '../../pieces/Choose.tsx';
import {stateful} from '../../pieces/stateful.ts';
import type {SettingsView} from './SetUp.tsx';
import {groupsOf, LIMITED} from './typed.ts';

interface Props {
  readonly view: SettingsView;
  readonly recipes: readonly (readonly [string, string])[];
}

interface State {
  readonly added: readonly string[];
  readonly next: string;
}

/** What one refund and one customer may get without somebody else's approval: shop-wide, and for single recipes. */
export const LimitFields = stateful(
  (): State => ({added: [], next: ''}),
  ({view, recipes}: Props, {added, next}, change) => {
    const {typed, words} = view;
    const limited = new Set([...groupsOf(typed, /^limits\.recipes\.([^.]+)\./), ...added]);
    const left = recipes.filter(([handle]) => !limited.has(handle));
    const chosen = left.some(([handle]) => handle === next) ? next : left[0]?.[0] || '';
    const names = new Map(recipes);
    return (
      <s-section heading={words.t('home.limits.heading')}>
        <s-stack gap="base">
          <s-paragraph color="subdued">{words.t('home.limits.text')}</s-paragraph>
          <Group view={view} path="limits.shop" heading={words.t('home.limits.shop')} />
          {[...limited].map((handle) => (
            <Group
              key={handle}
              view={view}
              path={`limits.recipes.${handle}`}
              heading={words.t('home.limits.recipe', {recipe: names.get(handle) ?? handle})}
            />
          ))}
          {left.length > 0 && (
            <s-grid gridTemplateColumns="1fr auto" gap="small" alignItems="end">
              <Choose
                label={words.t('home.limits.add')}
                name="limitRecipe"
                value={chosen}
                options={left}
                disabled={false}
                onChoose={(handle) => change({next: handle})}
              />
              <s-button onClick={() => change({added: [...added, chosen]})}>{words.t('home.limits.addIt')}</s-button>
            </s-grid>
          )}
        </s-stack>
      </s-section>
    );
  },
);

function Group({view, path, heading}: {view: SettingsView; path: string; heading: string}) {
  const {typed, fault, currency, words, type} = view;
  const field = (at: string, label: string, suffix: string) => (
    <s-text-field
      label={label}
      name={at}
      value={typed[at] || ''}
      suffix={suffix}
      error={fault(at)}
      autocomplete="off"
      onInput={(event) => type(at, event.currentTarget.value)}
    />
  );
  return (
    <s-box padding="base" border="base" borderRadius="base">
      <s-stack gap="base">
        <s-text type="strong">{heading}</s-text>
        {LIMITED.map((of) => {
          const at = `${path}.${of}`;
          const name = {class: words.t(`class.${of}`)};
          return (
            <s-grid key={of} gridTemplateColumns="repeat(auto-fit, minmax(10rem, 1fr))" gap="base" alignItems="start">
              {field(`${at}.perRefund`, words.t('home.limits.perRefund', name), currency)}
              {field(`${at}.perCustomer.amount`, words.t('home.limits.perCustomer', name), currency)}
              {field(`${at}.perCustomer.days`, words.t('home.limits.within', name), words.t('home.limits.days'))}
            </s-grid>
          );
        })}
      </s-stack>
    </s-box>
  );
}
