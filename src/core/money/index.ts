export {add, compare, isZero, larger, negate, sameCurrency, smaller, subtract, sum, zero} from './arithmetic.ts';
export {allocate} from './allocate.ts';
export {cumulativeShare} from './cumulative.ts';
export {digitsOf} from './currencies.ts';
export {parseMoney, parseSigned, toDecimal} from './decimal.ts';
export {mulDiv} from './mul-div.ts';
export {convert, invert, parseRatio, percentOf, ratioOf} from './ratio.ts';
export type * from './types.ts';
