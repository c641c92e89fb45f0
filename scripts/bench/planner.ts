import {planRefund, type RefundPlan} from '../../src/core/index.ts';
import {sha256Hex} from '../../src/execution/hash.ts';
import {compareRates, type Rate} from './measure.ts';
import {BENCH_RECIPE, benchOrder} from './order.ts';

/** A whole plan of an order with so many lines, hashing its id included. */
export function benchPlan(lines: number): RefundPlan {
  return planRefund({order: benchOrder(lines), recipe: BENCH_RECIPE, choices: {}, intentId: 'bench', hash: sha256Hex});
}

/** Plans per second by number of lines. The order is made once; only planning is timed. */
export function benchPlanner(sizes: readonly number[]): {lines: number; rate: Rate}[] {
  return sizes.map((lines) => {
    const input = {order: benchOrder(lines), recipe: BENCH_RECIPE, choices: {}, intentId: 'bench', hash: sha256Hex};
    const {plan} = compareRates({plan: () => planRefund(input)});
    return {lines, rate: plan};
  });
}
