import type {Choices} from '../../recipe/types.ts';
import type {Draft, Flow, Settlement} from '../draft.ts';
import type {SettleContext} from '../settle/desk.ts';
import {settle, type Settlers} from '../settle/settle.ts';
import type {Alternative, LegKind} from '../types.ts';

const CREDIT: ReadonlySet<LegKind> = new Set<LegKind>(['refundToStoreCredit', 'storeCredit']);

/**
 * The same case settled in another way. Only the settling is done again, on the same draft: it knows payments, not lines, so an
 * alternative costs next to nothing, and an alternative has no alternatives.
 */
export function alternativesOf(
  context: SettleContext,
  draft: Draft,
  settlement: Settlement,
  settlers: Settlers,
): readonly Alternative[] {
  const {order, recipe, choices} = context;
  const owed = settlement.flows.filter((flow) => flow.pool === 'owed');
  const noShare = (choices.creditShare ?? recipe.creditShare) === undefined ? {} : {creditShare: '0'};
  const alternatives: Alternative[] = [];
  const offer = (code: Alternative['code'], changed: Choices, useful: (flows: readonly Flow[]) => boolean) => {
    const other = settle({...context, choices: changed}, draft, settlers);
    if (!useful(other.flows)) return;
    const legs = byKind(other.flows, order.currency);
    const minor = legs.reduce((all, leg) => all + leg.amount.minor, 0);
    alternatives.push({code, toCustomer: {minor, currency: order.currency}, legs, choices: changed});
  };

  if (owed.some((flow) => !CREDIT.has(flow.kind)) && order.creditOwner && order.storeCreditEnabled !== false) {
    const bonus = recipe.parts.some((part) => part.kind === 'bonus');
    const prefer = {...choices.prefer, owed: 'storeCredit' as const};
    offer(bonus ? 'storeCreditWithBonus' : 'storeCredit', {...choices, ...noShare, prefer}, (flows) =>
      flows.some((flow) => flow.pool === 'owed' && CREDIT.has(flow.kind)),
    );
  }
  if (owed.some((flow) => CREDIT.has(flow.kind) || flow.kind === 'giftCard')) {
    const prefer = {...choices.prefer, owed: 'originalPayment' as const};
    offer('originalPayment', {...choices, ...noShare, prefer}, (flows) =>
      flows.some((flow) => flow.pool === 'owed' && flow.payment !== undefined),
    );
  }
  if (settlement.flows.some((flow) => flow.pool === 'goodwill' && flow.kind === 'outsidePayment')) {
    offer('giftCard', {...choices, prefer: {...choices.prefer, goodwill: 'giftCard'}}, () => true);
  }
  return alternatives;
}

function byKind(flows: readonly Flow[], currency: string): Alternative['legs'] {
  const sums = new Map<LegKind, number>();
  for (const flow of flows) sums.set(flow.kind, (sums.get(flow.kind) || 0) + flow.minor);
  return [...sums].map(([kind, minor]) => ({kind, amount: {minor, currency}}));
}
