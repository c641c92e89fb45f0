import type {Choices, Destination, ComponentClass, Ground, RefundPlan} from '../../core/index.ts';
import type {RefundRequest} from '../../execution/requests/types.ts';
import type {ExecutionEvent, ExecutionOutcome, Problem} from '../../execution/types.ts';
import {fieldKey, type Session, type State, type TypedField} from './state.ts';

export type Action =
  | {readonly type: 'load'}
  | {readonly type: 'linesRead'; readonly lines: number}
  | {readonly type: 'waiting'; readonly waiting: boolean}
  | {readonly type: 'loaded'; readonly session: Session; readonly notice: Problem | null}
  | {readonly type: 'failed'; readonly problem: Problem}
  | {readonly type: 'rate'; readonly rate: State['recentRate']}
  | {readonly type: 'recipe'; readonly handle: string}
  | {readonly type: 'ground'; readonly ground: Ground}
  | {readonly type: 'typed'; readonly field: TypedField; readonly id: string; readonly text: string}
  | {readonly type: 'quantities'; readonly units: Readonly<Record<string, number>>}
  | {readonly type: 'restock'; readonly lineId: string; readonly restock: 'return' | 'cancel' | 'none'}
  | {readonly type: 'location'; readonly id: string}
  | {readonly type: 'prefer'; readonly class: ComponentClass; readonly destination: Destination}
  | {readonly type: 'consent'; readonly consent: Choices['consent'] | null}
  | {readonly type: 'notify'; readonly mail: 'refund' | 'storeCredit'; readonly on: boolean}
  | {readonly type: 'alternative'; readonly choices: Choices; readonly recipe: string | undefined}
  | {readonly type: 'takeOver'; readonly request: RefundRequest}
  | {readonly type: 'reason'; readonly text: string}
  | {readonly type: 'approvalAsked'}
  | {readonly type: 'acceptShopifyFigures'}
  | {readonly type: 'ask'}
  | {readonly type: 'asked'; readonly plan: RefundPlan; readonly estimate: RefundPlan}
  | {readonly type: 'read'; readonly plan: RefundPlan}
  | {readonly type: 'back'; readonly notice: Problem | null}
  | {readonly type: 'run'; readonly plan: RefundPlan | null}
  | {readonly type: 'progress'; readonly event: ExecutionEvent}
  | {readonly type: 'finished'; readonly outcome: ExecutionOutcome};

export function initialState(intentId: string, openedAt: string, mark: State['mark'] = '.'): State {
  return {
    screen: {name: 'loading', lines: 0, waiting: false},
    session: null,
    intentId,
    ownIntentId: intentId,
    from: null,
    reason: '',
    openedAt,
    mark,
    recentRate: null,
    recipe: null,
    choices: {},
    typed: {},
  };
}

/** The next state, from nothing but the last one and what happened. */
export function reduce(state: State, action: Action): State {
  const {screen} = state;
  switch (action.type) {
    case 'load':
      return {...state, screen: {name: 'loading', lines: 0, waiting: false}};
    case 'linesRead':
      return screen.name === 'loading' ? {...state, screen: {...screen, lines: action.lines}} : state;
    case 'waiting':
      return screen.name === 'loading' ? {...state, screen: {...screen, waiting: action.waiting}} : state;
    case 'loaded':
      return loaded(state, action.session, action.notice);
    case 'rate':
      // What is being confirmed isn't changed by a rate that comes late.
      return screen.name === 'edit' ? {...state, recentRate: action.rate} : state;
    case 'failed':
      return {...state, screen: {name: 'failed', problem: action.problem}};
    case 'ask':
      return screen.name === 'edit' || screen.name === 'confirm' ? {...state, screen: {name: 'asking'}} : state;
    case 'asked':
      return screen.name === 'asking'
        ? {...state, screen: {name: 'confirm', plan: action.plan, estimate: action.estimate, read: false}}
        : state;
    case 'read':
      return screen.name === 'confirm' && screen.plan === action.plan
        ? {...state, screen: {...screen, read: true}}
        : state;
    case 'back':
      return {...state, screen: {name: 'edit', notice: action.notice}};
    case 'run':
      return screen.name === 'confirm' || screen.name === 'unfinished'
        ? {...state, screen: {name: 'running', plan: action.plan, calls: [], giftCards: []}}
        : state;
    case 'progress':
      return screen.name === 'running' ? {...state, screen: {...screen, ...progress(screen, action.event)}} : state;
    case 'finished':
      return screen.name === 'running' ? {...state, screen: finished(screen, action.outcome)} : state;
    case 'reason':
      return {...state, reason: action.text};
    case 'approvalAsked':
      return {...state, screen: {name: 'asked'}};
    case 'acceptShopifyFigures':
      return {...state, choices: {...state.choices, acceptShopifyFigures: true}};
    default:
      // Choosing is for the first screen only: an event that comes late can't change a plan that is being confirmed.
      return screen.name === 'edit' ? {...chosen(state, action), screen: {name: 'edit', notice: null}} : state;
  }
}

