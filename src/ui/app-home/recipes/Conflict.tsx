import type {StoredRecipe} from '../../../adapters/index.ts';
import type {Words} from '../../words/words.ts';
import {differences} from './compare.ts';
import {labelOf} from './Field.tsx';

/** Two people changed the same recipe: both versions side by side, and a person decides. */
export function Conflict({
  mine,
  theirs,
  words,
  onMine,
  onTheirs,
  onBack,
}: {
  mine: unknown;
  theirs: StoredRecipe | null;
  words: Words;
  onMine(): void;
  onTheirs(): void;
  onBack(): void;
}) {
  const found = theirs ? differences(mine, theirs.recipe) : [];
  return (
    <s-section heading={words.t('home.conflict.heading')}>
      <s-stack gap="base">
        <s-paragraph>
          {theirs
            ? words.t('home.conflict.changed', {
                at: words.dateTime(theirs.updatedAt),
                version: theirs.recipe?.version ?? '?',
              })
            : words.t('home.conflict.removed')}
        </s-paragraph>
        {theirs && found.length === 0 && <s-paragraph>{words.t('home.conflict.same')}</s-paragraph>}
        {found.length > 0 && (
          <s-table>
            <s-table-header-row>
              <s-table-header>{words.t('home.conflict.field')}</s-table-header>
              <s-table-header>{words.t('home.conflict.mine')}</s-table-header>
              <s-table-header>{words.t('home.conflict.theirs')}</s-table-header>
            </s-table-header-row>
            <s-table-body>
              {found.map(({field, mine: own, theirs: other}) => (
                <s-table-row key={field}>
                  <s-table-cell>{fieldLabel(field, words)}</s-table-cell>
                  <s-table-cell>{own || '–'}</s-table-cell>
                  <s-table-cell>{other || '–'}</s-table-cell>
                </s-table-row>
              ))}
            </s-table-body>
          </s-table>
        )}
        <s-stack direction="inline" gap="small">
          <s-button variant="primary" onClick={onMine}>
            {words.t('home.conflict.takeMine')}
          </s-button>
          <s-button onClick={onTheirs}>{words.t('home.conflict.takeTheirs')}</s-button>
          <s-button onClick={onBack}>{words.t('home.conflict.back')}</s-button>
        </s-stack>
      </s-stack>
    </s-section>
  );
}

function fieldLabel(field: string, words: Words): string {
  const number = /\[(\d+)\]/.exec(field)?.[1];
  const label = labelOf(field, words);
  return number === undefined ? label : `${words.t('home.conflict.part', {number: Number(number) + 1})} · ${label}`;
}
