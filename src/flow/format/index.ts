export type * from './condition-types.ts';
export {type Constant, constantsOf} from './constants.ts';
export {checksumOf, readFlowBody, readFlowFile, splitFlowFile, writeFlowFile} from './file.ts';
export type * from './types.ts';
