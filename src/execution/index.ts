// First, with the planner and the adapters that it needs: what resembles lies together in a bundle, which compresses better.
export {sha256Hex} from './hash.ts';
export {askFigures} from './figures.ts';

// The door to the Admin API and what wraps it.
export {AdminError} from './admin/error.ts';
export type {AdminErrorKind} from './admin/error.ts';
export {adminApiOverFetch} from './admin/over-fetch.ts';
export type {Fetch} from './admin/over-fetch.ts';
export {dryRun} from './admin/dry-run.ts';
export {recording} from './admin/recording.ts';
export type {RecordedRequest} from './admin/recording.ts';
export {withPacing} from './admin/pacing.ts';
export {withRetry} from './admin/retry.ts';

// Reading: an order in one piece, its claim, its requests, and what waits on it.
export {readOrderForRefund} from './read-order.ts';
export type {OrderReading, ReadingProgress} from './read-order.ts';
export {readClaim} from './claim/read.ts';
export {readRequests} from './requests/read.ts';
export {waitingOn} from './waiting.ts';
export type {Waiting} from './waiting.ts';

// Moving money: a plan, or the request that it carries out; resuming what stopped. Limits hold in here.
export {executePlan} from './execute.ts';
export type {From} from './approval/gate.ts';
export {planOfRequest} from './requests/plan.ts';
export type {PlannedRequest} from './requests/plan.ts';
export {resume} from './resume.ts';
export {executedMovements} from './movements.ts';
export {earlierMovements} from './earlier.ts';

// Asking and declining.
export {askForApproval, declineRequest} from './requests/change.ts';
export type {Asked} from './requests/change.ts';
export type * from './requests/types.ts';

// What a person settles afterwards: each a transition of a claim that rests.
export {decide} from './decide.ts';
export type {DecisionOutcome} from './claim/amend.ts';
export {setAside} from './claim/set-aside.ts';
export {cancelOutside, markOutsidePaid} from './outside/settle.ts';
export type {OutsideId} from './outside/settle.ts';
export {refreshPending} from './pending.ts';
export type {OrderRefunds, Refreshed} from './pending.ts';
export {findDuplicateCredits} from './duplicates/find.ts';
export type {DuplicateCredit} from './duplicates/find.ts';
export {debitDuplicate, keepDuplicate, settleDebit} from './duplicates/debit.ts';
// Telling Flow: executions do it themselves; this is for whatever could not be told before.
export {tellAgain} from './triggers/again.ts';
export {tellAtOpening} from './triggers/opening.ts';
export {syncTag, WAITING_TAG} from './tags.ts';

export type {Summary} from './summary.ts';
export type * from './types.ts';
