import {checkSettings, DEFAULT_SETTINGS, InputError} from '../core/index.ts';
import type {RefundPlan} from '../core/index.ts';
import {contextFromAdmin} from '../adapters/index.ts';
import {
  askForApproval,
  dryRun,
  executePlan,
  readOrderForRefund,
  readRequests,
  resume,
  withRetry,
} from '../execution/index.ts';
import type {Environment, ExecutionOutcome, OrderReading, Problem} from '../execution/index.ts';
import type {Asked} from './actions.ts';
import {nextFor, OF_THE_MOMENT, stopped} from './next.ts';
import type {Told} from './next.ts';
import {planOf} from './plan.ts';
import type {Planned} from './plan.ts';
import {Refusal} from './refusal.ts';
import {figuresOfClaim, figuresOfEarlier, figuresOfPlan, noFigures} from './result.ts';
import type {Figures, RefundResult, ResultState} from './result.ts';
import {personRefusal, refusalOf} from './problems.ts';
import {wordsIn} from './words.ts';
import type {Language, WordCode} from './words.ts';

/** One run of an action: its call, and the intent that all its repetitions share (intent.ts). */
export interface Run {
  readonly asked: Asked;
  readonly intentId: string;
  /** The action's name, for whoever reads the request. */
  readonly action: string;
}

/** Others who get in between make an attempt stale; more than this is no coincidence. */
const ROUNDS = 4;

/**
 * Carries out one run, or tells what became of it. The order's claim is the only memory: the run's intent stands in it, so the
 * same run moves money once, whoever sends it, however often and wherever it is answered; and so does the same deed, in however
 * many runs. Two at the same moment: one wins the claim, the other reads the order again and finds it.
 * @throws Refusal (with the status for Flow), InputError, AdminError, Halt
 */
export async function carryOutRun(run: Run, env: Environment, language: Language): Promise<RefundResult> {
  const patient = patientOf(env);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const reading = await readOrderForRefund(patient.admin, run.asked.orderId, () => env.now());
    const settled = run.asked.dryRun
      ? await rehearse(run, reading, env, language)
      : await attempt(run, reading, env, language);
    if (settled) return settled;
  }
  throw new Refusal(429, 'otherOpen', {}, 60);
}

/** For reading; what moves money has a patience of its own. */
function patientOf(env: Environment): Environment {
  return {...env, admin: withRetry(env.admin, env.wait.bind(env), env.now.bind(env))};
}

/** A claim that was written this recently has an executor at work: Shopify's clock needn't be asked. */
const BUSY_MS = 60_000;

/** One round; null when somebody got in between and the order has to be read again. */
async function attempt(
  run: Run,
  reading: OrderReading,
  env: Environment,
  language: Language,
): Promise<RefundResult | null> {
  const next = nextFor(run.intentId, reading.claim, requestsOf(reading, env).requests);
  if (next.do === 'begin') return begin(run, reading, env, language);
  if (next.do === 'resume') {
    const recipe = reading.claim.claim?.recipe.handle ?? '';
    if (recipe !== run.asked.recipe) throw otherRecipe(recipe);
    return goOn(reading, env, language, next.problem);
  }
  if (next.do === 'later') throw new Refusal(429, 'otherOpen', {}, 60);
  if (next.do === 'answerAnother') return answerTo(next.told, 'ALREADY_DONE', run, reading, language);
  return answerTo(next, 'DONE', run, reading, language);
}

async function begin(
  run: Run,
  reading: OrderReading,
  env: Environment,
  language: Language,
): Promise<RefundResult | null> {
  const planned = await planUnlessChanged(run, reading, env, language);
  if (!planned) return null;
  const outcome = await executePlan(planned.plan, reading.confirmed, env);
  if (outcome.state !== 'needsApproval') return settle(outcome, language);
  return ask(run, planned, reading, env, language);
}

/**
 * Null where the plan is refused because of what somebody has done since the order was read, such as another run that paid the
 * same: nobody must be told then to refund it by hand.
 * @throws as planOf
 */
async function planUnlessChanged(
  run: Run,
  reading: OrderReading,
  env: Environment,
  language: Language,
): Promise<Planned | null> {
  try {
    return await planOf(run.asked, reading, run.intentId, patientOf(env), language);
  } catch (error) {
    const isRefused = error instanceof Refusal || error instanceof InputError;
    if (isRefused && (await hasChanged(run, reading, env))) return null;
    throw error;
  }
}

/** Whether somebody has claimed or changed the order since it was read. @throws AdminError */
async function hasChanged({asked}: Run, {claim, raw}: OrderReading, env: Environment): Promise<boolean> {
  const now = await readOrderForRefund(patientOf(env).admin, asked.orderId, () => env.now());
  return now.claim.digest !== claim.digest || now.raw.order.updatedAt !== raw.order.updatedAt;
}

/** Goes on where the run stopped, by the engine's rules: not while its executor, or a request of it, may be on its way. */
async function goOn(
  {confirmed, claim}: OrderReading,
  env: Environment,
  language: Language,
  problem: Problem | null,
): Promise<RefundResult | null> {
  const early = problem ? new Refusal(202, 'interrupted', {problem: problem.code}) : new Refusal(202, 'working');
  if (Math.abs(env.now() - Date.parse(claim.updatedAt ?? '')) < BUSY_MS) throw early;
  const outcome = await resume(confirmed, env);
  if (outcome.state === 'refused' && outcome.problem.code === 'tooEarly') throw early;
  return settle(outcome, language);
}

