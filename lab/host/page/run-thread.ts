/** The page's end of the line to a worker that may be ended at any moment. */
import {ThreadWebWorker} from '@quilted/threads';
import type {HostApi, WorkerApi} from '../protocol.ts';

/**
 * A thread whose calls end quietly with the run. An extension that closes itself in a click is gone before that click has
 * its answer, and a field that loses the focus while it is taken away still says so: neither is an error.
 */
export class RunThread extends ThreadWebWorker<WorkerApi, HostApi> {
  override async call(...given: Parameters<ThreadWebWorker<WorkerApi, HostApi>['call']>): Promise<unknown> {
    try {
      return await super.call(...given);
    } catch (error) {
      if (this.closed) return undefined;
      throw error;
    }
  }
}
