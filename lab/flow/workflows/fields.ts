/** What stands in the fields of a step, and what it reads of the environment. */
import type {SelectionSetNode} from 'graphql';
import {type Condition, pathOf, readCondition} from '../conditions/index.ts';
import {type Demand, readQuery, want, wantCondition, wantSelection} from '../environment/demand.ts';
import {type FlowLiquid, hasLiquid} from '../liquid/index.ts';
import {entry, FlowProblem, isRecord, saidOf, words} from '../problem.ts';
import {say} from '../said.ts';
import type {Task} from '../steps/tasks.ts';
import type {Said} from '../types.ts';
import type {FileStep} from './file.ts';

export interface Reads {
  /** What it reads of the environment when it runs. */
  readonly reads: Demand;
  readonly condition: Condition | null;
  readonly selection: SelectionSetNode | null;
}

/** @param complain hears what is wrong with a field */
export function readsOf(step: FileStep, task: Task, liquid: FlowLiquid, complain: (problem: Said) => void): Reads {
  const reads: Demand = {};
  let condition: Condition | null = null;
  let selection: SelectionSetNode | null = null;
  for (const id of Object.keys(step.fields)) {
    if (!entry(task.fields, id)) complain(say`${task.label} has no field ${id}.`);
  }
  for (const [id, field] of Object.entries(task.fields)) {
    const text = step.fields[id] ?? '';
    try {
      if (text === '') {
        if (field.required) throw new FlowProblem(say`${id} is empty.`);
        continue;
      }
      switch (field.kind) {
        case 'condition':
          condition = readCondition(text);
          wantCondition(reads, condition);
          break;
        case 'query':
          selection = readQuery(text);
          wantSelection(reads, selection);
          break;
        case 'call':
          liquid.wants(callOf(text).blob, reads);
          break;
        case 'list':
          want(reads, listPath(text));
          break;
        case 'path':
          wantReference(text, reads, liquid);
          break;
        case 'liquid':
          liquid.wants(text, reads);
          break;
        default:
          if (hasLiquid(text) && field.kind === 'text') liquid.wants(text, reads);
      }
    } catch (error) {
      complain(saidOf(error));
    }
  }
  return {reads, condition, selection};
}

function listPath(text: string): readonly string[] {
  const path = pathOf(text);
  if (!path) throw new FlowProblem(say`“${text}” is no path.`);
  return path;
}

/** A field for an id: a path, or Liquid, or the JSON of newer tasks with one of both. */
export function referenceOf(text: string): {readonly path: readonly string[]} | {readonly liquid: string} {
  if (text.trimStart().startsWith('{') && !hasLiquid(text.slice(0, 2))) {
    let value: unknown = null;
    try {
      value = JSON.parse(text);
    } catch {
      throw new FlowProblem(say`“${text}” is neither a path nor JSON.`);
    }
    const {value: own, default_value: fallback} = isRecord(value) ? value : {};
    if (typeof own === 'string' && own !== '') return {liquid: own};
    return {path: listPath(String(fallback))};
  }
  if (hasLiquid(text)) return {liquid: text};
  return {path: listPath(text)};
}

function wantReference(text: string, reads: Demand, liquid: FlowLiquid): void {
  const reference = referenceOf(text);
  if ('path' in reference) want(reads, reference.path);
  else liquid.wants(reference.liquid, reads);
}

/** @throws FlowProblem */
export function callOf(text: string): {readonly name: string; readonly blob: string} {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FlowProblem(say`api_call is no JSON: ${words(error)}`);
  }
  const {name, blob} = isRecord(value) ? value : {};
  if (typeof name !== 'string' || !/^\w+$/.test(name)) throw new FlowProblem(say`api_call names no mutation.`);
  if (typeof blob !== 'string') throw new FlowProblem(say`api_call’s blob is no text.`);
  return {name, blob};
}
