/** Two cards on one order: mailing the second doesn't hide that the first was never sent. */
import {expect, it} from 'vitest';
import {putRecord, recordsOf} from '../../lab/admin-api/shop/records.ts';
import {eventOf, withConstants} from '../proof/flow/file.ts';
import {liveFile, PAYING} from '../proof/flow/paying.ts';
import {FlowShop} from '../proof/flow/shop.ts';

it('a card that waits to be sent keeps its tag when the next one is mailed', async () => {
  const paying = PAYING.find(({handle}) => handle === 'goodwill-gift-card-refrec');
  if (!paying) throw new Error('The gift card workflow is gone.');
  const shop = new FlowShop('#1001');
  const customers = recordsOf(shop.lab.store, 'Customer');
  for (const customer of customers) putRecord(shop.lab.store, {...customer, email: null, phone: null});
  await shop.run(liveFile(paying), eventOf(paying.event), {userErrors: 'continue'});
  expect((await shop.now()).tags.toSorted()).toEqual(['Gift card given', 'Gift card to send']);
  expect(shop.mails.map(({subject}) => subject)).toEqual(['Order #1001: send the gift card']);

  for (const customer of customers) putRecord(shop.lab.store, customer);
  await shop.run(withConstants(liveFile(paying), {AGAIN: 'a second one'}), eventOf(paying.event));
  expect((await shop.moved()).giftCards).toBe(2000);
  expect((await shop.now()).tags.toSorted()).toEqual(['Gift card given', 'Gift card to send']);
  expect(shop.mails).toHaveLength(1);
  shop.close();
});
