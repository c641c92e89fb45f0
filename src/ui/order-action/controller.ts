import {DEFAULT_SETTINGS, planRefund, type RefundPlan} from '../../core/index.ts';
import {
  askFigures,
  askForApproval,
  declineRequest,
  executePlan,
  type RequestOutcome,
  resume,
  withRetry,
} from '../../execution/index.ts';
import type {Environment, ExecutionOutcome, Problem} from '../../execution/types.ts';
import type {Host} from '../host.ts';
import {formOf} from './form.ts';
import {problemOf} from './problems.ts';
import {type Action, initialState, reduce} from './reduce.ts';
import {recentRate} from './recent-rate.ts';
import {readSession} from './session.ts';
import type {Session, State} from './state.ts';

/** A second click of a double click must not confirm what it hasn't shown yet. */
const READING_MS = 600;

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
  /** Writes down a plan above a limit, for someone else to approve. */
  askForApproval(): Promise<void>;
  decline(requestId: string): Promise<void>;
}

export function createOrderAction(host: Host): OrderAction {
  const half = host.i18n.formatNumber(0.5, {maximumSignificantDigits: 1});
  let state = initialState(host.nonce(), new Date(host.now()).toISOString(), half.includes(',') ? ',' : '.');
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
      if (session.order.currency !== session.order.shopCurrency && !state.recentRate) void findRate(session);
    } catch (error) {
      dispatch({type: 'failed', problem: problemOf(error)});
    }
  };

  /** In the background: recent orders first, then the rate that the merchant typed in App Home; else staff type it here. */
  const findRate = async ({order, settings}: Session): Promise<void> => {
    const typed = settings?.rates[order.currency];
    const known = typed ? ({value: typed.value, source: 'typed', at: typed.at} as const) : null;
    try {
      dispatch({type: 'rate', rate: (await recentRate(host.admin, order, host.now())) || known});
    } catch {
      dispatch({type: 'rate', rate: known});
    }
  };

  /** Asks for an approval or declines one. Where that can't be recorded, the order is read again with why. */
  const record = async (
    work: (environment: Environment) => Promise<RequestOutcome>,
    recorded: () => unknown,
  ): Promise<void> => {
    try {
      const outcome = await work({...host, staff: await host.staff()});
      await (outcome.state === 'recorded' ? recorded() : read(outcome.problem));
    } catch (error) {
      dispatch({type: 'failed', problem: problemOf(error)});
    }
  };

  const ask = async (): Promise<void> => {
    const {session, screen} = state;
    const {plan: estimate, recipe, choices} = formOf(state, host.hash);
    if (!session || !recipe || !estimate || estimate.calls.length === 0) return;
    if (screen.name !== 'edit' && screen.name !== 'confirm') return;
    dispatch({type: 'ask'});
    try {
      const figures = await askFigures(withRetry(host.admin, host.wait), estimate, session.order);
      if (figures.orderUpdatedAt !== session.order.updatedAt) return await read({code: 'orderChanged'});
      const {intentId} = state;
      const plan = planRefund({order: session.order, recipe, choices, intentId, hash: host.hash, figures});
      dispatch({type: 'asked', plan, estimate});
      void host.wait(READING_MS).then(() => dispatch({type: 'read', plan}));
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
        const {from, reason} = state;
        await execute(plan, (environment) =>
          executePlan(
            plan,
            session.confirmed,
            environment,
            (event) => dispatch({type: 'progress', event}),
            from ? {requestId: from.id, reason} : undefined,
          ),
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
    askForApproval: () =>
      alone(async () => {
        const {screen, session, reason} = state;
        if (screen.name !== 'approval' || !session) return;
        const {plan, breaches} = screen;
        const {choices} = formOf(state, host.hash);
        const {approvalExpiresAfterDays: expiresAfterDays} = session.settings || DEFAULT_SETTINGS;
        await record(
          (environment) =>
            askForApproval(session.requests, plan, {choices, reason, breaches, expiresAfterDays}, environment),
          () => dispatch({type: 'approvalAsked'}),
        );
      }),
    decline: (requestId) =>
      alone(async () => {
        const {session, reason} = state;
        if (!session) return;
        await record(
          (environment) => declineRequest(session.requests, requestId, reason, environment),
          () => read(null),
        );
      }),
  };
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
