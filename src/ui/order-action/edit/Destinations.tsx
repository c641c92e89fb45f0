import type {ChoiceField} from '../../../core/index.ts';
import {Choose} from '../../pieces/Choose.tsx';
import type {EditView} from '../view.ts';

type DestinationField = Extract<ChoiceField, {field: 'destination'}>;

/** Where each class of money goes, where there is more than one way. */
export function Destinations({form, words, locked, dispatch}: EditView) {
  const fields = form.fields.filter((field): field is DestinationField => field.field === 'destination');
  if (fields.length === 0) return null;
  return (
    <s-grid gridTemplateColumns={fields.length > 1 ? '1fr 1fr' : '1fr'} gap="base" alignItems="end">
      {fields.map((field) => (
        <Choose
          key={field.class}
          label={words.t(`action.know.destination.${field.class}`)}
          name={`destination:${field.class}`}
          value={field.value}
          options={field.options.map((option) => [option, words.t(`destination.${option}`)])}
          disabled={locked}
          onChoose={(destination) => dispatch({type: 'prefer', class: field.class, destination})}
        />
      ))}
    </s-grid>
  );
}
