export {codeOf, type Roots, type Values} from './bundle.ts';
export {confirmScript, GIFT_CARD, REMAINING_LINES, STORE_CREDIT_BONUS} from './scripts.ts';
export type * from './types.ts';
