import {optionalChild, optionalText, text} from '../../../adapters/read.ts';
import {confirming} from '../script/confirming.ts';

/** The code is this order's own: one that is taken is the card of a step that ran before. */
export const main = confirming({
  kind: 'giftCardCreate',
  refused: 'giftCardRefused',
  found(payload, {given, errors}) {
    const card = optionalChild(payload, 'giftCard');
    const taken = errors.some(
      (error) => error.value['code'] === 'TAKEN' || /taken/i.test(optionalText(error, 'message') ?? ''),
    );
    if (!card && !taken) return null;
    const giftCardCode = (given.giftCardCode ?? '').slice(-4);
    return {state: 'done', evidence: {giftCardCode, ...(card ? {giftCardId: text(card, 'id')} : {})}};
  },
});
