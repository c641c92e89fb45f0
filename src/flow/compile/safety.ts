import type {Safety} from '../builder/workflow.ts';

/** What a letter promises, as it stands on a workflow's first step and in its README. */
export const SAFETY_WORDS: Readonly<Record<Safety, string>> = {
  A: 'Safety A: moves money, and the step that moves it guards itself, so that a repeated step pays once.',
  B: 'Safety B: moves money, guarded against repeated runs only. If Flow repeats the money step itself after a lost answer, it can pay twice: use it together with the double-payment alarm.',
  C: 'Safety C: moves no money. A person sees the request on the order and releases it.',
  none: 'Moves no money, and asks for none.',
};

/** What stands beside the letter where a workflow has the constant DRY_RUN. */
export const DRY_RUN_WORDS =
  'Arrives as a dry run: it says what it would pay and pays nothing, until DRY_RUN is set to false.';
