import {InputError} from '../../core/index.ts';
import {refundApproval, refundAttention, refundCompleted, refundLabel, refundOutside} from '../builder/own-triggers.ts';
import {Report} from '../check/finding.ts';
import {readWorkflow, type Step} from '../check/read.ts';
import {isShopifys} from '../check/tasks.ts';
import type {Learned} from '../tasks/index.ts';

/** Our triggers by the handle of their extension, with the label that merchants see. */
export const OWN_TRIGGERS: Readonly<Record<string, string>> = {
  'refund-approval': refundApproval.task.label,
  'refund-attention': refundAttention.task.label,
  'refund-completed': refundCompleted.task.label,
  'refund-label': refundLabel.task.label,
  'refund-outside': refundOutside.task.label,
};

/** What an export tells about one of our triggers. */
export interface Lesson {
  readonly handle: string;
  readonly id: string;
  readonly version: string;
  /** Ids of its config fields; none are expected, a trigger of an app has no settings. */
  readonly fields: readonly string[];
}

const HANDLES = Object.keys(OWN_TRIGGERS);
const NAME_IT = `Say which it is: --trigger ${HANDLES.join('|')}.`;

/**
 * Reads the id of one of our triggers from a merchant's export. How Flow writes such ids is not publicly known (docs/unconfirmed.md, 11),
 * so a trigger counts as ours only where its id carries the handle or the step carries the label, or where the merchant says so.
 * @param text the export, as Flow wrote it
 * @param trigger its handle, where the merchant names it
 * @throws {InputError} where nothing can be learned honestly
 */
export function learnFrom(text: string, trigger: string | null = null): Lesson {
  if (trigger !== null && !HANDLES.includes(trigger))
    throw new InputError('--trigger', trigger, `Use one of ${HANDLES.join(', ')}.`);
  const step = triggerOf(text);
  const recognised = recognise(step);
  if (trigger !== null && recognised !== null && recognised !== trigger)
    throw new InputError('--trigger', trigger, `The export says ${recognised} (${step.taskId}).`);
  const handle = trigger ?? recognised;
  if (handle === null) {
    throw new InputError('task_id', step.taskId, `Nothing in it tells which of our triggers it is. ${NAME_IT}`);
  }
  return {handle, id: step.taskId, version: step.taskVersion, fields: [...step.fields.keys()]};
}

function triggerOf(text: string): Step {
  const report = new Report(false);
  const workflow = readWorkflow(text, report);
  const wrong = report.findings.find(({severity}) => severity === 'error');
  if (wrong)
    throw new InputError(
      wrong.at ?? 'FILE',
      text.slice(0, 20),
      `${wrong.message} Export the workflow again and leave the file as it is.`,
    );
  const triggers = (workflow?.steps ?? []).filter(({type}) => type === 'TRIGGER');
  const [step, ...more] = triggers;
  if (!step || more.length > 0)
    throw new InputError(
      'steps',
      triggers.map(({taskId}) => taskId),
      'Export a workflow that one of our triggers starts.',
    );
  const {taskId} = step;
  if (taskId.startsWith('unlearned::'))
    throw new InputError(
      'task_id',
      taskId,
      'This is a draft that this project wrote, not an export: use our trigger in a workflow in Flow and export that.',
    );
  if (isShopifys(taskId) || /^shopify::(?:admin|flow)::/.test(taskId))
    throw new InputError(
      'task_id',
      taskId,
      "This trigger is Shopify's own. Export a workflow that one of our triggers starts.",
    );
  if (!/^[\w:./@ -]{3,200}$/.test(taskId))
    throw new InputError('task_id', taskId, 'No id known of Flow looks like this.');
  return step;
}

/** `refundCompleted`, `refund_completed` and `Refund completed` are `refund-completed`. */
function asHandle(text: string): string {
  return text
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/[_ ]/g, '-')
    .toLowerCase();
}

/**
 * By handle or label as a whole part of the id (`app::1::refund-completed`), by label in the step's words. A part of a longer word is
 * nothing (`auto-refund-completed` is somebody else's), and so are two that disagree.
 */
function recognise({taskId, givenName, description}: Step): string | null {
  const id = asHandle(taskId);
  const isPart = (name: string): boolean => new RegExp(`(?:^|--|\\d-|[^a-z-])${name}(?:$|--|[^a-z-])`).test(id);
  const found = new Set(HANDLES.filter((handle) => isPart(handle)));
  for (const [handle, label] of Object.entries(OWN_TRIGGERS)) {
    const isSaid = [givenName, description].some((words) => words?.trim().toLowerCase() === label.toLowerCase());
    if (isSaid || isPart(asHandle(label))) found.add(handle);
  }
  const [handle, ...more] = found;
  return handle !== undefined && more.length === 0 ? handle : null;
}

/** One entry of `src/flow/tasks/learned.json`. */
export type LearnedEntry = Learned[string] & {readonly fields?: readonly string[]};

/**
 * What is known with a lesson added, handles in alphabetical order.
 * @param replace takes the place of another id that was learned before
 * @throws {InputError} where another id was learned before, or the id belongs to another of our triggers
 */
export function withLesson(
  known: Readonly<Record<string, LearnedEntry>>,
  {handle, id, version, fields}: Lesson,
  replace = false,
): Readonly<Record<string, LearnedEntry>> {
  const other = Object.entries(known).find(([name, entry]) => name !== handle && entry.id === id);
  if (other) throw new InputError('task_id', id, `It was learned as ${other[0]} before: one of the two is wrong.`);
  const before = Object.hasOwn(known, handle) ? known[handle] : undefined;
  if (before && (before.id !== id || before.version !== version) && !replace)
    throw new InputError(
      'task_id',
      id,
      `${handle} was learned as ${before.id} (${before.version}). Add --replace if that app is gone.`,
    );
  const entry: LearnedEntry = {id, version, ...(fields.length > 0 ? {fields} : {})};
  return Object.fromEntries(Object.entries({...known, [handle]: entry}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
