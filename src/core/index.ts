export {InputError} from './errors.ts';
export * from './money/index.ts';
export * from './order/index.ts';
export * from './recipe/index.ts';
export * from './limits/index.ts';
export * from './plan/index.ts';
