import {describe, expect, it} from 'vitest';
import {EXAMPLES, exampleByName} from '../../examples/index.ts';
import {orderFromFile} from '../../src/adapters/index.ts';
import {checkRecipe, type RefundPlan} from '../../src/core/index.ts';
import {run} from './run.ts';

function plansOf(name: string): readonly RefundPlan[] {
  const printed = JSON.parse(run(['--example', name, '--json'], {}, () => '2026-11-22T10:00:00Z')) as {
    plans: RefundPlan[];
  };
  return printed.plans;
}

type Expected = readonly {legs: readonly string[]; toCustomer: number; calls: readonly string[]}[];

/** The table of the worked examples: amounts in minor units of the customer's currency. */
const TABLE: Readonly<Record<string, Expected>> = {
  'label-credit': [
    {
      legs: ['refundToOriginalPayment EUR 695', 'storeCredit EUR 745'],
      toCustomer: 1440,
      calls: ['refundCreate leg-1', 'storeCreditAccountCredit leg-2'],
    },
  ],
  'label-owed': [{legs: ['refundToOriginalPayment EUR 1440'], toCustomer: 1440, calls: ['refundCreate leg-1']}],
  'beyond-total': [
    {
      legs: ['refundToOriginalPayment EUR 5695', 'storeCredit EUR 745'],
      toCustomer: 6440,
      calls: ['refundCreate leg-1', 'storeCreditAccountCredit leg-2'],
    },
  ],
  'beyond-total-guest': [
    {
      legs: ['refundToOriginalPayment EUR 5695', 'outsidePayment EUR 745'],
      toCustomer: 6440,
      calls: ['refundCreate leg-1', 'outsidePayment leg-2'],
    },
  ],
  fx: [
    {
      legs: ['refundToOriginalPayment USD 550', 'storeCredit USD 820'],
      toCustomer: 1370,
      calls: ['refundCreate leg-1', 'storeCreditAccountCredit leg-2'],
    },
  ],
  thirds: [967, 966, 967].map((minor) => ({
    legs: [`refundToOriginalPayment EUR ${minor}`],
    toCustomer: minor,
    calls: ['refundCreate leg-1'],
  })),
  yen: [{legs: ['refundToOriginalPayment JPY 967'], toCustomer: 967, calls: ['refundCreate leg-1']}],
  dinar: [
    {
      legs: ['refundToStoreCredit KWD 10000', 'storeCredit KWD 1250'],
      toCustomer: 11250,
      calls: ['refundCreate leg-1', 'storeCreditAccountCredit leg-2'],
    },
  ],
  rounding: [{legs: ['refundToOriginalPayment EUR 1700'], toCustomer: 1700, calls: ['refundCreate leg-1']}],
  bonus: [
    {
      legs: ['refundToStoreCredit EUR 1999', 'storeCredit EUR 200'],
      toCustomer: 2199,
      calls: ['refundCreate leg-1', 'storeCreditAccountCredit leg-2'],
    },
  ],
  'split-tender': [
    {
      legs: ['refundToOriginalPayment EUR 2000', 'refundToOriginalPayment EUR 1000'],
      toCustomer: 3000,
      calls: ['refundCreate leg-1 leg-2'],
    },
  ],
  'bank-transfer': [
    {legs: ['outsidePayment EUR 1999'], toCustomer: 1999, calls: ['refundCreate', 'outsidePayment leg-1']},
  ],
  'long-order': [
    {
      legs: ['refundToOriginalPayment EUR 25000', 'refundToOriginalPayment EUR 5000'],
      toCustomer: 30000,
      calls: ['refundCreate leg-1', 'refundCreate leg-2'],
    },
  ],
};

describe('worked examples', () => {
  it('are all in the table', () => {
    expect(EXAMPLES.map((example) => example.name)).toEqual(Object.keys(TABLE));
  });

  it.each(Object.entries(TABLE))('%s', (name, expected) => {
    const plans = plansOf(name);
    expect(plans.map((plan) => plan.stops)).toEqual(expected.map(() => []));
    expect(
      plans.map((plan) => ({
        legs: plan.legs.map((leg) => `${leg.kind} ${leg.amount.currency} ${leg.amount.minor}`),
        toCustomer: plan.totals.toCustomer.minor,
        calls: plan.calls.map((call) => [call.kind, ...call.legs].join(' ')),
      })),
    ).toEqual(expected);
  });

  it.each(EXAMPLES.map((example) => example.name))('%s is a complete answer and a checked recipe', (name) => {
    const example = exampleByName(name);
    expect(orderFromFile(JSON.parse(JSON.stringify(example.order()))).lines.length).toBeGreaterThan(0);
    expect(checkRecipe(example.recipe)).toBe(example.recipe);
  });

  it('say which part of the table is which component', () => {
    const [rounding] = plansOf('rounding');
    expect(rounding?.components.map((part) => [part.kind, part.amount.minor])).toEqual([
      ['items', 1999],
      ['restockingFee', -299],
    ]);
    const [owed] = plansOf('label-owed');
    expect(owed?.components.map((part) => [part.kind, part.class])).toEqual([
      ['shipping', 'owed'],
      ['returnLabel', 'owed'],
    ]);
    const [credit] = plansOf('label-credit');
    expect(credit?.components[1]).toMatchObject({class: 'goodwill', reason: {code: 'labelGesture'}});
  });

  it('of thirds stand each on the order as the one before left it', () => {
    const remaining = plansOf('thirds').map((plan) => plan.effects.remaining.presentment.minor);
    expect(remaining).toEqual([1933, 967, 0]);
  });
});
