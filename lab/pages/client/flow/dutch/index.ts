/** The Dutch of what the lab's Flow says (`lab/flow/said.ts`), by its English words. */
import {FILES} from './files.ts';
import {READING} from './reading.ts';
import {RUNS} from './runs.ts';
import {SCRIPTS} from './scripts.ts';
import {STEPS} from './steps.ts';

export const DUTCH: Readonly<Record<string, string>> = {...FILES, ...READING, ...SCRIPTS, ...STEPS, ...RUNS};
