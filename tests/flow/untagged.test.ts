/** Shopify's help: a search that can't be read often finds everything. Orders that nobody tagged are left alone then. */
import {describe, expect, it} from 'vitest';
import {ASKING} from '../proof/flow/asking.ts';
import {built, changed, eventOf, withField} from '../proof/flow/file.ts';
import {liveFile, PAYING} from '../proof/flow/paying.ts';
import {FlowShop} from '../proof/flow/shop.ts';

/** Runs it on the whole shop, with one tagged order. @returns on how many orders the step ran */
async function ranOnAll(shop: FlowShop, text: string, event: string, tag: string, step: string): Promise<number> {
  const all = changed(text, (file) => withField(file, 'query', () => ''));
  const {trigger, scheduledAt = ''} = eventOf(event);
  await shop.run(all, {trigger, scheduledAt, given: [{order: '#1001', addTags: [tag]}]});
  return shop.runs.flatMap(({steps}) => steps.filter(({name}) => name === step)).length;
}

describe('a search that finds every order', () => {
  it.each(PAYING)('$handle pays the tagged one alone', async (paying) => {
    const shop = new FlowShop('#1001');
    const text = liveFile(paying);
    expect(await ranOnAll(shop, text, paying.event, paying.asking, 'Plan the refund and its claim')).toBe(1);
    expect(await shop.moved()).toEqual(paying.pays);
    expect((await shop.now()).tags).toContain(paying.done);
    shop.close();
  });

  it.each(ASKING.flatMap((one) => (one.asking === null ? [] : [{...one, asking: one.asking}])))(
    '$handle asks for the tagged one alone, whatever the case of its tag',
    async ({handle, event, asking}) => {
      const shop = new FlowShop('#1001');
      expect(await ranOnAll(shop, built(handle), event, asking.toLowerCase(), 'Put the request together')).toBe(1);
      expect((await shop.now()).tags).toEqual(['Refund waiting']);
      expect(shop.mails).toEqual([]);
      shop.close();
    },
  );

  it('withdrawal-clock-refrec notes the day of the tagged one alone', async () => {
    const shop = new FlowShop('#1001');
    const clock = built('withdrawal-clock-refrec');
    expect(await ranOnAll(shop, clock, 'withdrawal-clock', 'Withdrawal', 'Note the day')).toBe(1);
    expect(shop.mails.map(({subject}) => subject)).toEqual(['Order #1001: acknowledge the withdrawal now']);
    shop.close();
  });
});
