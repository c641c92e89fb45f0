import type {Fault} from '../core/index.ts';
import {AdminError} from './admin/error.ts';
import type {Problem} from './types.ts';

/** An AdminError as a problem: code `accessDenied`, `throttled`, `network`, … as AdminErrorKind has them. */
export function problemOf(error: AdminError): Problem {
  const {kind: code, message, requiredAccess} = error;
  return requiredAccess === null ? {code, message} : {code, message, requiredAccess};
}

/**
 * Shopify's userErrors as one problem; `field` is a path with dots.
 * @throws AdminError `malformed` when there are none: neither a result nor a reason leaves the outcome open
 */
export function refusedBy(
  code: string,
  errors: readonly {
    readonly field?: readonly string[] | null;
    readonly message: string;
    readonly code?: string | null;
  }[],
): Problem {
  const [first] = errors;
  if (!first) throw new AdminError('malformed', 'Shopify answered without a result.');
  return {
    code,
    message: errors.map(({message}) => message).join(' '),
    ...(first.field ? {field: first.field.join('.')} : {}),
    ...(first.code ? {shopifyCode: first.code} : {}),
  };
}

/** Stops an execution before or between its acts: nothing is open because of it. */
export class Halt extends Error {
  declare readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message ?? problem.code);
    this.problem = problem;
  }
}

/** Which field can't be used and what stood there: the words around it are in both languages, which the planner's own aren't. */
export function faultProblem({field, value}: Pick<Fault, 'field' | 'value'>): Problem {
  if (value === undefined) return {code: 'inputMissing', field};
  return {code: 'input', field, value: typeof value === 'string' ? value : JSON.stringify(value).slice(0, 60)};
}
