import {Kind, parse, type SelectionSetNode} from 'graphql';
import {runCode} from '../../lab/flow/sandbox/index.ts';
import {
  ALARM,
  codeAlone,
  confirmScript,
  GIFT_CARD,
  REMAINING_LINES,
  REMINDER,
  REQUEST,
  REQUEST_LABEL,
  STORE_CREDIT_BONUS,
  WITHDRAWAL_CLOCK,
  type Script,
} from '../../src/flow/run-code/index.ts';
import {environmentOf} from '../../tests/flow/from-snapshot.ts';
import {benchOrder} from './order.ts';

/** One script in QuickJS, for an order with so many lines. */
export interface RunCodeRun {
  readonly lines: number;
  /** Of the fastest of several runs: reading the script, and its call. */
  readonly milliseconds: number;
  /** The most that the engine held at any of its interrupts and at the end: itself, the script, its input and its output. */
  readonly memoryBytes: number;
}

export interface RunCodeResult {
  readonly script: string;
  /** Of the whole step's script, its readable constants included. */
  readonly bytes: number;
  readonly runs: readonly RunCodeRun[];
}

type Input = Readonly<Record<string, unknown>>;

const NOW = '2026-11-22T12:00:00Z';
const NONE = {refundRecipesClaim: null, refundRecipesFlowRun: null, refundRecipesAsk: null, refundRecipesRequest: null};

function orderOf(lines: number): Input {
  const withdrawal = {value: '2026-11-12T12:00:00Z', compareDigest: 'x', updatedAt: NOW};
  return {...environmentOf(benchOrder(lines)), ...NONE, note: null, refundRecipesWithdrawal: withdrawal};
}

interface Case {
  readonly script: Script;
  readonly name: string;
  readonly values: Readonly<Record<string, string | boolean>>;
  input(lines: number): Promise<Input>;
}

const PAYS = {DRY_RUN: false, AT_MOST: '1000000.00'};
const onOrder = (lines: number) =>
  Promise.resolve({order: orderOf(lines), scheduledAt: NOW, shop: {timezoneOffsetMinutes: 60}});
const plain = (script: Script, values: Case['values'] = {}): Case => ({
  script,
  name: script.entry,
  values,
  input: onOrder,
});

const CASES: readonly Case[] = [
  plain(REQUEST),
  plain(REQUEST_LABEL),
  plain(REMAINING_LINES, PAYS),
  plain(STORE_CREDIT_BONUS, {...PAYS, CONSENT: 'asked by mail'}),
  plain(GIFT_CARD, {DRY_RUN: false, SECRET: 'correct horse battery staple 42'}),
  {script: confirmScript('refundCreate'), name: 'confirm-refund', values: {}, input: confirmation},
  plain(ALARM),
  plain(REMINDER),
  plain(WITHDRAWAL_CLOCK),
];

/** What the confirming script reads after the remaining lines were refunded. */
async function confirmation(lines: number): Promise<Input> {
  const {order} = await onOrder(lines);
  const planned = await output(REMAINING_LINES, {order}, PAYS);
  const [claim] = JSON.parse(`${String(planned['claimStart'])}${String(planned['claimEnd'])}`) as [{value: string}];
  const {calls} = JSON.parse(claim.value) as {
    calls: [{act: {transactions: {parent: string; gateway: string; amount: {minor: number; currency: string}}[]}}];
  };
  const transactions = calls[0].act.transactions.map(({parent, gateway, amount}, index) => ({
    id: `gid://shopify/OrderTransaction/${index + 100}`,
    kind: 'REFUND',
    status: 'SUCCESS',
    gateway,
    amountSet: {presentmentMoney: {amount: (amount.minor / 100).toFixed(2), currencyCode: amount.currency}},
    parentTransaction: {id: parent},
  }));
  const written = {metafields: [{key: 'claim', value: claim.value, compareDigest: 'x'}], userErrors: []};
  return {order, written, paid: {refund: {id: 'gid://shopify/Refund/1', transactions}, userErrors: []}};
}

function stepOf(script: Script, values: Case['values']) {
  return codeAlone(script, values);
}

async function output(script: Script, input: Input, values: Case['values']): Promise<Input> {
  const step = stepOf(script, values);
  const result = await runCode(step.script, input, step.outputSchema);
  if (!result.ok) throw new Error(`${script.entry}: ${result.error.message}`);
  if (result.output['code'] === 'input') throw new Error(`${script.entry}: ${String(result.output['why'])}`);
  return result.output;
}

/** What the step's input query asks for: Flow hands over nothing else. */
function asked(step: ReturnType<typeof stepOf>, given: Input): Input {
  const [query] = parse(step.input).definitions;
  return query?.kind === Kind.OPERATION_DEFINITION ? (selected(given, query.selectionSet) as Input) : given;
}

function selected(value: unknown, {selections}: SelectionSetNode): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => selected(item, {kind: Kind.SELECTION_SET, selections}));
  if (typeof value !== 'object' || value === null) return value;
  const held = value as Input;
  const entries = selections.flatMap((selection) => {
    // The orders here are a customer's: no fragment on a company applies.
    if (selection.kind !== Kind.FIELD) return [];
    const {name, selectionSet} = selection;
    return [[name.value, selectionSet ? selected(held[name.value], selectionSet) : held[name.value]] as const];
  });
  // A field that is named twice has the parts of both.
  const merged: Record<string, unknown> = {};
  for (const [name, part] of entries) merged[name] = combined(merged[name], part);
  return merged;
}

function combined(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((item, index) => combined(item, other[index]));
  const objects = [one, other].every((part) => typeof part === 'object' && part !== null && !Array.isArray(part));
  return objects ? {...(one as object), ...(other as object)} : other;
}

const ROUNDS = 15;

async function fastest(step: ReturnType<typeof stepOf>, input: Input): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const {milliseconds} = await runCode(step.script, input, step.outputSchema);
    least = Math.min(least, milliseconds);
  }
  return least;
}

async function memoryOf(step: ReturnType<typeof stepOf>, input: Input): Promise<number> {
  return (await runCode(step.script, input, step.outputSchema, {memoryEvery: 1})).memoryBytes;
}

/** Every script of the workflows in QuickJS, at each number of lines. */
export async function benchRunCode(sizes: readonly number[]): Promise<readonly RunCodeResult[]> {
  const results: RunCodeResult[] = [];
  for (const {script, name, values, input} of CASES) {
    const step = stepOf(script, values);
    const runs: RunCodeRun[] = [];
    for (const lines of sizes) {
      const given = asked(step, await input(lines));
      await output(script, given, values);
      runs.push({lines, milliseconds: await fastest(step, given), memoryBytes: await memoryOf(step, given)});
    }
    results.push({script: name, bytes: Buffer.byteLength(step.script), runs});
  }
  return results;
}
