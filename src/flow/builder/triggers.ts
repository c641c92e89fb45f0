import {type Task, TRIGGERS} from '../tasks/index.ts';
import {InputError} from '../../core/index.ts';
import type {EnvironmentOrder, EnvironmentReturn} from '../environment/environment.types.ts';
import type {DateTime} from './kinds.ts';

declare const VARIABLES: unique symbol;

/** What starts a workflow, and the variables that it gives. */
export interface Trigger<Variables> {
  readonly task: Task;
  readonly values: Readonly<Record<string, string>>;
  readonly [VARIABLES]?: Variables;
}

interface OfOrder {
  readonly order: EnvironmentOrder;
}

interface OfReturn {
  readonly return: EnvironmentReturn;
}

/** Also started by hand: *Run Flow automation* on an order. */
export const orderCreated: Trigger<OfOrder> = {task: TRIGGERS.orderCreated, values: {}};
export const orderCancelled: Trigger<OfOrder> = {task: TRIGGERS.orderCancelled, values: {}};
export const refundCreated: Trigger<OfOrder> = {task: TRIGGERS.refundCreated, values: {}};
export const returnApproved: Trigger<OfReturn> = {task: TRIGGERS.returnApproved, values: {}};
export const returnClosed: Trigger<OfReturn> = {task: TRIGGERS.returnClosed, values: {}};
export const returnProcessed: Trigger<OfReturn> = {task: TRIGGERS.returnProcessed, values: {}};
/** What it gives is not known; the shop is always there. */
export const workflowError: Trigger<object> = {task: TRIGGERS.workflowError, values: {}};

/** The first run; Flow wants it in the future when the workflow is turned on, so a merchant sets it then (docs/unconfirmed.md, 4). */
const FIRST_RUN = '20270104T060000';

export type Every = {readonly minutes: number} | {readonly hours: number} | {readonly days: number};

/**
 * By the clock, in UTC until a merchant picks the shop's time zone.
 * @throws {InputError} below 10 minutes and above a year
 */
export function scheduled(every: Every): Trigger<{readonly scheduledAt: DateTime}> {
  const [frequency, interval] =
    'minutes' in every
      ? ['MINUTELY', every.minutes]
      : 'hours' in every
        ? ['HOURLY', every.hours]
        : ['DAILY', every.days];
  const days = frequency === 'MINUTELY' ? interval / 1440 : frequency === 'HOURLY' ? interval / 24 : interval;
  if (!Number.isSafeInteger(interval) || days * 1440 < 10 || days > 365) {
    throw new InputError('schedule', every, 'Flow takes 10 minutes to a year, in whole numbers.');
  }
  const rule = `DTSTART;TZID=Etc/UTC:${FIRST_RUN}\nRRULE:FREQ=${frequency};INTERVAL=${interval};WKST=MO`;
  return {task: TRIGGERS.scheduledTime, values: {recurrence: JSON.stringify([rule])}};
}
