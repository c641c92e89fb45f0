/** Shopify's help: a search that can't be read often finds everything. Orders that nobody tagged are not paid then. */
import {expect, it} from 'vitest';
import {changed, eventOf, withField} from '../proof/flow/file.ts';
import {liveFile, PAYING} from '../proof/flow/paying.ts';
import {FlowShop} from '../proof/flow/shop.ts';

it.each(PAYING)('$handle pays the tagged order alone, though its search finds all', async (paying) => {
  const shop = new FlowShop('#1001');
  const text = changed(liveFile(paying), (file) => withField(file, 'query', () => ''));
  const {trigger, scheduledAt = ''} = eventOf(paying.event);
  await shop.run(text, {trigger, scheduledAt, given: [{order: '#1001', addTags: [paying.asking]}]});
  const planned = shop.runs.flatMap(({steps}) => steps.filter(({name}) => name === 'Plan the refund and its claim'));
  expect(planned).toHaveLength(1);
  expect(await shop.moved()).toEqual(paying.pays);
  expect((await shop.now()).tags).toContain(paying.done);
  shop.close();
});
