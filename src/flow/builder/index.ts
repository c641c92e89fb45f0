export {
  all,
  and,
  any,
  atLeast,
  atMost,
  contains,
  differs,
  endsWith,
  equals,
  greater,
  isMissing,
  isPresent,
  less,
  none,
  oneOf,
  or,
  startsWith,
} from './condition.ts';
export type {Condition, Expression} from './condition.ts';
export type {Draft, DraftStep} from './draft.ts';
export {bare, jsonInText, madeJson, safe} from './json.ts';
export type * from './kinds.ts';
export {each, given, liquid, now, shifted} from './liquid.ts';
export type {Liquid} from './liquid.ts';
export type {Code, Steps} from './steps.ts';
export * from './own-triggers.ts';
export * from './triggers.ts';
export {type About, nameOf, type Safety, workflow, type Workflow} from './workflow.ts';