/**
 * Units still to come for an open or stopped claim mean that an earlier execution has to be settled first. The only request
 * that waits is filled in as the action opens, and what was filled in stays while it waits, whenever the order is read again:
 * whoever comes to release it can't pay it by hand and leave it waiting.
 */
function loaded(state: State, session: Session, notice: Problem | null): State {
  const {claim, problem} = session.confirmed.claim;
  const unfinished = problem !== undefined || (claim !== null && claim.state !== 'done');
  const known = session.recipes.some(({handle}) => handle === state.recipe);
  const waits = session.waiting.some((one) => one.request.id === state.from?.id && !one.problem);
  const next: State = {
    ...state,
    session,
    ...(state.from && !waits && {from: null, intentId: state.ownIntentId, choices: {}, typed: {}}),
    recipe: known ? state.recipe : (session.recipes[0]?.handle ?? null),
    screen: unfinished ? {name: 'unfinished'} : {name: 'edit', notice},
  };
  const [only, other] = session.waiting;
  return only && !other && !only.problem && !state.session
    ? chosen(next, {type: 'takeOver', request: only.request})
    : next;
}

type Running = Extract<State['screen'], {name: 'running'}>;

function progress(screen: Running, event: ExecutionEvent): Partial<Running> {
  if (event.type === 'giftCard') return {giftCards: [...screen.giftCards, {callId: event.callId, code: event.code}]};
  return {calls: event.claim.calls, ...(event.type === 'evidenceMissing' && {evidenceMissing: true})};
}

function finished(screen: Running, outcome: ExecutionOutcome): State['screen'] {
  const {plan} = screen;
  if (outcome.state === 'needsApproval' && plan) return {...outcome, name: 'approval', plan};
  return {...screen, ...('claim' in outcome && {calls: outcome.claim.calls}), name: 'finished', outcome};
}

type Choosing = Extract<
  Action,
  {
    type:
      | 'recipe'
      | 'ground'
      | 'typed'
      | 'quantities'
      | 'restock'
      | 'location'
      | 'prefer'
      | 'consent'
      | 'notify'
      | 'alternative'
      | 'takeOver';
  }
>;

function chosen(state: State, action: Choosing): State {
  const {choices} = state;
  switch (action.type) {
    case 'recipe':
      return {...own(state), recipe: action.handle, choices: {}, typed: {}};
    case 'ground':
      return {...state, choices: {...choices, ground: action.ground}};
    case 'typed':
      return {...state, typed: {...state.typed, [fieldKey(action.field, action.id)]: action.text}};
    case 'quantities':
      return {
        ...state,
        typed: {
          ...state.typed,
          ...Object.fromEntries(
            Object.entries(action.units).map(([id, units]) => [fieldKey('quantity', id), String(units)]),
          ),
        },
      };
    case 'restock':
      return {...state, choices: {...choices, restock: {...choices.restock, [action.lineId]: action.restock}}};
    case 'location':
      return {...state, choices: {...choices, locationId: action.id}};
    case 'prefer':
      return {...state, choices: {...choices, prefer: {...choices.prefer, [action.class]: action.destination}}};
    case 'consent': {
      const {consent: _, ...rest} = choices;
      return {...state, choices: action.consent ? {...rest, consent: action.consent} : rest};
    }
    case 'notify':
      return {...state, choices: {...choices, notify: {...choices.notify, [action.mail]: action.on}}};
    case 'alternative':
      return {
        ...(action.recipe ? own(state) : state),
        ...taken(state, action.choices),
        recipe: action.recipe ?? state.recipe,
      };
    case 'takeOver': {
      const {request} = action;
      const {acceptShopifyFigures: _, ...asked} = request.choices;
      return {
        ...state,
        ...taken({...state, choices: {}}, asked),
        recipe: request.recipe.handle,
        intentId: request.intentId,
        from: request,
        reason: '',
      };
    }
  }
}

/** With another recipe it is no longer what was asked for. */
function own(state: State): State {
  return {...state, intentId: state.ownIntentId, from: null};
}

/** The choices of an alternative or a request replace ours whole; what they typed for us follows them, so that the fields show it. */
function taken(state: State, choices: Choices): Pick<State, 'choices' | 'typed'> {
  const {amounts = {}, quantities = {}, creditShare, dayRate, ...others} = choices;
  const marked = (decimal: string): string => decimal.replace('.', state.mark);
  const rest = dayRate?.source === 'recentOrders' ? {...others, dayRate} : others;
  return {
    choices: state.choices.consent && !rest.consent ? {...rest, consent: state.choices.consent} : rest,
    typed: {
      ...Object.fromEntries(Object.entries(amounts).map(([kind, value]) => [fieldKey('amount', kind), marked(value)])),
      ...Object.fromEntries(Object.entries(quantities).map(([id, units]) => [fieldKey('quantity', id), String(units)])),
      ...(creditShare === undefined ? {} : {[fieldKey('creditShare')]: marked(creditShare)}),
      ...(dayRate?.source !== 'typed' ? {} : {[fieldKey('dayRate')]: marked(dayRate.value)}),
    },
  };
}
