export {limitBreaches} from './breaches.ts';
export {checkSettings, DEFAULT_SETTINGS} from './settings.ts';
export type * from './types.ts';
