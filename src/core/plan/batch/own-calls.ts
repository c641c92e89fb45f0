import type {Call} from '../types.ts';
import type {BatchContext, NumberedPiece} from './batch.ts';

/** What Shopify's refund doesn't carry: credit (one call per expiry), gift cards, and what staff pay outside (one entry each). */
export function ownCalls({order, recipe, choices}: BatchContext, pieces: readonly NumberedPiece[]): readonly Call[] {
  const {currency, creditOwner} = order;
  const {storeCredit: notify = true} = {...recipe.notify, ...choices.notify};
  const own = (kind: string) => pieces.filter((piece) => piece.flow.kind === kind);
  const credits = new Map<number | null, NumberedPiece[]>();
  for (const piece of own('storeCredit')) {
    const expiry = piece.leg.expiresAfterDays ?? null;
    credits.set(expiry, [...(credits.get(expiry) || []), piece]);
  }
  return [
    ...[...credits].map(([expiresAfterDays, group]): Call => ({
      id: '',
      kind: 'storeCreditAccountCredit',
      legs: group.map((piece) => piece.leg.id),
      ownerId: creditOwner?.id || '',
      amount: {minor: group.reduce((all, piece) => all + piece.minor, 0), currency},
      expiresAfterDays,
      notify,
    })),
    ...own('giftCard').map(({leg}): Call => ({
      id: '',
      kind: 'giftCardCreate',
      legs: [leg.id],
      amount: leg.amount,
    })),
    ...own('outsidePayment').map(({leg}): Call => ({
      id: '',
      kind: 'outsidePayment',
      legs: [leg.id],
      amount: leg.amount,
    })),
  ];
}
