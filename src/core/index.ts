// In this order what resembles lies together in a bundle, which compresses better.
export * from './money/index.ts';
export * from './recipe/index.ts';
export {InputError} from './errors.ts';
export * from './order/index.ts';
export * from './limits/index.ts';
export * from './plan/index.ts';
