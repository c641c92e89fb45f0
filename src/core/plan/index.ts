export {addFigures} from './add-figures.ts';
export type {Decision, PlanInput, Rooms} from './decide.ts';
export {planRefund} from './plan-refund.ts';
export {suggestionInput, type SuggestionInput} from './suggestion-input.ts';
export type * from './types.ts';
