/**
 * What can go wrong on the way, on purpose: a test or a person tells the lab which request fails and how.
 *
 * A fault waits for the nth request that fits (by operation name, or by the root field that it calls) and is used up then.
 */

export type FaultKind =
  /** Nothing is done; the answer is `answer`. */
  | 'failsBefore'
  /** Everything is done, but the caller hears only `answer`. */
  | 'failsAfter'
  /** Shopify's THROTTLED; nothing is done. */
  | 'throttled'
  /** ACCESS_DENIED for the field; nothing is done. */
  | 'accessDenied'
  /** Done, and the answer can't be read: see `malformed`. */
  | 'malformedAnswer'
  /** Done at once; the answer comes after `delayMilliseconds` of lab time. */
  | 'answersLate'
  /** The caller hears `answer` at once; the request is carried out only when `release` is called (or after `delayMilliseconds`). */
  | 'landsLate';

/** What a caller hears instead of the truth. A network cut rejects `lab.handle` with LabNetworkError; over HTTP the socket is destroyed. */
export type FaultAnswer = 'networkCut' | 'internalServerError' | 'badGateway' | 'timeout' | 'internalError';

export type MalformedAnswer = 'notJson' | 'dataNull' | 'missingField' | 'empty';

export interface Fault {
  readonly id: string;
  readonly kind: FaultKind;
  /** Operation name of the document. */
  readonly operation?: string;
  /** Root field that the request calls, e.g. "refundCreate". Without this and `operation`, every request fits. */
  readonly field?: string;
  /** The how-manieth fitting request from now on; 1 when left out. */
  readonly nth?: number;
  readonly answer?: FaultAnswer;
  readonly malformed?: MalformedAnswer;
  readonly delayMilliseconds?: number;
  /** landsLate: whether the idempotency key counts as in progress meanwhile. False: the request is still on the road. */
  readonly holdsKey?: boolean;
  /** Stays after its first use. */
  readonly repeats?: boolean;
}

export type FaultInput = Omit<Fault, 'id'>;

export class LabNetworkError extends Error {
  override name = 'LabNetworkError';
}

/** A request that has left its caller but has not landed yet. */
export interface LateRequest {
  readonly id: string;
  readonly operation: string | null;
  readonly fields: readonly string[];
  /** Carries it out now; at most once. */
  release(): void;
}

export interface Faults {
  add(fault: FaultInput): string;
  list(): readonly Fault[];
  /** Requests that are still on the road, oldest first. */
  late(): readonly LateRequest[];
  /** Lets one request land, or all. */
  release(id?: string): number;
  clear(): void;
}

interface Waiting {
  readonly fault: Fault;
  met: number;
}

export interface FaultBox extends Faults {
  /** The fault that this request meets, if any. */
  take(operation: string | null, fields: readonly string[]): Fault | undefined;
  hold(request: Omit<LateRequest, 'release'>, carryOut: () => void): LateRequest;
}

export function createFaults(): FaultBox {
  let waiting: Waiting[] = [];
  let late: LateRequest[] = [];
  let count = 0;
  return {
    add(input) {
      count += 1;
      const fault: Fault = {...input, id: `fault-${count}`};
      waiting.push({fault, met: 0});
      return fault.id;
    },
    list: () => waiting.map((one) => one.fault),
    late: () => late,
    release(id) {
      const due = late.filter((one) => id === undefined || one.id === id);
      for (const one of due) one.release();
      return due.length;
    },
    clear() {
      waiting = [];
      late = [];
    },
    take(operation, fields) {
      let found: Fault | undefined;
      for (const one of waiting) {
        const {fault} = one;
        if (fault.operation !== undefined && fault.operation !== operation) continue;
        if (fault.field !== undefined && !fields.includes(fault.field)) continue;
        one.met += 1;
        if (!found && (fault.repeats ? one.met >= (fault.nth ?? 1) : one.met === (fault.nth ?? 1))) found = fault;
      }
      if (found && !found.repeats) waiting = waiting.filter((one) => one.fault !== found);
      return found;
    },
    hold(request, carryOut) {
      let landed = false;
      const one: LateRequest = {
        ...request,
        release() {
          if (landed) return;
          landed = true;
          late = late.filter((other) => other !== one);
          carryOut();
        },
      };
      late.push(one);
      return one;
    },
  };
}
