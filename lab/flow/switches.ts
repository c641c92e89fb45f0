/** Reads switches that come from outside. */
import {asText, entry, FlowProblem, isRecord, saidOf} from './problem.ts';
import {say} from './said.ts';
import {localUrl} from './steps/mail.ts';
import type {FlowSwitches, StepFault} from './types.ts';

const CHOICES = {
  userErrors: ['fail', 'continue'],
  money: ['string', 'number'],
  delivery: ['once', 'twice', 'twiceInterleaved'],
  retryReads: ['again', 'once'],
  missing: ['nothingHolds', 'asNull'],
  jsonNull: ['sent', 'leftOut'],
  now: ['moves', 'stands'],
} as const satisfies Partial<Record<keyof FlowSwitches, readonly string[]>>;

/** @throws FlowProblem for a switch that isn't there, or a position that it hasn't got */
export function switchesFrom(given: Readonly<Record<string, unknown>>): Partial<FlowSwitches> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, position(name, value)]));
}

function position(name: string, value: unknown): unknown {
  const known = entry<readonly string[]>(CHOICES, name);
  if (known) {
    if (typeof value !== 'string' || !known.includes(value))
      throw new FlowProblem(say`${name} is one of ${known.join(', ')}, not ${asText(value)}.`);
    return value;
  }
  switch (name) {
    case 'seed':
      if (!Number.isSafeInteger(value)) throw new FlowProblem(say`seed is a whole number.`);
      return value;
    case 'actionsUrl':
      return value === null ? null : addressOf(value);
    case 'stepFaults':
      if (!Array.isArray(value)) throw new FlowProblem(say`stepFaults is a list.`);
      return value.map(fault);
    default:
      throw new FlowProblem(say`There is no switch ${name}.`);
  }
}

/** Kept as it was given. */
function addressOf(value: unknown): string {
  if (typeof value !== 'string') throw new FlowProblem(say`actionsUrl is a web address of this machine or null.`);
  try {
    localUrl(value);
  } catch (error) {
    throw new FlowProblem(say`actionsUrl: ${saidOf(error)}`);
  }
  return value;
}

function fault(value: unknown): StepFault {
  const {step, how, times = 1} = isRecord(value) ? value : {};
  const known = how === 'lostAnswer' || how === 'failsBefore';
  if (typeof step !== 'string' || !known || typeof times !== 'number' || !Number.isSafeInteger(times) || times < 1) {
    throw new FlowProblem(say`A step fault is {step, how: "lostAnswer" or "failsBefore", times: 1 or more}.`);
  }
  return {step, how, times};
}
