import {momentOf} from './days.ts';

/** In the place of the language's `Date`, of which Run code may only read given times: a clock is not to be had by accident. */
export const Date = {
  /** Milliseconds since 1970, NaN where it is no time. */
  parse(text: string): number {
    try {
      return momentOf(text, '');
    } catch {
      return Number.NaN;
    }
  },
};
