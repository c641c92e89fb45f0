import type {Fault} from '../../../core/index.ts';
import {stateful} from '../../pieces/stateful.ts';
import type {Words} from '../../words/words.ts';
import {nameOf, textIn} from './Editor.tsx';
import {faultText, fieldOf} from './issues.ts';
import type {Listed} from './list.ts';

interface Props {
  readonly entries: readonly Listed[];
  /** The handle of the recipe that is being changed. */
  readonly busy: string | null;
  readonly words: Words;
  onEdit(entry: Listed): void;
  onCopy(entry: Listed): void;
  onExport(entry: Listed): void;
  onSwitch(entry: Listed, on: boolean): void;
  onRemove(entry: Listed): void;
}

/** What staff can choose from, with what may be done about each. */
export const RecipeList = stateful(
  (): {removing: string | null} => ({removing: null}),
  ({entries, busy, words, onEdit, onCopy, onExport, onSwitch, onRemove}: Props, {removing}, change) => {
    return (
      <s-stack gap="base">
        {entries.map((entry, index) => {
          const {handle, kind, recipe, enabled, stored} = entry;
          const name = recipe ? nameOf(recipe, words) : handle;
          const button = (key: string, onClick: () => void) => (
            <s-button
              variant="tertiary"
              disabled={busy !== null}
              accessibilityLabel={words.t(`home.list.${key}Of`, {recipe: name})}
              onClick={onClick}
            >
              {words.t(`home.list.${key}`)}
            </s-button>
          );
          return (
            <s-stack key={handle} gap="small">
              {index > 0 && <s-divider />}
              <s-grid gridTemplateColumns="minmax(11rem, 1fr) auto" gap="base" alignItems="start">
                <s-stack gap="small-200">
                  <s-stack direction="inline" gap="small" alignItems="center">
                    <s-text type="strong">{name}</s-text>
                    <s-badge tone={kind === 'preset' ? 'neutral' : 'info'}>{words.t(`home.list.kind.${kind}`)}</s-badge>
                    {recipe && (
                      <s-text color="subdued">{words.t('home.list.version', {version: recipe.version})}</s-text>
                    )}
                  </s-stack>
                  {recipe ? (
                    <s-text color="subdued">{textIn(recipe.summary || {en: handle}, words)}</s-text>
                  ) : (
                    <s-text tone="critical">
                      {words.t('home.list.broken', {problem: brokenBy(stored?.issues[0], words)})}
                    </s-text>
                  )}
                </s-stack>
                <s-stack direction="inline" gap="small" alignItems="center">
                  {recipe && button('edit', () => onEdit(entry))}
                  {recipe && button('copy', () => onCopy(entry))}
                  {recipe && button('export', () => onExport(entry))}
                  {kind === 'changedPreset' && button('reset', () => change({removing: handle}))}
                  {kind === 'own' && button('remove', () => change({removing: handle}))}
                  <s-switch
                    name={`on:${handle}`}
                    label={words.t('home.list.offer', {recipe: name})}
                    labelAccessibilityVisibility="exclusive"
                    checked={enabled}
                    disabled={busy !== null}
                    onChange={(event) => onSwitch(entry, event.currentTarget.checked)}
                  />
                </s-stack>
              </s-grid>
              {removing === handle && (
                <s-banner tone="warning" heading={words.t(`home.remove.${kind}`, {recipe: name})}>
                  <s-stack gap="small">
                    <s-text>{words.t('home.remove.text')}</s-text>
                    <s-stack direction="inline" gap="small">
                      <s-button
                        tone="critical"
                        onClick={() => {
                          change({removing: null});
                          onRemove(entry);
                        }}
                      >
                        {words.t('home.remove.yes')}
                      </s-button>
                      <s-button onClick={() => change({removing: null})}>{words.t('home.remove.no')}</s-button>
                    </s-stack>
                  </s-stack>
                </s-banner>
              )}
            </s-stack>
          );
        })}
      </s-stack>
    );
  },
);

function brokenBy(fault: Fault | undefined, words: Words): string {
  return fault ? [fieldOf(fault), faultText(fault, words)].filter(Boolean).join(': ') : '';
}
