import {child, optionalChild, text} from '../../../adapters/read.ts';
import {moneyOf} from '../../../execution/money-state.ts';
import type {Problem} from '../../../execution/types.ts';
import {confirming} from '../script/confirming.ts';

const DUPLICATE: Problem = {code: 'duplicateCredit'};

/** A balance that rose by more than was given holds another credit, perhaps the same one of a step that ran before. */
export const main = confirming({
  kind: 'storeCreditAccountCredit',
  refused: 'creditRefused',
  found(payload, {act, given}) {
    const credit = optionalChild(payload, 'storeCreditAccountTransaction');
    if (!credit) return null;
    const after = moneyOf(child(credit, 'balanceAfterTransaction').value as {amount: string; currencyCode: string});
    const alone = after.minor === (given.before?.balance.minor ?? 0) + act.amount.minor;
    const evidence = {...given, creditTransactionId: text(credit, 'id'), ...(alone ? {} : {problem: DUPLICATE})};
    return {state: 'done', evidence};
  },
});
