/** What each kind of step does. Loops and the ways on stand in `runs/`. */
import {holds} from '../conditions/index.ts';
import {FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import {adminRequest} from './admin-request.ts';
import {appAction} from './app-action.ts';
import {millisecondsOf} from './duration.ts';
import {email, http} from './mail.ts';
import {
  addCustomerTags,
  addOrderTags,
  aggregate,
  getOrders,
  orderNote,
  removeCustomerTags,
  removeOrderMetafield,
  removeOrderTags,
  setOrderMetafield,
} from './orders.ts';
import {runCode} from './run-code.ts';
import type {StepContext, StepResult} from './step.ts';
import type {TaskName} from './tasks.ts';

type Execute = (context: StepContext) => Promise<StepResult>;

function condition(context: StepContext): Promise<StepResult> {
  const {step, values, switches} = context;
  if (!step.condition) throw new FlowProblem(say`The condition can’t be read.`);
  context.input = values;
  const met = holds(step.condition, values, {missing: switches.missing});
  return Promise.resolve({port: met ? 'true' : 'false', shown: met, did: met ? say`It holds.` : say`It doesn’t hold.`});
}

function wait(context: StepContext): Promise<StepResult> {
  const duration = context.step.fields['duration'] ?? '';
  const milliseconds = millisecondsOf(duration);
  context.input = {duration};
  if (milliseconds === null) throw new FlowProblem(say`“${duration}” is no duration.`);
  return Promise.resolve({port: 'output', wait: milliseconds, did: say`Waited ${duration}.`});
}

export const EXECUTE: Readonly<Record<Exclude<TaskName, 'trigger' | 'forEach'>, Execute>> = {
  condition,
  runCode,
  adminRequest,
  getOrders,
  addOrderTags,
  removeOrderTags,
  addCustomerTags,
  removeCustomerTags,
  setOrderMetafield,
  removeOrderMetafield,
  orderNote,
  email,
  http,
  wait,
  sum: (context) => aggregate(context, 'sum'),
  count: (context) => aggregate(context, 'count'),
  appAction,
};
