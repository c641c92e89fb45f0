export {addFigures} from './add-figures.ts';
export {planRefund, type PlanInput} from './plan-refund.ts';
export {suggestionInput, type SuggestionInput} from './suggestion-input.ts';
export type * from './types.ts';
