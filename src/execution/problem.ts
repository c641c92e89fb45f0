import type {AdminError} from './admin/error.ts';
import type {Problem} from './types.ts';

/** An AdminError as a problem: code `accessDenied`, `throttled`, `network`, … as AdminErrorKind has them. */
export function problemOf(error: AdminError): Problem {
  const {kind: code, message, requiredAccess} = error;
  return requiredAccess === null ? {code, message} : {code, message, requiredAccess};
}

/** Shopify's userErrors as one problem; `field` is a path with dots. */
export function refusedBy(
  code: string,
  errors: readonly {
    readonly field?: readonly string[] | null;
    readonly message: string;
    readonly code?: string | null;
  }[],
): Problem {
  const [first] = errors;
  return {
    code,
    message: errors.map(({message}) => message).join(' ') || 'Shopify answered without a result.',
    ...(first?.field ? {field: first.field.join('.')} : {}),
    ...(first?.code ? {shopifyCode: first.code} : {}),
  };
}

/** Stops an execution before or between its acts: nothing is open because of it. */
export class Halt extends Error {
  override readonly name = 'Halt';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message ?? problem.code);
    this.problem = problem;
  }
}
