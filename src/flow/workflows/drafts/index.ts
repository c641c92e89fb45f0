import {alarmOnRefund, mailOnError} from './alarms.ts';
import {mailOnApproval, mailOnAttention, mailOnOutside, tagOnCompleted, tagOnLabel} from './own-triggers.ts';
import {requestOnReturnClosed, requestOnReturnProcessed} from './returns.ts';

/** Built by `flow build --drafts` only: the ids of their triggers or steps are not known. */
export const DRAFTS = [
  requestOnReturnClosed,
  requestOnReturnProcessed,
  alarmOnRefund,
  mailOnError,
  mailOnApproval,
  mailOnAttention,
  mailOnOutside,
  tagOnCompleted,
  tagOnLabel,
];
