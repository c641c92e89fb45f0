import {InputError} from '../../core/index.ts';
import type {FromPort} from '../format/index.ts';
import {type Task, variableOf} from '../tasks/index.ts';
import type {Expression} from './condition.ts';

/** A workflow as its definition tells it: what the compiler turns into a file. */
export interface Draft {
  readonly steps: readonly DraftStep[];
  readonly links: readonly DraftLink[];
  readonly patches: readonly Patch[];
}

export interface DraftStep {
  /** In plain words; unique in its workflow, because ids are derived from it. */
  readonly words: string;
  readonly task: Task;
  readonly values: Readonly<Record<string, string | Expression>>;
  /** Flow's label, numbered from the second step of the kind on; null where nothing reads the step. */
  readonly name: string | null;
}

/** A field's text; empty where it isn't there or is a condition. */
export function textOf({values}: DraftStep, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

/** By place in `steps`. */
export interface DraftLink {
  readonly from: number;
  readonly port: FromPort;
  readonly to: number;
}

/** A metafield under a handle, read on every object of the type. */
export interface Patch {
  readonly type: string;
  readonly namespace: string;
  readonly key: string;
  readonly handle: string;
}

/** `refund_recipes` and `claim` give `refundRecipesClaim`. */
function patchHandle(namespace: string, key: string): string {
  return variableOf(`${namespace} ${key}`.replaceAll('_', ' '));
}

/** Collects the steps while a definition runs. */
export class Drafting implements Draft {
  readonly steps: DraftStep[] = [];
  readonly links: DraftLink[] = [];
  readonly patches: Patch[] = [];

  /**
   * @param from the step before and the port by which it is left; null for the trigger
   * @returns the step's place, and the variable under which it is read
   * @throws {InputError} where another step has the same words
   */
  add(
    words: string,
    task: Task,
    values: DraftStep['values'],
    from: Omit<DraftLink, 'to'> | null,
  ): {readonly at: number; readonly variable: string} {
    if (this.steps.some((step) => step.words === words)) {
      throw new InputError('step', words, 'Two steps of a workflow have the same words: say what is different.');
    }
    const sameKind = this.steps.filter((step) => step.task.id === task.id).length;
    const label = sameKind === 0 ? task.label : `${task.label} ${sameKind}`;
    const isRead = ['list', 'value', 'payload', 'output'].includes(task.yields.kind);
    this.steps.push({words, task, values, name: isRead ? label : null});
    const at = this.steps.length - 1;
    if (from) this.links.push({...from, to: at});
    return {at, variable: variableOf(label)};
  }

  /** @returns the handle under which the metafield is read */
  patch(type: string, namespace: string, key: string): string {
    const handle = patchHandle(namespace, key);
    if (!this.patches.some((patch) => patch.type === type && patch.handle === handle)) {
      this.patches.push({type, namespace, key, handle});
    }
    return handle;
  }
}
