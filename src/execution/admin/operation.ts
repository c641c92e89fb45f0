import type {Operation} from '../../../graphql/generated/operations.ts';

/** The name of an operation, and whether it changes something. */
export function describeOperation(operation: Operation<unknown, never>): {name: string; mutation: boolean} {
  const [, kind, name] = /^\s*(query|mutation)\s+(\w+)/.exec(operation) || [];
  return {name: name ?? 'anonymous', mutation: kind !== 'query'};
}
