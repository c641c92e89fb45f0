export {codeAlone, codeOf} from './bundle.ts';
export {
  ALARM,
  confirmScript,
  GIFT_CARD,
  REMAINING_LINES,
  REMINDER,
  REQUEST,
  REQUEST_LABEL,
  SCRIPTS,
  STORE_CREDIT_BONUS,
  WITHDRAWAL_CLOCK,
} from './scripts.ts';
export type * from './types.ts';
export {TO_SEND_TAG, WAITING_TAG} from './script/tags.ts';
