import type {Environment, Problem} from '../../execution/types.ts';

/** What carrying something out comes back with; everything else is read again. */
export interface Outcome {
  readonly state: string;
  readonly problem?: Problem;
  readonly evidenceMissing?: true;
}

/** Carries out one thing, then reads anew what is shown. @returns whether it was done */
export type Perform = (work: (env: Environment) => Promise<Outcome>) => Promise<boolean>;
