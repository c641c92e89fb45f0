export type * from './choice-fields.types.ts';
export type * from './types.ts';
