export {customerMessage} from './customer-message.ts';
export {mailsThatGoOut} from './mails.ts';
export type {OutgoingMail} from './mails.ts';
export type {MessageOptions, Movement, Say} from './types.ts';
export {translateIn} from './translate.ts';
