import {type Fault, type Recipe, recipeFaults} from '../../../core/index.ts';
import {stateful} from '../../pieces/stateful.ts';
import type {Words} from '../../words/words.ts';
import {fieldOf, faultText} from './issues.ts';
import {nameOf} from './Editor.tsx';

/** A recipe as text, to be kept elsewhere or taken to another shop. */
export function ExportRecipe({recipe, words, onDone}: {recipe: Recipe; words: Words; onDone(): void}) {
  return (
    <s-section heading={words.t('home.export.heading', {recipe: nameOf(recipe, words)})}>
      <s-stack gap="base">
        <s-text-area
          label={words.t('home.export.label')}
          details={words.t('home.export.details')}
          name="export"
          rows={20}
          readOnly
          value={JSON.stringify(recipe, null, 2)}
        />
        <s-stack direction="inline">
          <s-button onClick={onDone}>{words.t('home.back')}</s-button>
        </s-stack>
      </s-stack>
    </s-section>
  );
}

interface Import {
  readonly words: Words;
  onRead(recipe: Recipe): void;
  onDone(): void;
}

interface Typed {
  readonly text: string;
  readonly issues: readonly Fault[] | 'json' | null;
}

/** A recipe from text: checked, then opened in the editor; nothing is stored before it is saved there. */
export const ImportRecipe = stateful(
  (): Typed => ({text: '', issues: null}),
  ({words, onRead, onDone}: Import, {text, issues}, change) => {
    const read = (): void => {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return change({issues: 'json'});
      }
      const found = recipeFaults(value);
      if (found.length > 0) change({issues: found});
      else onRead(value as Recipe);
    };
    return (
      <s-section heading={words.t('home.import.heading')}>
        <s-stack gap="base">
          <s-text-area
            label={words.t('home.import.label')}
            details={words.t('home.import.details')}
            name="import"
            rows={16}
            value={text}
            error={issues === null ? '' : words.t(issues === 'json' ? 'home.import.notJson' : 'home.import.wrong')}
            onInput={(event) => change({text: event.currentTarget.value, issues: null})}
          />
          {Array.isArray(issues) && (
            <s-banner tone="critical" heading={words.t('home.import.issues', {count: issues.length})}>
              <s-unordered-list>
                {issues.map((issue: Fault) => (
                  <s-list-item key={issue.field}>
                    {[fieldOf(issue), faultText(issue, words)].filter(Boolean).join(': ')}
                  </s-list-item>
                ))}
              </s-unordered-list>
            </s-banner>
          )}
          <s-stack direction="inline" gap="small">
            <s-button variant="primary" disabled={text.trim() === ''} onClick={read}>
              {words.t('home.import.read')}
            </s-button>
            <s-button onClick={onDone}>{words.t('home.cancel')}</s-button>
          </s-stack>
        </s-stack>
      </s-section>
    );
  },
);
