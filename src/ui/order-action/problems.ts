import {InputError} from '../../core/index.ts';
import {AdminError} from '../../execution/admin/error.ts';
import {faultProblem, Halt} from '../../execution/problem.ts';
import type {Problem} from '../../execution/types.ts';

/** Whatever went wrong, as a problem whose words stand in the locale files under `problem`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AdminError) return {code: error.kind, message: error.message};
  if (error instanceof Halt) return error.problem;
  if (error instanceof InputError) return faultProblem(error);
  return {code: 'unexpected', message: error instanceof Error ? error.message : String(error)};
}
