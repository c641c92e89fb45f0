import type {Workflow} from '../workflows/workflow.ts';
import {dueAfter, readSchedule} from './schedule.ts';

/**
 * When a schedule starts the workflow next, milliseconds; null for what no schedule starts.
 * @throws FlowProblem for a schedule that can't be read
 */
export function dueOf(workflow: Workflow, moment: number): number | null {
  const recurrence = workflow.trigger.step.fields['recurrence'];
  if (workflow.trigger.event !== 'scheduled_time' || recurrence === undefined) return null;
  return dueAfter(readSchedule(recurrence), moment);
}
