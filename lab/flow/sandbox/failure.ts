import {say, sentenceOf} from '../said.ts';
import type {Said} from '../types.ts';
import type {RunCodeError, RunCodeErrorCode} from './types.ts';

/** Why a script failed, with the sentence that says so. */
export const failure = (code: RunCodeErrorCode, said: Said): RunCodeError => ({code, message: sentenceOf(said), said});

export const TOO_LONG = say`The script ran too long and was stopped.`;
export const TOO_MUCH = say`The script needs too much memory and was stopped.`;
