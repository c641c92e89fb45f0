import type {ChoiceField} from '../../../core/index.ts';
import type {Problem} from '../../../execution/types.ts';
import type {Words} from '../../words/words.ts';
import {keyOf} from '../form.ts';
import type {TypedField} from '../state.ts';
import type {EditView} from '../view.ts';

type AmountField = Extract<ChoiceField, {field: 'amount' | 'creditShare' | 'dayRate'}>;

/** The amounts that may be changed, each with the most that is possible. */
export function Amounts({state, form, words, locked, dispatch}: EditView) {
  const fields = form.fields.filter(
    (field): field is AmountField =>
      field.field === 'amount' || field.field === 'creditShare' || field.field === 'dayRate',
  );
  if (fields.length === 0) return null;
  return (
    <s-section heading={words.t('action.amounts.heading')}>
      <s-grid gridTemplateColumns={fields.length > 1 ? '1fr 1fr' : '1fr'} gap="base" alignItems="start">
        {fields.map((field) => {
          const key = keyOf(field);
          const fault = form.faults[key];
          return (
            <s-text-field
              key={key}
              name={key}
              label={labelOf(field, words)}
              details={detailsOf(field, words)}
              suffix={field.field === 'amount' ? field.currency : field.field === 'creditShare' ? '%' : field.to}
              value={
                state.typed[key] ??
                ('value' in field ? field.value : state.recentRate?.value || '').replace('.', state.mark)
              }
              required={field.field !== 'creditShare' && field.required}
              disabled={locked}
              autocomplete="off"
              error={fault ? faultText(field, fault, words) : ''}
              onInput={(event) => dispatch({type: 'typed', ...idOf(field), text: event.currentTarget.value})}
            />
          );
        })}
      </s-grid>
    </s-section>
  );
}

function idOf(field: AmountField): {field: TypedField; id: string} {
  return {field: field.field, id: field.field === 'amount' ? field.kind : ''};
}

function labelOf(field: AmountField, words: Words): string {
  return words.t(field.field === 'amount' ? `component.${field.kind}` : `action.amounts.${field.field}`);
}

function detailsOf(field: AmountField, words: Words): string {
  if (field.field === 'creditShare') return words.t('action.amounts.creditShareDetails');
  if (field.field === 'dayRate') return words.t('action.amounts.dayRateDetails', {from: field.from, to: field.to});
  if (field.max) return words.t('action.amounts.max', {max: field.max});
  return words.t(field.kind === 'returnLabel' ? 'action.amounts.cost' : 'action.amounts.free');
}

function faultText(field: AmountField, fault: Problem, words: Words): string {
  const tooMuch = field.field === 'amount' && field.max && fault.code === 'tooMuch';
  return tooMuch ? words.t('action.fault.tooMuchOf', {max: field.max}) : words.coded('action.fault', fault);
}
