/** A shop that stands still, and short ways to run workflows in it, for tests. */
import {createLab, type Lab} from '../../admin-api/index.ts';
import {ask} from '../../seed/ask.ts';
import {seed} from '../../seed/index.ts';
import {type FlowEvent, type RunDetails, type RunOptions, runWorkflow, type WorkflowOutcome} from '../index.ts';
import {type Fixture, flowText} from '../fixture.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const CREATED: FlowEvent = {trigger: 'order_created', order: '#1001'};

export function shop(): Lab {
  return createLab({now: NOW, seed, settings: {throttling: false}});
}

export function runIn(
  lab: Lab,
  fixture: Fixture,
  options: RunOptions = {},
  event: FlowEvent = CREATED,
): Promise<WorkflowOutcome> {
  return runWorkflow(lab, flowText(fixture), event, options);
}

/** Each step with its port and what it did, and the error at the end where there is one. */
export function told({steps, error}: RunDetails): string[] {
  const lines = steps.map((step) => `${step.stepId}${step.item === null ? '' : `[${step.item}]`}: ${step.did}`);
  return error === null ? lines : [...lines, `! ${error}`];
}

export interface SeenOrder {
  readonly id: string;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly customer: {readonly id: string; readonly tags: readonly string[]} | null;
  readonly metafield: {readonly value: string} | null;
}

const ORDER = `query ($query: String!, $key: String!) {
  orders(first: 1, query: $query) {nodes {id note tags customer {id tags} metafield(namespace: "refund_recipes", key: $key) {value}}}
}`;

/** @param key of the metafield in `refund_recipes` */
export function order(lab: Lab, name = '#1001', key = 'claim'): SeenOrder {
  const found = ask(lab, ORDER, {query: `name:'${name}'`, key}) as {orders: {nodes: SeenOrder[]}};
  const [first] = found.orders.nodes;
  if (!first) throw new Error(`No order ${name}`);
  return first;
}

/** Amounts of all store credit that was given, in the order of the transactions. */
export function credits(lab: Lab): string[] {
  const {transactions} = lab.state()['storeCredit'] as {transactions: {amount: string}[]};
  return transactions.slice(1).map(({amount}) => amount);
}
