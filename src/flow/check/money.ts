import {type ApiCall, readApiCall} from './api-call/index.ts';
import {ConditionError, readCondition} from './condition/index.ts';
import {proves} from './condition/proof.ts';
import type {Report} from './finding.ts';
import type {Graph} from './graph.ts';
import type {Step, Workflow} from './read.ts';
import {knownTask, variablesOf} from './tasks.ts';

/** Mutations that move money, or make something that is worth money. */
export const MOVES_MONEY: ReadonlySet<string> = new Set([
  'giftCardCreate',
  'giftCardCredit',
  'orderCancel',
  'refundCreate',
  'returnProcess',
  'returnRefund',
  'storeCreditAccountCredit',
]);

/** Whether a step sends one of them. */
export function movesMoney(step: Step): boolean {
  const call = callOf(step);
  return call !== null && MOVES_MONEY.has(call.name);
}

/** What is known of the claim on the way to a step. */
type Claim = 'none' | 'written' | 'won';

const LETTER = /\(([ABC])\)\s*$/;

/** The safety letter at the end of a workflow's name (design §5.7); null where it carries none. */
export function letterOf({name}: Pick<Workflow, 'name'>): 'A' | 'B' | 'C' | null {
  return (LETTER.exec(name)?.[1] as 'A' | 'B' | 'C' | undefined) ?? null;
}

/** Money needs a claim before it, won on every way there, and the letter has to tell what the workflow does. */
export function checkMoney(workflow: Workflow, graph: Graph, report: Report): void {
  const letter = letterOf(workflow);
  const claims = claimsOf(workflow, graph);
  let moves = false;
  for (const step of graph.inOrder) {
    const call = callOf(step);
    if (!call || !movesMoney(step)) continue;
    moves = true;
    const place = report.forStep(step);
    const claim = claims.get(step.id) ?? 'none';
    if (claim === 'none') {
      place.stricter(
        'money-without-claim',
        `${call.name} runs without a claim before it: a second run of the workflow pays again.`,
        "Write the order's claim with compareDigest first, and go on only where it was won.",
      );
    } else if (claim === 'written') {
      place.stricter(
        'money-without-claim',
        `The claim is written, but nothing makes sure that it was won before ${call.name}.`,
        'Between the two, go on only where a condition finds the claim among the metafields that metafieldsSet answered.',
      );
    }
    checkRepeat(call, letter, place);
    if (letter === 'C')
      place.error('letter', `The name says (C), no money, and this step sends ${call.name}.`, 'Name it (A) or (B).');
  }
  if (moves && letter === null && report.ours)
    report.error(
      'letter',
      'The workflow moves money and its name has no safety letter.',
      'End the name in (A) or (B).',
    );
}

/** Flow repeats a step whose answer got lost; what then happens depends on the step alone. */
function checkRepeat(call: ApiCall, letter: string | null, report: Report): void {
  const twice = 'Flow repeats a step whose answer got lost';
  const byScript = /"input"\s*:\s*\{\{/.test(call.blob);
  if (call.name === 'giftCardCreate' && byScript)
    return report.unchecked('whether the script gives the card a fixed code.');
  if (call.name === 'giftCardCreate' && !/"code"/.test(call.blob)) {
    const message = `${twice}, and without a fixed code that makes a second gift card.`;
    if (letter === 'A') report.error('repeat', message, 'Give the card a code that follows from the order.');
    else report.warning('repeat', message, 'Give the card a code that follows from the order.');
  }
  if (call.name === 'storeCreditAccountCredit') {
    const message = `${twice}, and nothing stops a second credit.`;
    if (letter === 'A') report.error('letter', `The name says (A), but: ${message}`, 'Name it (B).');
    else if (letter === 'B')
      report.note('repeat', message, 'That is what (B) says. Watch for doubles with the double-payment alarm.');
    else report.warning('repeat', message, 'Watch for doubles with the double-payment alarm.');
  }
}

function callOf(step: Step): ApiCall | null {
  return knownTask(step.taskId)?.task.yields.kind === 'payload' ? readApiCall(step.fields.get('api_call') ?? '') : null;
}

/** Compare-and-set on a metafield that is called claim, written by hand or prepared by a Run code step before it. */
function isClaim({name, blob}: ApiCall, scriptsCompare: boolean): boolean {
  return name === 'metafieldsSet' && /claim/i.test(blob) && (/compareDigest/.test(blob) || scriptsCompare);
}

/** Names under which the claim's answer is read: the request's own, and those of Run code steps that read it. */
function claimsOf(workflow: Workflow, graph: Graph): Map<string, Claim> {
  const variables = variablesOf(workflow.steps);
  const answers = new Set<string>();
  const after = new Map<string, Claim>();
  const claims = new Map<string, Claim>();
  const mentions = (text: string): boolean => (text.match(/[A-Za-z_]\w*/g) ?? []).some((word) => answers.has(word));
  let compares = false;
  for (const step of graph.inOrder) {
    compares ||= (step.fields.get('script') ?? '').includes('compareDigest');
    const ways = (graph.into.get(step.id) ?? []).map((link) => after.get(`${link.from} ${link.port}`) ?? 'none');
    const before = weakest(ways);
    claims.set(step.id, before);
    const call = callOf(step);
    const variable = variables.get(step.id) ?? '';
    let state = before;
    if (call && isClaim(call, compares)) {
      answers.add(variable);
      if (state === 'none') state = 'written';
    } else if (mentions(step.fields.get('input') ?? '')) {
      answers.add(variable);
    }
    const isWon = step.type === 'CONDITION' && before === 'written' && provesWon(step, answers);
    // Won by positive evidence only: the other port is where it wasn't.
    for (const port of ['output', 'true', 'false', 'loop_body', 'after'])
      after.set(`${step.id} ${port}`, isWon && port === 'true' ? 'won' : state);
  }
  return claims;
}

function provesWon(step: Step, answers: ReadonlySet<string>): boolean {
  try {
    return proves(readCondition(step.fields.get('condition') ?? ''), answers);
  } catch (error) {
    // What can't be read, or is nested without end, was reported where the field was checked.
    if (error instanceof ConditionError || error instanceof RangeError) return false;
    throw error;
  }
}

function weakest(ways: readonly Claim[]): Claim {
  if (ways.length === 0 || ways.includes('none')) return 'none';
  return ways.includes('written') ? 'written' : 'won';
}
