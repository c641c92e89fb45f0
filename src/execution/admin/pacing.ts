import type {Operation} from '../../../graphql/generated/operations.ts';
import type {AdminApi} from '../types.ts';
import {describeOperation} from './operation.ts';

/** The slowest plan gives 100 points a second back (refund-api.md §8). */
const SLOWEST_RESTORE = 100;
/** What an operation is taken to cost until it has been seen. */
const UNSEEN_COST = 50;

/** Waits before a request that the bucket can't pay for yet, so that money steps are not turned away half-way. */
export function withPacing(
  admin: AdminApi,
  clock: {now(): number; wait(milliseconds: number): Promise<void>},
): AdminApi {
  const costs = new Map<string, number>();
  let bucket: {available: number; at: number} | null = null;
  return {
    async request<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables) {
      const {name} = describeOperation(operation);
      if (bucket) {
        const available = bucket.available + ((clock.now() - bucket.at) * SLOWEST_RESTORE) / 1000;
        const missing = (costs.get(name) ?? UNSEEN_COST) - available;
        if (missing > 0) await clock.wait(Math.ceil((missing * 1000) / SLOWEST_RESTORE));
      }
      const answer = await admin.request(operation, variables);
      if (answer.cost) {
        costs.set(name, answer.cost.requested);
        bucket = answer.cost.available === null ? null : {available: answer.cost.available, at: clock.now()};
      }
      return answer;
    },
  };
}