/** What an execution came to. @throws Refusal */
function settle(outcome: ExecutionOutcome, language: Language): RefundResult | null {
  if (outcome.state === 'done') return resultOf('DONE', figuresOfClaim(outcome.claim), language);
  if (outcome.state === 'stale') return null;
  if (outcome.state === 'superseded') throw new Refusal(202, 'working');
  if (outcome.state === 'stopped') {
    const next = stopped(outcome.claim);
    if (next.do === 'person') throw personRefusal(next);
    throw new Refusal(202, 'interrupted', {problem: outcome.problem.code});
  }
  throw refusalOf(outcome.problem);
}

/** @param done what an execution is told as: this run's own, or another's */
function answerTo(
  next: Told,
  done: 'DONE' | 'ALREADY_DONE',
  run: Run,
  reading: OrderReading,
  language: Language,
): RefundResult {
  const currency = reading.confirmed.money.netPayment.currency;
  const {recipe} = run.asked;
  switch (next.do) {
    case 'answer':
      if (next.claim.recipe.handle !== recipe) throw otherRecipe(next.claim.recipe.handle);
      return resultOf(done, figuresOfClaim(next.claim), language);
    case 'answerEarlier':
      return resultOf(done, figuresOfEarlier(next.earlier, next.outside, recipe, currency), language);
    case 'answerRequest': {
      const {request} = next;
      if (request.recipe.handle !== recipe) throw otherRecipe(request.recipe.handle);
      // Settled and carried out go together; a request that says otherwise was not written by the engine.
      if (request.state === 'approved' || request.state === 'released') {
        throw new Refusal(409, 'claimProblem', {problem: request.state});
      }
      const state = request.state === 'waiting' ? 'WAITING_FOR_APPROVAL' : 'DECLINED';
      return resultOf(
        state,
        noFigures(recipe, request.planId ?? '', currency, state === 'WAITING_FOR_APPROVAL'),
        language,
      );
    }
    case 'person':
      throw personRefusal(next);
  }
}

function otherRecipe(recipe: string): Refusal {
  return new Refusal(409, 'otherRecipe', {recipe});
}

/**
 * Above a limit: the request stands on the order, for somebody to release and, as the limits want it, somebody else to approve.
 * It keeps the run's intent, so what they carry out is this run.
 */
async function ask(
  run: Run,
  {plan, choices}: Planned,
  reading: OrderReading,
  env: Environment,
  language: Language,
): Promise<RefundResult | null> {
  const words = wordsIn(language);
  const reason = run.asked.reason ?? words('requestReason', {action: run.action});
  const expiresAfterDays = daysOf(reading);
  // What passes a limit per customer may be what another run has paid just now.
  if (await hasChanged(run, reading, env)) return null;
  const outcome = await askForApproval(requestsOf(reading, env), plan, {choices, reason, expiresAfterDays}, env);
  if (outcome.state === 'stale') return null;
  if (outcome.state === 'refused') {
    const {problem} = outcome;
    throw OF_THE_MOMENT.has(problem.code)
      ? refusalOf(problem)
      : new Refusal(409, 'requestFailed', {problem: problem.code});
  }
  return resultOf('WAITING_FOR_APPROVAL', waitingFigures(plan), language);
}

function waitingFigures(plan: RefundPlan): Figures {
  return noFigures(plan.recipe.handle, plan.planId, plan.totals.toCustomer.currency, true);
}

/** Everything but the mutations, limits included; or what another run has come to, as a real run would be told. */
async function rehearse(
  run: Run,
  reading: OrderReading,
  env: Environment,
  language: Language,
): Promise<RefundResult | null> {
  const next = nextFor(run.intentId, reading.claim, requestsOf(reading, env).requests);
  if (next.do === 'answerAnother') return answerTo(next.told, 'ALREADY_DONE', run, reading, language);
  const planned = await planUnlessChanged(run, reading, env, language);
  if (!planned) return null;
  const {plan} = planned;
  const outcome = await executePlan(plan, reading.confirmed, {...env, admin: dryRun(env.admin, () => env.now())});
  if (outcome.state === 'stale') return null;
  if (outcome.state === 'refused') throw refusalOf(outcome.problem);
  return resultOf('DRY_RUN', figuresOfPlan(plan, outcome.state === 'needsApproval'), language);
}

function requestsOf({raw}: OrderReading, env: Environment) {
  return readRequests(raw.order, raw.order.id, env.now());
}

/** How long the shop lets requests wait; unreadable settings have stopped the plan before. */
function daysOf({raw}: OrderReading): number {
  const {settings, shop} = contextFromAdmin(raw);
  return settings === null
    ? DEFAULT_SETTINGS.approvalExpiresAfterDays
    : checkSettings(settings, shop.currency).approvalExpiresAfterDays;
}

function resultOf(state: ResultState, figures: Figures, language: Language): RefundResult {
  const words = wordsIn(language);
  const owed = Number(figures.owedOutside) > 0;
  const {needsApproval, isOnItsWay} = figures;
  const codes: Readonly<Record<ResultState, WordCode>> = {
    DONE: owed ? 'doneOwed' : isOnItsWay ? 'doneOnItsWay' : 'done',
    ALREADY_DONE: owed ? 'alreadyDoneOwed' : 'alreadyDone',
    DRY_RUN: needsApproval ? 'dryRunApproval' : 'dryRun',
    WAITING_FOR_APPROVAL: 'waiting',
    DECLINED: 'declined',
  };
  const amount = (decimal: string): string => `${decimal} ${figures.currency}`;
  const parameters = {total: amount(figures.total), owed: amount(figures.owedOutside)};
  return {state, message: words(codes[state], parameters), ...figures};
}
