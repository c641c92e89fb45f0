/** Each action from Flow's signed call to the money in the lab. */
import {describe, expect, it} from 'vitest';
import {call, functionOnLab} from './shop.ts';

const numberOf = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);

describe('refund shipping plus return label credit', () => {
  it('refunds 6.95 to the card and gives 7.45 store credit', async () => {
    const shop = await functionOnLab();
    const properties = {order_id: numberOf(shop.orderId), label_credit: '7.45'};
    const answer = await call(shop, {handle: 'refund-shipping-plus-label', properties});
    expect(answer).toMatchObject({
      status: 200,
      body: {
        return_value: {
          state: 'DONE',
          message: 'Refunded: 14.40 EUR.',
          recipe: 'shipping-plus-label',
          currency: 'EUR',
          total: '14.40',
          totalAsNumber: 14.4,
          toOriginalPayment: '6.95',
          toStoreCredit: '7.45',
          owedOutside: '0.00',
          isOnItsWay: false,
          needsApproval: false,
          movements: [
            {destination: 'ORIGINAL_PAYMENT', amount: '6.95', status: 'DONE'},
            {destination: 'STORE_CREDIT', amount: '7.45', status: 'DONE'},
          ],
        },
      },
    });
    expect(await shop.money()).toEqual({card: '6.95', credit: '7.45', refunds: 1});
  });
});
