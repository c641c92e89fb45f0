import type {Workflow} from '../builder/index.ts';
import {alarm} from './alarm.ts';
import {creditBonus} from './credit-bonus.ts';
import {DRAFTS} from './drafts/index.ts';
import {giftCard} from './gift-card.ts';
import {refundRemaining} from './refund-remaining.ts';
import {reminder} from './reminder.ts';
import {requestLabelByHand, requestLabelTagged} from './request-label.ts';
import {requestTagged} from './request-tagged.ts';
import {withdrawal} from './withdrawal.ts';

/** Every workflow of ours, ready or draft. */
export const WORKFLOWS: readonly Workflow[] = [
  requestLabelByHand,
  requestLabelTagged,
  requestTagged,
  reminder,
  refundRemaining,
  giftCard,
  creditBonus,
  alarm,
  withdrawal,
  ...DRAFTS,
];
