import type {Expression} from '../builder/condition.ts';
import type {Draft, DraftStep} from '../builder/draft.ts';
import {nameOf, type Workflow} from '../builder/workflow.ts';
import type {FlowFile, FlowStep} from '../format/index.ts';
import {dslOf} from './condition-dsl.ts';
import {treeOf} from './condition-tree.ts';
import {uuidOf} from './ids.ts';
import {Kinds} from './kinds.ts';
import {positionsOf} from './layout.ts';
import {DRY_RUN_WORDS, SAFETY_WORDS} from './safety.ts';
import {checkAbout, checkDraft} from './limits.ts';

export interface Compiled {
  readonly file: FlowFile;
  /** Labels of tasks whose id nobody has seen yet. Empty: Flow can import it. */
  readonly drafts: readonly string[];
}

/** How a condition is written: as a tree, as Flow's own exports have it, or in Flow's language, as its tool API takes it. */
export type ConditionDialect = 'tree' | 'language';

/**
 * A workflow's definition as a `.flow` file: the same definition always gives the same bytes.
 * @throws {InputError} where Shopify or Flow would refuse it
 */
export function compile(workflow: Workflow, dialect: ConditionDialect = 'tree'): Compiled {
  const {about} = workflow;
  checkAbout(about);
  const draft = workflow.draft();
  checkDraft(about.handle, draft);
  const kinds = new Kinds(draft);
  const positions = positionsOf(draft.steps.length, draft.links);
  const idOf = (at: number) => uuidOf(about.handle, draft.steps[at]?.words ?? '');
  const file: FlowFile = {
    __metadata: {version: 0.1},
    root: {
      steps: draft.steps.map((step, at) => ({
        step_id: idOf(at),
        step_position: positions[at] ?? [0, 0],
        config_field_values: valuesOf(about.handle, step, kinds, dialect),
        task_id: step.task.id,
        task_version: step.task.version,
        task_type: step.task.type,
        description: at === 0 ? firstWords(about, draft) : step.words,
        note: null,
        name: step.name,
      })),
      links: draft.links.map(({from, port, to}) => ({
        from_step_id: idOf(from),
        from_port_id: port,
        to_step_id: idOf(to),
        to_port_id: 'input',
      })),
      patched_fields: patchedFieldsOf(about.handle, draft),
      variables: [],
      note: null,
      vertical_layout_enabled: true,
      workflow_name: nameOf(about, about.words.en),
    },
  };
  const drafts = draft.steps.filter(({task}) => task.status === 'draft').map(({task}) => `${task.label} (${task.id})`);
  return {file, drafts: [...new Set(drafts)]};
}

/** The letter in words, and whether it arrives as a dry run. */
function firstWords({safety}: Workflow['about'], {steps}: Draft): string {
  const dry = steps.some(({values: {script}}) => {
    return typeof script === 'string' && /^const DRY_RUN = true;$/m.test(script);
  });
  return dry ? `${SAFETY_WORDS[safety]} ${DRY_RUN_WORDS}` : SAFETY_WORDS[safety];
}

function valuesOf(
  handle: string,
  step: DraftStep,
  kinds: Kinds,
  dialect: ConditionDialect,
): FlowStep['config_field_values'] {
  const written = (condition: Expression): string =>
    dialect === 'tree' ? JSON.stringify(treeOf(condition, kinds, handle, step.words)) : dslOf(condition, kinds);
  return Object.entries(step.values).map(([config_field_id, value]) => ({
    config_field_id,
    value: typeof value === 'string' ? value : written(value),
  }));
}

function patchedFieldsOf(workflow: string, {patches}: Draft): FlowFile['root']['patched_fields'] {
  return patches.map(({type, namespace, key, handle}) => ({
    id: uuidOf(workflow, 'patched field', type, handle),
    handle,
    field: 'metafield',
    patched_type: type,
    arguments: JSON.stringify({key, namespace}),
    merchant_configured: true,
  }));
}
