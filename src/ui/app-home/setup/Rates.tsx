import type {SettingsView} from './SetUp.tsx';
import {groupsOf} from './typed.ts';

/** Rates that the merchant types, for orders whose currency recent orders don't show. */
export function Rates({view, currencies}: {view: SettingsView; currencies: readonly string[]}) {
  const {typed, fault, currency, words, type} = view;
  const all = [...new Set([...currencies, ...groupsOf(typed, /^rates\.(\w+)\./)])].toSorted();
  return (
    <s-section heading={words.t('home.rates.heading')}>
      <s-stack gap="base">
        <s-paragraph color="subdued">{words.t('home.rates.text')}</s-paragraph>
        {all.length === 0 && <s-paragraph>{words.t('home.rates.none', {currency})}</s-paragraph>}
        {all.map((code) => {
          const at = `rates.${code}`;
          const text = (field: string): string => typed[`${at}.${field}`] || '';
          return (
            <s-grid key={code} gridTemplateColumns="repeat(auto-fit, minmax(10rem, 1fr))" gap="base" alignItems="start">
              <s-text-field
                label={words.t('home.rates.value', {from: currency, to: code})}
                name={`${at}.value`}
                value={text('value')}
                suffix={code}
                error={fault(`${at}.value`)}
                autocomplete="off"
                onInput={(event) => type(`${at}.value`, event.currentTarget.value)}
              />
              <s-text-field
                label={words.t('home.rates.source', {code})}
                name={`${at}.source`}
                value={text('source')}
                error={fault(`${at}.source`)}
                autocomplete="off"
                onInput={(event) => type(`${at}.source`, event.currentTarget.value)}
              />
              <s-date-field
                label={words.t('home.rates.at', {code})}
                name={`${at}.at`}
                value={text('at').slice(0, 10)}
                error={fault(`${at}.at`)}
                onChange={(event) => type(`${at}.at`, event.currentTarget.value)}
              />
            </s-grid>
          );
        })}
      </s-stack>
    </s-section>
  );
}
