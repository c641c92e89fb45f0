import type {ChoiceField} from '../../../core/index.ts';
import type {Words} from '../../words/words.ts';
import {keyOf} from '../form.ts';
import {Choose} from '../../pieces/Choose.tsx';
import type {EditView} from '../view.ts';

export type QuantityField = Extract<ChoiceField, {field: 'quantity'}>;

const RESTOCK = ['return', 'cancel', 'none'] as const;

/** One order line: how many units, what becomes of them, or why none can be refunded. */
export function LineRow({field, state, form, words, locked, dispatch}: EditView & {readonly field: QuantityField}) {
  const key = keyOf(field);
  const text = state.typed[key] ?? String(field.value);
  const fault = form.faults[key];
  const restock = state.choices.restock?.[field.lineId] || field.restock;
  return (
    <s-grid
      gridTemplateColumns="minmax(5.5rem, 1fr) minmax(5.5rem, 7.5rem) minmax(5.5rem, 12.5rem)"
      gap="small"
      alignItems="start"
    >
      <s-stack gap="none">
        <s-text>{field.name}</s-text>
        <s-text color="subdued">{[field.sku, described(field, words)].filter(Boolean).join(' · ')}</s-text>
      </s-stack>
      {field.max === 0 ? null : (
        <s-number-field
          label={words.t('action.items.quantity', {name: field.name})}
          labelAccessibilityVisibility="exclusive"
          name={key}
          value={text}
          min={0}
          max={field.max}
          step={1}
          suffix={words.t('action.items.of', {max: Math.max(field.max, field.value)})}
          disabled={locked}
          error={fault ? words.coded('action.fault', fault) : ''}
          onInput={(event) =>
            dispatch({type: 'typed', field: 'quantity', id: field.lineId, text: event.currentTarget.value})
          }
        />
      )}
      {field.max === 0 ? null : (
        <Choose
          label={words.t('action.items.restock', {name: field.name})}
          labelHidden
          name={`restock:${field.lineId}`}
          value={restock}
          options={RESTOCK.map((option) => [option, words.t(`action.restock.${option}`)])}
          disabled={locked || !field.restockable || Number(text) === 0}
          onChoose={(option) => dispatch({type: 'restock', lineId: field.lineId, restock: option})}
        />
      )}
    </s-grid>
  );
}

/** What all units bring, and why fewer can be refunded than were sold. */
function described({blocked, max, sold, worth}: QuantityField, words: Words): string {
  if (max === 0) return words.t(`action.items.${blocked || 'alreadyRefunded'}`);
  const value = words.t('action.items.worth', {amount: worth, count: max});
  if (!blocked) return value;
  const why = blocked === 'onOpenReturn' ? 'partlyOnOpenReturn' : 'partlyRefunded';
  return `${value} · ${words.t(`action.items.${why}`, {blocked: sold - max, sold})}`;
}
