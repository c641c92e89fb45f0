import {
  type Breach,
  type ChoiceField,
  choiceFields,
  type Choices,
  InputError,
  limitBreaches,
  planRefund,
  type Recipe,
  type RefundPlan,
} from '../../core/index.ts';
import {digitsOf} from '../../core/money/index.ts';
import {amountFault, decimalText, quantityFault} from '../words/amount-text.ts';
import type {Problem} from '../../execution/types.ts';
import {fieldKey, type Session, type State} from './state.ts';

/** What the first screen shows: worked out anew after each key, from the state alone. */
export interface Form {
  readonly recipe: Recipe | null;
  readonly fields: readonly ChoiceField[];
  readonly choices: Choices;
  /** What is wrong with a field, by its key: words under `action.fault`. */
  readonly faults: Readonly<Record<string, Problem>>;
  /** Required amounts that are still empty: nothing is wrong yet, but nothing can be carried out. */
  readonly missing: readonly string[];
  /** Null while a field is wrong. */
  readonly plan: RefundPlan | null;
  /** Limits for one refund that the plan passes; what the customer had before is looked up by the engine. */
  readonly breaches: readonly Breach[];
  /** What the planner refused and no field of ours explains. */
  readonly refusal: InputError | null;
}

/**
 * @param hash SHA-256 as lower-case hex
 */
export function formOf(state: State, hash: (text: string) => string): Form {
  const {session} = state;
  const recipe = session?.recipes.find(({handle}) => handle === state.recipe) || null;
  const empty: Form = {
    recipe,
    fields: [],
    choices: state.choices,
    faults: {},
    missing: [],
    plan: null,
    breaches: [],
    refusal: null,
  };
  if (!session || !recipe) return empty;
  try {
    const initial = choiceFields(session.order, recipe, state.choices);
    const faults = faultsOf(state, initial);
    if (Object.keys(faults).length > 0) return {...empty, fields: initial, faults};
    const choices = choicesOf(state, session, initial);
    const fields = choiceFields(session.order, recipe, choices);
    const missing = fields.filter((field) => isMissing(field, state)).map(keyOf);
    try {
      const plan = planRefund({order: session.order, recipe, choices, intentId: state.intentId, hash});
      const {settings, order} = session;
      const breaches = settings
        ? limitBreaches(plan, settings, order.shopCurrency, [], Date.parse(state.openedAt))
        : [];
      return {...empty, fields, choices, missing, plan, breaches};
    } catch (error) {
      return {...empty, fields, choices, refusal: refusal(error)};
    }
  } catch (error) {
    return {...empty, refusal: refusal(error)};
  }
}

function refusal(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}

export function keyOf(field: ChoiceField): string {
  switch (field.field) {
    case 'quantity':
      return fieldKey('quantity', field.lineId);
    case 'amount':
      return fieldKey('amount', field.kind);
    case 'creditShare':
    case 'dayRate':
      return fieldKey(field.field);
    case 'ground':
    case 'consent':
    case 'destination':
      return field.field;
  }
}

function isMissing(field: ChoiceField, {typed, choices, recentRate}: State): boolean {
  if (field.field === 'dayRate') {
    return field.required && !(typed[keyOf(field)] ?? (choices.dayRate || recentRate)?.value)?.trim();
  }
  return field.field === 'amount' && field.required && (typed[keyOf(field)] ?? field.value).trim() === '';
}

/** What was chosen and what was typed, as the planner takes it. An amount that was there and is cleared is nothing. */
function choicesOf(
  {choices, typed, openedAt, recentRate}: State,
  {locations}: Session,
  initial: readonly ChoiceField[],
): Choices {
  const amounts: Record<string, string> = {};
  const quantities: Record<string, number> = {};
  const offered = new Set(
    initial.flatMap((field) => (field.field === 'amount' && field.value ? [field.kind as string] : [])),
  );
  for (const [key, text] of Object.entries(typed)) {
    const at = key.indexOf(':');
    const [field, id] = [key.slice(0, at), key.slice(at + 1)];
    if (field === 'amount') amounts[id] = decimalText(text) || (offered.has(id) ? '0' : '');
    if (field === 'quantity') quantities[id] = Number(text.trim());
  }
  const share = typed[fieldKey('creditShare')];
  const rate = typed[fieldKey('dayRate')];
  const location = locations[0];
  return {
    ...(location && {locationId: location.id}),
    ...choices,
    ...(Object.keys(amounts).length > 0 && {amounts}),
    ...(Object.keys(quantities).length > 0 && {quantities}),
    ...(share?.trim() && {creditShare: decimalText(share)}),
    ...(rate === undefined && !choices.dayRate && recentRate && {dayRate: recentRate}),
    ...(rate?.trim() && {dayRate: {value: decimalText(rate), source: 'typed' as const, at: openedAt}}),
  };
}

function faultsOf({typed}: State, fields: readonly ChoiceField[]): Record<string, Problem> {
  const faults: Record<string, Problem> = {};
  for (const field of fields) {
    const text = typed[keyOf(field)];
    const fault = text === undefined ? null : faultOf(field, text);
    if (fault) faults[keyOf(field)] = fault;
  }
  return faults;
}

function faultOf(field: ChoiceField, text: string): Problem | null {
  switch (field.field) {
    case 'quantity': {
      const code = quantityFault(text, field.max);
      return code && {code, max: field.max};
    }
    case 'amount': {
      const digits = digitsOf(field.currency);
      const code = amountFault(text, digits, field.max?.minor ?? null);
      return (
        code && {
          code: code === 'tooPrecise' && digits === 0 ? 'tooPreciseWhole' : code,
          digits,
          currency: field.currency,
        }
      );
    }
    case 'creditShare':
      return amountFault(text, 2, 100_00) && {code: 'notAPercentage'};
    case 'dayRate':
      return amountFault(text, 10, null) && {code: 'notARate'};
    case 'ground':
    case 'consent':
    case 'destination':
      return null;
  }
}
