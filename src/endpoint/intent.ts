import {canonicalJson} from '../execution/canonical.ts';
import {sha256Hex} from '../execution/index.ts';
import type {Asked} from './actions.ts';
import type {ActionCall} from './call.ts';

/**
 * The intent of one call, as it stands in the order's claim and requests: `flow-run-<run>-<deed>`. All repetitions of one run
 * share the run. Flow delivers events at least once, too, and then it is other runs that ask for the same: they share the deed,
 * which is order, action, what its fields say about the money, and `again`. Neither the reason nor a dry run belongs to it.
 */
export function intentOf({handle, runId}: Pick<ActionCall, 'handle' | 'runId'>, {orderId, deed, again}: Asked): string {
  return `flow-run-${shortly(runId)}-${shortly(canonicalJson([orderId, handle, deed, again ?? '']))}`;
}

/** Whether an intent on record is of the same run; those of before deeds were told apart are read, too. */
export function isSameRun(intentId: string, recorded: string): boolean {
  const {run} = partsOf(recorded);
  return run !== undefined && run === partsOf(intentId).run;
}

/** Whether an intent on record, of whatever run, asked for the same. */
export function isSameDeed(intentId: string, recorded: string): boolean {
  const {deed} = partsOf(recorded);
  return deed !== undefined && deed === partsOf(intentId).deed;
}

function shortly(text: string): string {
  return sha256Hex(text).slice(0, 16);
}

function partsOf(intentId: string): {readonly run: string | undefined; readonly deed: string | undefined} {
  const [, run, deed] = /^flow-run-([0-9a-f]{16})(?:-([0-9a-f]{16}))?$/.exec(intentId) ?? [];
  return {run, deed};
}
