/** What a step is given when it runs, and what it leaves. */
import type {Lab} from '../../admin-api/index.ts';
import type {FlowApi} from '../environment/api.ts';
import type {Bindings, Bound} from '../environment/index.ts';
import type {Seen} from '../environment/selection.ts';
import {FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import {referenceOf} from '../workflows/fields.ts';
import type {Step, Workflow} from '../workflows/workflow.ts';
import type {FlowSwitches, OutboxEntry, Port, Said} from '../types.ts';
import {read} from '../conditions/index.ts';

export interface StepContext {
  readonly lab: Lab;
  readonly api: FlowApi;
  readonly seen: Seen;
  readonly switches: FlowSwitches;
  readonly workflow: Workflow;
  readonly step: Step;
  /** What it reads, as it was just now. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly bindings: Bindings;
  /** Identifies this execution, the same for every attempt. */
  readonly executionId: string;
  /** Fills Liquid in. */
  readonly render: (text: string) => string;
  /** Sends nothing anywhere: keeps it. */
  readonly post: (entry: Posted) => void;
  /** Where custom actions are answered. */
  readonly actions: Readonly<Record<string, ActionEndpoint>>;
  /** What it was given after Liquid; for the record, also where the step fails. */
  input: unknown;
  logs: readonly string[];
}

type WithoutPlace<T> = T extends OutboxEntry ? Omit<T, 'id' | 'at' | 'runId'> : never;
export type Posted = WithoutPlace<OutboxEntry>;

export interface ActionEndpoint {
  readonly handle: string;
  readonly label: string;
  readonly url: string | null;
  /** SDL of the return type and its name; null where the action returns nothing. */
  readonly returns: {readonly schema: string; readonly type: string} | null;
}

export interface StepResult {
  readonly port: Port;
  /** What later steps read under the step's variable. */
  readonly output?: Bound;
  /** The same for a person's eyes, where it isn't `output`'s own value. */
  readonly shown?: unknown;
  /** In plain words, what really happened. */
  readonly did: Said;
  /** Milliseconds to wait before the next step. */
  readonly wait?: number;
  /** A custom action that has accepted the work: it is asked again. */
  readonly accepted?: true;
}

/** A field of the step after Liquid; empty text where it isn't set. */
export function field(context: StepContext, id: string): string {
  return context.render(context.step.fields[id] ?? '');
}

/**
 * The id that a field names.
 * @throws FlowProblem where there is none
 */
export function reference(context: StepContext, id: string): string {
  const given = referenceOf(context.step.fields[id] ?? '');
  const value = 'path' in given ? read(given.path, context.values) : context.render(given.liquid).trim();
  if (typeof value !== 'string' || value === '') {
    throw new FlowProblem(say`${id}: ${'path' in given ? given.path.join('.') : given.liquid} is empty here.`);
  }
  return value;
}

/** Tags as a JSON list or between commas. */
export function tagList(text: string): readonly string[] {
  let tags: unknown = null;
  if (text.trimStart().startsWith('[')) {
    try {
      tags = JSON.parse(text);
    } catch {
      throw new FlowProblem(say`The tags are no JSON list: ${text}`);
    }
  }
  const list = Array.isArray(tags) ? tags.map(String) : text.split(',');
  return list.map((tag) => tag.trim()).filter((tag) => tag !== '');
}
