/** Workflows as the pages see them. */
import {sentenceOf} from './said.ts';
import type {RunDetails, RunSummary, WorkflowDetails, WorkflowSummary} from './types.ts';
import type {WorkflowRow} from './store.ts';
import {constantsIn} from './workflows/constants.ts';
import type {Workflow} from './workflows/workflow.ts';

export function summaryOf(row: WorkflowRow, workflow: Workflow, last: RunDetails | null): WorkflowSummary {
  const {file, letter, trigger, draft, problems} = workflow;
  return {
    id: row.id,
    name: file.name,
    letter,
    on: row.is_on === 1,
    source: row.source,
    file: row.file,
    trigger: {taskId: trigger.step.taskId, label: trigger.task.label, event: trigger.event},
    startsByHand: trigger.task.byHand !== undefined,
    draft,
    problems: problems.map((problem) => sentenceOf(problem)),
    problemsSaid: problems,
    importedAt: row.imported_at,
    lastRun: last ? withoutSteps(last) : null,
  };
}

export function withoutSteps({steps: _steps, ...summary}: RunDetails): RunSummary {
  return summary;
}

export function detailsOf(row: WorkflowRow, workflow: Workflow, runs: readonly RunDetails[]): WorkflowDetails {
  const {file, trigger, steps} = workflow;
  const byId = new Map(steps.map((step) => [step.id, step]));
  return {
    ...summaryOf(row, workflow, runs[0] ?? null),
    note: file.note,
    steps: file.steps.map((step) => {
      const known = byId.get(step.id);
      const label = known?.label ?? (step.id === trigger.step.id ? trigger.task.label : step.taskId);
      return {
        id: step.id,
        kind: known?.task.kind ?? (step.id === trigger.step.id ? 'TRIGGER' : 'ACTION'),
        taskId: step.taskId,
        taskVersion: step.taskVersion,
        label,
        name: step.description || step.name || label,
        description: step.description,
        note: step.note,
        variable: known?.variable ?? null,
        position: step.position,
        ports: known?.task.ports ?? ['output'],
        fields: Object.entries(step.fields).map(([id, value]) => ({id, value})),
        constants: constantsIn(step.fields['script'] ?? ''),
      };
    }),
    links: file.links.map(({from, port, to}) => ({from, port: port as WorkflowDetails['links'][number]['port'], to})),
    patchedFields: file.patchedFields.map(({type, name, field, arguments: given}) => ({
      type,
      name,
      field,
      arguments: given,
    })),
    runs: runs.map(withoutSteps),
  };
}
