import {node, text} from '../../../adapters/read.ts';
import {answered, Refusal, type Verdict} from '../script/answer.ts';
import {amountOf, currencyOf, oneOfThese, textOf, type Given} from '../script/constants.ts';
import {requested, type Requested} from '../script/requesting.ts';

const GROUNDS = ['withdrawal', 'defect', 'policy', 'goodwill'] as const;

/** Asks for the shipping plus what the customer paid for a return label. */
export function main({order}: {readonly order: unknown}, given: Given): Requested | Verdict {
  return answered(order, () => {
    const currency = currencyOf(given, 'LABEL_CURRENCY');
    const returnLabel = amountOf(given, 'LABEL_AMOUNT', currency);
    const ground = oneOfThese(given, 'GROUND', GROUNDS);
    const asking = {
      recipe: 'shipping-plus-label',
      choices: {ground, amounts: {returnLabel}},
      reason: textOf(given, 'REASON'),
      again: textOf(given, 'AGAIN'),
    };
    const paidIn = text(node(order, 'order'), 'presentmentCurrencyCode');
    if (paidIn !== currency) {
      throw new Refusal(
        'otherCurrency',
        `The order was paid in ${paidIn}, and the label’s amount is in ${currency}: use the action on the order page.`,
      );
    }
    return requested(order, asking);
  });
}
