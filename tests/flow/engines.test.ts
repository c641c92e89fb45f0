/** The planner in Run code's engine and in Node: the same plan, to the cent, whether money comes as text or as numbers. */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyPlan} from '../../examples/apply.ts';
import {EXAMPLES} from '../../examples/index.ts';
import {runCode} from '../../lab/flow/sandbox/index.ts';
import {flowOrder, snapshotFromFlow} from '../../src/adapters/flow-order.ts';
import {orderFromFile} from '../../src/adapters/index.ts';
import {InputError, planRefund, type Choices, type Recipe, type RefundPlan} from '../../src/core/index.ts';
import {canonicalJson} from '../../src/execution/canonical.ts';
import {sha256Hex} from '../../src/execution/index.ts';
import {bundled} from '../../src/flow/run-code/bundle.ts';
import {anyCase} from '../property/plan-arbitrary.ts';
import {flattened, withNumbers} from './environment.ts';
import {environmentOf} from './from-snapshot.ts';

interface Case {
  readonly order: unknown;
  readonly recipe: Recipe;
  readonly choices: Choices;
}

const SCRIPT = bundled(`
  import {flowOrder, snapshotFromFlow} from '../../adapters/flow-order.ts';
  import {InputError, planRefund} from '../../core/index.ts';
  import {canonicalJson} from '../../execution/canonical.ts';
  import {sha256Hex} from '../../execution/hash.ts';
  export default function main({cases}) {
    return {plans: cases.map(({order, recipe, choices}) => {
      try {
        const snapshot = snapshotFromFlow(flowOrder(order));
        return canonicalJson(planRefund({order: snapshot, recipe, choices, intentId: 'i', hash: sha256Hex}));
      } catch (error) {
        if (error instanceof InputError) return error.message;
        throw error;
      }
    })};
  }
`);

async function inQuickJs(cases: readonly Case[]): Promise<readonly string[]> {
  const limits = {milliseconds: 60_000, memoryBytes: 256 * 1024 * 1024};
  const result = await runCode(SCRIPT, {cases}, 'type Output { plans: [String!]! }', limits);
  if (!result.ok) throw new Error(result.error.message);
  return result.output['plans'] as string[];
}

function inNode({order, recipe, choices}: Case): string {
  try {
    const snapshot = snapshotFromFlow(flowOrder(order));
    return canonicalJson(planRefund({order: snapshot, recipe, choices, intentId: 'i', hash: sha256Hex}));
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** An order as a file of the Admin API, as the environment has it. */
function environmentOfFile(file: ReturnType<(typeof EXAMPLES)[number]['order']>): Record<string, unknown> {
  const order = flattened(file.order) as Record<string, unknown>;
  const {refundLines, ...rest} = order;
  const lines = [...(order['lineItems'] as {quantity: number}[]), ...(file.linesAfter ?? [])];
  const refunds = (order['refunds'] as {id: string}[]).map((refund) => {
    return {...refund, ...(refundLines as {id: string}[]).find(({id}) => id === refund.id)};
  });
  const subtotalLineItemsQuantity = lines.reduce((all, {quantity}) => all + quantity, 0);
  const whole = {...rest, refunds, lineItems: lines};
  return {...whole, edited: false, returnStatus: 'NO_RETURN', subtotalLineItemsQuantity};
}

const worked = EXAMPLES.flatMap((example) => {
  let file = example.order();
  return example.steps.map((choices, index) => {
    const {recipe} = example;
    const plan = planRefund({order: orderFromFile(file), recipe, choices, intentId: 'i', hash: sha256Hex});
    const order = environmentOfFile(file);
    file = applyPlan(file, plan);
    return {name: `${example.name} ${index + 1}`, order, recipe, choices, plan};
  });
});

/** Whether the shop has store credit switched on is the one thing that Flow can't read. */
function moved({legs, calls, components, totals}: RefundPlan) {
  return {legs, calls, components, totals};
}

describe('in QuickJS as in Node', () => {
  it.each(worked)('$name', async ({order, recipe, choices, plan}) => {
    const texts = {order, recipe, choices};
    const [one, other] = await inQuickJs([texts, {...texts, order: withNumbers(order)}]);
    expect(moved(JSON.parse(one ?? '') as RefundPlan)).toEqual(JSON.parse(JSON.stringify(moved(plan))));
    expect(one).toBe(inNode(texts));
    expect(other).toBe(one);
  });

  it('360 random orders', async () => {
    const cases = fc
      .sample(anyCase, {numRuns: 700, seed: 42})
      .filter(({order}) => order.lines.length < 100)
      .slice(0, 360);
    expect(cases.length).toBe(360);
    let paying = 0;
    for (let at = 0; at < cases.length; at += 60) {
      const texts = cases.slice(at, at + 60).map((one) => ({...one, order: environmentOf(one.order)}));
      const expected = texts.map(inNode);
      paying += expected.filter((plan) => plan.startsWith('{') && !plan.includes('"legs":[]')).length;
      expect(await inQuickJs(texts)).toEqual(expected);
      expect(await inQuickJs(withNumbers(texts))).toEqual(expected);
    }
    expect(paying).toBeGreaterThan(150);
  });
});
