import type {ChoiceField, Destination} from '../../../core/index.ts';
import type {EditView} from '../view.ts';

type DestinationField = Extract<ChoiceField, {field: 'destination'}>;

/** Where each class of money goes, where there is more than one way. */
export function Destinations({form, words, locked, dispatch}: EditView) {
  const fields = form.fields.filter(
    (field): field is DestinationField => field.field === 'destination' && field.options.length > 1,
  );
  if (fields.length === 0) return null;
  return (
    <s-grid gridTemplateColumns={fields.length > 1 ? '1fr 1fr' : '1fr'} gap="base" alignItems="end">
      {fields.map((field) => (
        <s-select
          key={field.class}
          label={words.t(`action.know.destination.${field.class}`)}
          name={`destination:${field.class}`}
          value={field.value}
          disabled={locked}
          onChange={(event) =>
            dispatch({type: 'prefer', class: field.class, destination: event.currentTarget.value as Destination})
          }
        >
          {field.options.map((option) => (
            <s-option key={option} value={option}>
              {words.t(`destination.${option}`)}
            </s-option>
          ))}
        </s-select>
      ))}
    </s-grid>
  );
}
