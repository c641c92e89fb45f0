import type {Problem} from '../../execution/types.ts';
import {problemOf} from '../order-action/problems.ts';
import type {Change} from '../pieces/stateful.ts';

/** The state of a piece that does what takes time. */
export interface Work {
  readonly busy: boolean;
  readonly problem: Problem | null;
}

export const IDLE: Work = {busy: false, problem: null};

/** Does one thing; what it gives changes the state together with the end of being busy. @returns whether it was done */
export async function work<State>(change: Change<State & Work>, task: () => Promise<Partial<State>>): Promise<boolean> {
  change(busyWith(true, null));
  try {
    const part = await task();
    change({...busyWith(false, null), ...part});
    return true;
  } catch (error) {
    change(busyWith(false, problemOf(error)));
    return false;
  }
}

function busyWith<State>(busy: boolean, problem: Problem | null): Partial<State & Work> {
  return {busy, problem} as Partial<State & Work>;
}
