import {figuresFromSuggestion, type SuggestedFigures} from '../../adapters/index.ts';
import {addFigures, type OrderSnapshot, planRefund, type RefundPlan, suggestionInput} from '../../core/index.ts';
import {executePlan, resume, withRetry} from '../../execution/index.ts';
import {RefundSuggestion} from '../../../graphql/generated/operations.ts';
import type {Environment, ExecutionOutcome, Problem} from '../../execution/types.ts';
import type {Host} from '../host.ts';
import {formOf} from './form.ts';
import {problemOf} from './problems.ts';
import {type Action, initialState, reduce} from './reduce.ts';
import {recentRate} from './recent-rate.ts';
import {readSession} from './session.ts';
import type {State} from './state.ts';

/** The action behind its screens: holds the state and does what takes time, one thing at a time. */
export interface OrderAction {
  state(): State;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
  dispatch(action: Action): void;
  /** Reads the order; after a change that someone else made, says so. */
  load(): Promise<void>;
  /** Asks Shopify for its figures and goes to the second screen. */
  ask(): Promise<void>;
  /** Carries out what stands on the second screen. */
  run(): Promise<void>;
  /** Goes on with an execution that stopped. */
  resume(): Promise<void>;
}

export function createOrderAction(host: Host): OrderAction {
  let state = initialState(host.nonce(), new Date(host.now()).toISOString());
  const listeners = new Set<() => void>();
  let busy = false;

  const dispatch = (action: Action): void => {
    state = reduce(state, action);
    for (const listener of listeners) listener();
  };

  /** A second press while something runs does nothing at all. */
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      await work();
    } finally {
      busy = false;
    }
  };

  const read = async (notice: Problem | null): Promise<void> => {
    dispatch({type: 'load'});
    try {
      const session = await readSession(host, dispatch);
      dispatch({type: 'loaded', session, notice});
      if (session.order.currency !== session.order.shopCurrency && !state.recentRate) void findRate(session.order);
    } catch (error) {
      dispatch({type: 'failed', problem: problemOf(error)});
    }
  };

  /** In the background: who can't read other orders types the rate. */
  const findRate = async (order: OrderSnapshot): Promise<void> => {
    try {
      dispatch({type: 'rate', rate: await recentRate(host.admin, order, host.now())});
    } catch {
      dispatch({type: 'rate', rate: null});
    }
  };

  const ask = async (): Promise<void> => {
    const {session, screen} = state;
    const {plan: estimate, recipe, choices} = formOf(state, host.hash);
    if (!session || !recipe || !estimate || estimate.calls.length === 0) return;
    if (screen.name !== 'edit' && screen.name !== 'confirm') return;
    dispatch({type: 'ask'});
    try {
      const figures = await askShopify(host, estimate, session.order);
      if (figures.orderUpdatedAt !== session.order.updatedAt) return await read({code: 'orderChanged'});
      const {intentId} = state;
      const plan = planRefund({order: session.order, recipe, choices, intentId, hash: host.hash, figures});
      dispatch({type: 'asked', plan, estimate});
    } catch (error) {
      dispatch({type: 'back', notice: problemOf(error)});
    }
  };

  const execute = async (
    plan: RefundPlan | null,
    work: (environment: Environment) => Promise<ExecutionOutcome>,
  ): Promise<void> => {
    dispatch({type: 'run', plan});
    try {
      const outcome = await work({...host, staff: await host.staff()});
      if (outcome.state === 'stale') return await read(outcome.problem);
      dispatch({type: 'finished', outcome: named(outcome)});
      if (plan) await remember(host, plan);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      dispatch({type: 'failed', problem: {code: 'unexpectedRunning', message}});
    }
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    load: () => alone(() => read(null)),
    ask: () => alone(ask),
    run: () =>
      alone(async () => {
        const {screen, session} = state;
        if (screen.name !== 'confirm' || !session || screen.plan.calls.length === 0) return;
        const {plan} = screen;
        await execute(plan, (environment) =>
          executePlan(plan, session.confirmed, environment, (event) => dispatch({type: 'progress', event})),
        );
      }),
    resume: () =>
      alone(async () => {
        const {screen, session} = state;
        if (screen.name !== 'unfinished' || !session) return;
        await execute(null, (environment) =>
          resume(session.confirmed, environment, (event) => dispatch({type: 'progress', event})),
        );
      }),
  };
}

/**
 * Shopify's figures for exactly what the plan refunds. Also where Shopify has nothing to calculate (a gesture): the answer
 * still tells whether the order is as it was, and the most that each payment takes.
 */
async function askShopify(host: Host, plan: RefundPlan, order: OrderSnapshot): Promise<SuggestedFigures> {
  const [first = {id: order.id, refundLineItems: [], shippingAmount: '0', refundDuties: []}, ...more] =
    suggestionInput(plan);
  const admin = withRetry(host.admin, host.wait);
  const ask = async (variables: typeof first): Promise<SuggestedFigures> => {
    const {data} = await admin.request(RefundSuggestion, variables);
    return figuresFromSuggestion(data, order);
  };
  let figures = await ask(first);
  for (const variables of more) {
    const part = await ask(variables);
    figures = {...part, ...addFigures(figures, part)};
  }
  return figures;
}

/** Who has come this far may see and refund the order: what was denied is the note on the order that comes first. */
function named(outcome: ExecutionOutcome): ExecutionOutcome {
  if (outcome.state !== 'refused' || outcome.problem.code !== 'accessDenied') return outcome;
  return {...outcome, problem: {...outcome.problem, code: 'claimDenied'}};
}

/** The recipe that was used last stands first the next time. A browser that won't remember is no problem. */
async function remember(host: Host, plan: RefundPlan): Promise<void> {
  try {
    await host.storage.set('lastRecipe', plan.recipe.handle);
  } catch {
    return;
  }
}
