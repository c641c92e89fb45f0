import {built, withConstants} from './file.ts';
import type {Moved} from './shop.ts';

/** A workflow that moves money, and what it has to move: literally. */
export interface Paying {
  readonly handle: string;
  readonly letter: 'A' | 'B';
  /** Under tests/flow/events. */
  readonly event: string;
  /** What a merchant sets before anything is paid. */
  readonly constants: Readonly<Record<string, string | number | boolean>>;
  readonly asking: string;
  readonly done: string;
  /** The mutation by which the customer hears of it, once. */
  readonly sends?: string;
  /** For order #1001: 2 × 25.00 by card, of a customer without store credit. */
  readonly pays: Moved;
  /** For order #1004: 29.00 by card, of a customer who has store credit. */
  readonly paysOther: Moved;
  readonly moneySteps: readonly string[];
  /** B: a money step that nothing guards, and what is moved if Flow carries it out a second time. */
  readonly unguarded?: {readonly step: string; readonly moves: Moved};
}

export const PAYING: readonly Paying[] = [
  {
    handle: 'refund-lines-refrec',
    letter: 'A',
    event: 'refund-lines',
    constants: {},
    asking: 'Refund remaining lines',
    done: 'Refunded by Flow',
    pays: {refunded: 5000, credit: 0, giftCards: 0},
    paysOther: {refunded: 2900, credit: 0, giftCards: 0},
    moneySteps: ['Refund the lines'],
  },
  {
    handle: 'goodwill-gift-card-refrec',
    letter: 'A',
    event: 'goodwill-gift-card',
    constants: {SECRET: 'kq83nV0zPw5xTr71LmYd2c'},
    asking: 'Goodwill gift card',
    done: 'Gift card given',
    sends: 'giftCardSendNotificationToCustomer',
    pays: {refunded: 0, credit: 0, giftCards: 1000},
    paysOther: {refunded: 0, credit: 0, giftCards: 1000},
    moneySteps: ['Create the gift card'],
  },
  {
    handle: 'credit-bonus-refrec',
    letter: 'B',
    event: 'credit-bonus',
    constants: {CONSENT: 'asked for it by mail'},
    asking: 'Refund as store credit',
    done: 'Store credit given by Flow',
    pays: {refunded: 5000, credit: 5500, giftCards: 0},
    paysOther: {refunded: 2900, credit: 3190, giftCards: 0},
    moneySteps: ['Refund the lines as store credit', 'Give the bonus'],
    unguarded: {step: 'Give the bonus', moves: {refunded: 5000, credit: 6000, giftCards: 0}},
  },
];

/** The file as a merchant has it once it pays. */
export function liveFile({handle, constants}: Paying): string {
  return withConstants(built(handle), {DRY_RUN: false, ...constants});
}

export function sameMoney(one: Moved, other: Moved): boolean {
  return one.refunded === other.refunded && one.credit === other.credit && one.giftCards === other.giftCards;
}

export function euros({refunded, credit, giftCards}: Moved): string {
  const parts = Object.entries({refunded, 'store credit': credit, 'gift cards': giftCards});
  const moved = parts.filter(([, cents]) => cents !== 0).map(([what, cents]) => `${what} ${(cents / 100).toFixed(2)}`);
  return moved.join(', ') || 'nothing';
}
