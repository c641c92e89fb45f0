import type {Money} from '../../money/index.ts';
import type {OrderSnapshot} from '../../order/types.ts';
import type {Choices, Recipe} from '../../recipe/types.ts';
import type {Draft, Settlement} from '../draft.ts';
import type {Call, Leg} from '../types.ts';
import {ownCalls} from './own-calls.ts';
import {cutFlows, type Piece} from './cut.ts';
import {portion} from './portions.ts';
import {refundCall} from './refund-call.ts';

export interface BatchContext {
  readonly order: OrderSnapshot;
  readonly recipe: Recipe;
  readonly choices: Choices;
}

export interface Batch {
  readonly legs: readonly Leg[];
  readonly calls: readonly Call[];
}

/** A piece of a flow and the leg that it becomes. */
export interface NumberedPiece extends Piece {
  readonly leg: Leg;
}

/**
 * Flows as legs and calls: refunds first, then credit, gift cards and outside payments. Every leg is paid by exactly one call.
 */
export function batch(context: BatchContext, draft: Draft, settlement: Settlement): Batch {
  const portions = portion(draft);
  const pieces: NumberedPiece[] = cutFlows(draft, settlement.flows, portions, settlement.bonus?.amount.minor || 0).map(
    (piece, index) => ({...piece, leg: legOf(context, piece, index + 1)}),
  );
  const refunds = portions
    .map((part, index) => ({part, pieces: pieces.filter((piece) => piece.call === index)}))
    .filter(
      ({part, pieces: own}) =>
        own.length > 0 || part.entries.length > 0 || part.shipping !== null || part.dutyIds.length > 0,
    )
    .map(({part, pieces: own}, index, all) =>
      refundCall(context, draft, part, own, {last: index === all.length - 1, overRefund: settlement.overRefund}),
    );
  const calls = [...refunds, ...ownCalls(context, pieces)];
  return {
    legs: pieces.map((piece) => piece.leg),
    calls: calls.map((call, index) => ({...call, id: `call-${index + 1}`})),
  };
}

function legOf({order, recipe}: BatchContext, {flow, minor, made}: Piece, number: number): Leg {
  const money = (units: number): Money => ({minor: units, currency: order.currency});
  const {kind, reason, payment} = flow;
  const toCredit = kind === 'storeCredit' || kind === 'refundToStoreCredit';
  return {
    id: `leg-${number}`,
    kind,
    amount: money(minor),
    class: flow.class,
    reason,
    components: made.map((slice) => ({kind: slice.kind, amount: money(slice.minor)})),
    ...(payment ? {payment: {id: payment.id, gateway: payment.gateway, label: payment.label}} : {}),
    ...(toCredit && order.creditOwner ? {ownerId: order.creditOwner.id} : {}),
    ...(flow.pool === 'bonus' && recipe.bonusExpiresAfterDays ? {expiresAfterDays: recipe.bonusExpiresAfterDays} : {}),
  };
}
