import {Choose} from '../../pieces/Choose.tsx';
import {Kept} from '../../pieces/Kept.tsx';
import type {EditView} from '../view.ts';
import {LineRow, type QuantityField} from './LineRow.tsx';
import {beyondReturn, matchingLines, PAGE, SHORT, unitsChosen} from './lines.ts';

/** What comes back. An order of hundreds of lines stays usable: search, pages, all or none at once. */
export function Lines(view: EditView) {
  return (
    <Kept start={() => ({search: '', pages: 1})}>{(shown, show) => <Shown {...view} {...shown} show={show} />}</Kept>
  );
}

interface Showing {
  readonly search: string;
  /** How many are open. */
  readonly pages: number;
}

function Shown({show, search, pages, ...view}: EditView & Showing & {show: (shown: Showing) => void}) {
  const {session, state, form, words, locked, dispatch} = view;
  const fields = form.fields.filter((field): field is QuantityField => field.field === 'quantity');
  if (fields.length === 0) return null;
  const long = fields.length > SHORT;
  const matches = matchingLines(fields, search);
  const shown = long ? matches.slice(0, pages * PAGE) : matches;
  const rest = matches.length - shown.length;
  const set = (units: (field: QuantityField) => number, lines = matches): void =>
    dispatch({type: 'quantities', units: Object.fromEntries(lines.map((field) => [field.lineId, units(field)]))});
  const beyond = beyondReturn(fields, state);
  const {chosen, all} = unitsChosen(fields, state);
  return (
    <s-section heading={words.t('action.items.heading')}>
      <s-stack gap="base">
        {long && (
          <s-search-field
            label={words.t('action.items.search')}
            labelAccessibilityVisibility="exclusive"
            placeholder={words.t('action.items.search')}
            name="search"
            value={search}
            onInput={(event) => show({search: event.currentTarget.value, pages: 1})}
          />
        )}
        {fields.length > 1 && (
          <s-stack direction="inline" gap="small" alignItems="center">
            <s-text color="subdued">{words.t('action.items.chosen', {count: chosen, all})}</s-text>
            <s-button variant="tertiary" disabled={locked} onClick={() => set(() => 0)}>
              {words.t('action.items.none')}
            </s-button>
            <s-button variant="tertiary" disabled={locked} onClick={() => set(({max}) => max)}>
              {words.t('action.items.all')}
            </s-button>
          </s-stack>
        )}
        {beyond.length > 0 && (
          <s-banner tone="warning">
            <s-stack gap="small">
              <s-text>{words.t('action.items.beyondReturn')}</s-text>
              <s-button variant="secondary" disabled={locked} onClick={() => set(({max}) => max, beyond)}>
                {words.t('action.items.rest')}
              </s-button>
            </s-stack>
          </s-banner>
        )}
        {shown.map((field) => (
          <LineRow key={field.lineId} {...view} field={field} />
        ))}
        {matches.length === 0 && <s-text>{words.t('action.items.noMatch', {text: search})}</s-text>}
        {rest > 0 && (
          <s-button variant="secondary" onClick={() => show({search, pages: pages + 1})}>
            {words.t('action.items.more', {count: Math.min(rest, PAGE)})}
          </s-button>
        )}
        {session.locations.length > 1 && chosen > 0 && (
          <Choose
            label={words.t('action.items.location')}
            name="location"
            value={state.choices.locationId ?? session.locations[0]?.id ?? ''}
            options={session.locations.map(({id, name}) => [id, name])}
            disabled={locked}
            onChoose={(id) => dispatch({type: 'location', id})}
          />
        )}
      </s-stack>
    </s-section>
  );
}
