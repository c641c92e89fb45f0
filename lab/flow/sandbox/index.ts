export {runCode} from './run.ts';
export type {RunCodeError, RunCodeErrorCode, RunCodeLimits, RunCodeResult} from './types.ts';
