import type {Workflow} from '../builder/index.ts';
import {creditBonus} from './credit-bonus.ts';
import {giftCard} from './gift-card.ts';
import {refundRemaining} from './refund-remaining.ts';
import {requestTagged} from './request-tagged.ts';

/** Every workflow of ours, ready or draft. */
export const WORKFLOWS: readonly Workflow[] = [requestTagged, refundRemaining, giftCard, creditBonus];
