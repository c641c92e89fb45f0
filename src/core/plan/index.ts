export {addFigures, reconcileFigures, type Reconciled} from './figures.ts';
export {planRefund, type PlanInput} from './plan-refund.ts';
export {suggestionInput, type SuggestionInput} from './suggestion-input.ts';
export {dayRate, saleRate} from './rates.ts';
export type * from './types.ts';
