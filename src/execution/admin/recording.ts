import type {Operation} from '../../../graphql/generated/operations.ts';
import type {AdminApi, Answer} from '../types.ts';
import {AdminError} from './error.ts';
import {describeOperation} from './operation.ts';

export interface RecordedRequest {
  readonly operation: string;
  readonly mutation: boolean;
  readonly cost: Answer<unknown>['cost'];
  /** Null for a complete answer. */
  readonly error: AdminError['kind'] | null;
}

/** Notes every request in `log`, in the order of the answers. */
export function recording(admin: AdminApi, log: RecordedRequest[]): AdminApi {
  return {
    async request<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables) {
      const {name, mutation} = describeOperation(operation);
      try {
        const answer = await admin.request(operation, variables);
        log.push({operation: name, mutation, cost: answer.cost, error: null});
        return answer;
      } catch (error) {
        log.push({operation: name, mutation, cost: null, error: error instanceof AdminError ? error.kind : 'network'});
        throw error;
      }
    },
  };
}
