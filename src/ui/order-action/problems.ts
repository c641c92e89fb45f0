import {type Fault, InputError} from '../../core/index.ts';
import {AdminError} from '../../execution/admin/error.ts';
import {Halt} from '../../execution/problem.ts';
import type {Problem} from '../../execution/types.ts';

/** Whatever went wrong, as a problem whose words stand in the locale files under `problem`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AdminError) return {code: error.kind, message: error.message};
  if (error instanceof Halt) return error.problem;
  if (error instanceof InputError) return faultProblem(error);
  return {code: 'unexpected', message: error instanceof Error ? error.message : String(error)};
}

/** Which field can't be used and what stood there: the words around it are in both languages, which the planner's own aren't. */
export function faultProblem({field, value}: Pick<Fault, 'field' | 'value'>): Problem {
  if (value === undefined) return {code: 'inputMissing', field};
  return {code: 'input', field, value: typeof value === 'string' ? value : JSON.stringify(value).slice(0, 60)};
}
