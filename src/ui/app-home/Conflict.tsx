import type {Words} from '../words/words.ts';
import type {Difference} from './recipes/compare.ts';

/** Two people changed the same thing: both versions side by side, and a person decides. */
export function Conflict({
  text,
  found,
  label,
  words,
  onMine,
  onTheirs,
  onBack,
}: {
  /** What happened. */
  text: string;
  found: readonly Difference[];
  label(field: string): string;
  words: Words;
  onMine(): void;
  onTheirs(): void;
  onBack(): void;
}) {
  return (
    <s-section heading={words.t('home.conflict.heading')}>
      <s-stack gap="base">
        <s-paragraph>{text}</s-paragraph>
        {found.length > 0 && (
          <s-table>
            <s-table-header-row>
              <s-table-header>{words.t('home.conflict.field')}</s-table-header>
              <s-table-header>{words.t('home.conflict.mine')}</s-table-header>
              <s-table-header>{words.t('home.conflict.theirs')}</s-table-header>
            </s-table-header-row>
            <s-table-body>
              {found.map(({field, mine, theirs}) => (
                <s-table-row key={field}>
                  <s-table-cell>{label(field)}</s-table-cell>
                  <s-table-cell>{mine || '–'}</s-table-cell>
                  <s-table-cell>{theirs || '–'}</s-table-cell>
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
