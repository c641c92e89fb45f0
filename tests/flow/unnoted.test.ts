/** Paid, but the record could not be written, because somebody else wrote it meanwhile. */
import {expect, it} from 'vitest';
import {changed, eventOf, withField} from '../proof/flow/file.ts';
import {liveFile, PAYING} from '../proof/flow/paying.ts';
import {FlowShop} from '../proof/flow/shop.ts';

it.each(PAYING)('$handle says what was paid, and where to finish it', async (paying) => {
  const shop = new FlowShop('#1001');
  const unnoted = changed(liveFile(paying), (file) =>
    withField(file, 'api_call', (call) => call.replace(/\{\{ \w+\.metafields \}\}/, '[]')),
  );
  await shop.run(unnoted, eventOf(paying.event), {userErrors: 'continue'});
  const toSend = paying.sends ? ['Gift card to send'] : [];
  expect((await shop.now()).tags.toSorted()).toEqual([...toSend, paying.asking, 'Refund waiting'].toSorted());
  expect(shop.mails.map(({subject}) => subject)).toEqual(['Order #1001: a refund needs a look']);
  expect(shop.mails[0]?.message).toMatch(
    /^Order #1001: \d\d\.00 EUR was paid\. If the order’s refund block shows it as unfinished, finish it there\.\n/,
  );
  shop.close();
});
