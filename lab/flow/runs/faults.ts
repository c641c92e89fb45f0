import type {StepFault} from '../types.ts';
import type {Step} from '../workflows/workflow.ts';

/** Whether a fault was ordered for this attempt of the step. */
export function faultOf(faults: readonly StepFault[], step: Step, attempt: number): StepFault['how'] | null {
  const names = [step.id, step.title, step.label, step.variable ?? '', step.taskId].map((name) => name.toLowerCase());
  return faults.find((fault) => names.includes(fault.step.toLowerCase()) && attempt < fault.times)?.how ?? null;
}
