/** Reads switches that come from outside. */
import {asText, FlowProblem, isRecord} from './problem.ts';
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
  if (name in CHOICES) {
    const known: readonly string[] = CHOICES[name as keyof typeof CHOICES];
    if (!known.includes(String(value)))
      throw new FlowProblem(`${name} is one of ${known.join(', ')}, not ${String(value)}.`);
    return value;
  }
  switch (name) {
    case 'seed':
      if (!Number.isSafeInteger(value)) throw new FlowProblem('seed is a whole number.');
      return value;
    case 'actionsUrl':
      if (value !== null && !URL.canParse(asText(value))) throw new FlowProblem('actionsUrl is a web address or null.');
      return value;
    case 'stepFaults':
      if (!Array.isArray(value)) throw new FlowProblem('stepFaults is a list.');
      return value.map(fault);
    default:
      throw new FlowProblem(`There is no switch ${name}.`);
  }
}

function fault(value: unknown): StepFault {
  const {step, how, times = 1} = isRecord(value) ? value : {};
  if (typeof step !== 'string' || (how !== 'lostAnswer' && how !== 'failsBefore') || !Number.isSafeInteger(times)) {
    throw new FlowProblem('A step fault is {step, how: "lostAnswer" or "failsBefore", times}.');
  }
  return {step, how, times: Number(times)};
}
