import {beforeAll, describe, expect, it} from 'vitest';
import {buildExtensions} from '../../scripts/build/index.ts';
import {line} from '../../src/adapters/order-answer.fixture.ts';
import {openAction, type Page, type PageOptions} from './page.ts';
import {ORDER, WireShop} from './shop.ts';

const LABEL = 'shipping-plus-label';

async function open(shop: WireShop, more: Partial<PageOptions> = {}): Promise<Page> {
  return openAction({orderId: ORDER, admin: shop.wire, ...more});
}

/** Up to the second screen of the main job. */
async function confirming(shop: WireShop, more: Partial<PageOptions> = {}): Promise<Page> {
  const page = await open(shop, more);
  await page.sees('Refund #1001');
  await page.choose('recipe', LABEL);
  await page.type('amount:returnLabel', '7.45');
  await page.press('Refund €14.40');
  await page.sees("A refund can't be undone.");
  return page;
}

function button(page: Page, label: string) {
  const found = page.elements('s-button').find((element) => JSON.stringify(element.children).includes(label));
  if (!found) throw new Error(`No button "${label}". The screen says:\n${page.text()}`);
  return found;
}

/** The bundle that `shopify app deploy` would ship, driven by the events that Shopify's host sends. */
describe('the shipped order action', () => {
  beforeAll(async () => {
    await buildExtensions();
  });

  it('refunds shipping plus return-label credit', async () => {
    const shop = new WireShop();
    const storage = new Map<string, unknown>();
    const page = await confirming(shop, {storage});
    expect(shop.requests).toEqual(['OrderForRefund', 'RefundSuggestion']);
    await page.sees("Shopify's figures are the same as ours.");
    await page.sees(/What will happen\nRefund €6\.95 on the order\nGive €7\.45 store credit/);
    expect(shop.refunded()).toBe(0);
    await page.press('Refund €14.40');
    await page.sees('Refunded €14.40');
    expect(shop.refunds).toMatchObject([{amount: 695, shipping: 695}]);
    expect(shop.credits).toMatchObject([{minor: 745}]);
    expect(shop.requests.indexOf('TriggerFacts') - 2).toBe(8);
    expect(shop.fired.map(({handle}) => handle)).toEqual(['refund-completed', 'refund-label']);
    expect(page.text()).toMatch(
      /Refund €6\.95 on the order\nRefund 1\nDone\nGive €7\.45 store credit\nStore credit transaction 1\nDone/,
    );
    expect(page.field('message').properties['value']).toContain('bestelling #1001');
    expect(storage.get('lastRecipe')).toBe(LABEL);
    await page.press('Close');
    expect(page.closed).toBe(true);
  });

  it('works in Dutch, with a decimal comma', async () => {
    const shop = new WireShop();
    const page = await open(shop, {language: 'nl'});
    await page.sees('#1001 terugbetalen');
    await page.choose('recipe', LABEL);
    await page.sees('Hierboven ontbreekt nog iets');
    expect(page.field('amount:shipping').properties['value']).toBe('6,95');
    await page.type('amount:returnLabel', '7,45');
    await page.press('€ 14,40 terugbetalen');
    await page.sees('Een terugbetaling is niet ongedaan te maken.');
    await page.press('€ 14,40 terugbetalen');
    await page.sees('€ 14,40 terugbetaald');
    expect([shop.refunded(), shop.balance()]).toEqual([695, 745]);
  });

  it('opens with the recipe that was used last', async () => {
    const page = await open(new WireShop(), {storage: new Map([['lastRecipe', 'goodwill-amount']])});
    await page.sees('Refund #1001');
    expect(page.field('recipe').properties['value']).toBe('goodwill-amount');
  });

  it.each([
    ['7.455', 'EUR has 2 decimals: write no more than that'],
    ['-1', 'Write an amount of zero or more'],
    ['seven', 'Write an amount in digits, for example 7.45'],
  ])('says at the field what is wrong with %s, and carries nothing out', async (typed, words) => {
    const shop = new WireShop();
    const page = await open(shop);
    await page.sees('Refund #1001');
    await page.choose('recipe', LABEL);
    await page.type('amount:returnLabel', typed);
    expect(page.field('amount:returnLabel').properties['error']).toBe(words);
    expect(button(page, 'Refund').properties['disabled']).toBe(true);
    await page.type('amount:returnLabel', '7.45');
    expect(page.field('amount:returnLabel').properties['error']).toBe('');
    expect(button(page, 'Refund €14.40').properties['disabled']).toBe(false);
    expect(shop.requests).toEqual(['OrderForRefund']);
  });

  it('says the most that is possible when an amount goes beyond it', async () => {
    const page = await open(new WireShop());
    await page.sees('Refund #1001');
    await page.choose('recipe', LABEL);
    await page.type('amount:shipping', '6,96');
    expect(page.field('amount:shipping').properties['error']).toBe('At most €6.95: write that or less');
  });

  it('executes once, however often the button is pressed', async () => {
    const shop = new WireShop();
    const page = await confirming(shop);
    await page.press('Refund €14.40');
    const running = page.elements('s-button')[0];
    await Promise.all([running?.eventListeners['click']?.(undefined), running?.eventListeners['click']?.(undefined)]);
    await page.sees('Refunded €14.40');
    expect([shop.refunds.length, shop.credits.length]).toEqual([1, 1]);
  });

  it('keeps the second screen shut for the second half of a double click', async () => {
    const shop = new WireShop();
    const page = await confirming(shop);
    const main = button(page, 'Refund €14.40');
    expect(main.properties).toMatchObject({disabled: false, loading: true});
    await main.eventListeners['click']?.(undefined);
    expect(shop.refunds).toEqual([]);
    await page.sees('Refund €14.40?');
    await page.press('Refund €14.40');
    await page.sees('Refunded €14.40');
  });

  it('plans again when the order changed while someone looked at it', async () => {
    const shop = new WireShop();
    const page = await open(shop);
    await page.sees('Refund #1001');
    await page.choose('recipe', LABEL);
    await page.type('amount:returnLabel', '7.45');
    shop.updatedAt = '2026-11-22T11:30:00Z';
    await page.press('Refund €14.40');
    await page.sees('The order has changed meanwhile.');
    expect(page.field('amount:returnLabel').properties['value']).toBe('7.45');
    expect(shop.refunds).toEqual([]);
    await page.press('Refund €14.40');
    await page.sees("A refund can't be undone.");
  });

  it('plans again when someone refunded between confirming and executing', async () => {
    const shop = new WireShop();
    const page = await confirming(shop);
    shop.updatedAt = '2026-11-22T11:30:00Z';
    await page.press('Refund €14.40');
    await page.sees('The order has changed meanwhile.');
    expect([shop.refunds.length, shop.credits.length]).toEqual([0, 0]);
  });

  it('stops where Shopify comes out differently, until a person takes its figures', async () => {
    const shop = new WireShop();
    shop.suggest = () => '5.00';
    const page = await confirming(shop);
    await page.sees('Shopify calculates €5.00, we calculated €6.95.');
    expect(button(page, 'Refund').properties['disabled']).toBe(true);
    await page.press("Take Shopify's figures");
    await page.press('Refund €12.45');
    await page.sees('Refunded €12.45');
    expect([shop.refunded(), shop.balance()]).toEqual([500, 745]);
  });

  it('tells who may refund but may not write the claim, and moves nothing', async () => {
    const shop = new WireShop();
    const page = await confirming(shop);
    shop.fail('MetafieldsSet', 'refused');
    await page.press('Refund €14.40');
    await page.sees('Nothing was done');
    await page.sees('You may refund, but you may not note on the order that a refund is under way');
    expect([shop.refunds.length, shop.credits.length]).toEqual([0, 0]);
  });

  it('tells who may not see the order, and tries again', async () => {
    const shop = new WireShop();
    shop.fail('OrderForRefund', 'refused');
    const page = await open(shop);
    await page.sees("You don't have the permission for this.");
    await page.press('Try again');
    await page.sees('Refund #1001');
    expect(shop.requests).toEqual(['OrderForRefund', 'OrderForRefund']);
  });

  it('waits by itself when Shopify is busy, and says so', async () => {
    const shop = new WireShop();
    shop.fail('OrderForRefund', 'throttled');
    const page = await open(shop);
    await page.sees('Shopify is busy.');
    await page.sees('Refund #1001');
    expect(shop.requests).toEqual(['OrderForRefund', 'OrderForRefund']);
  });

  it('shows an execution that stopped on the way, with how far it is', async () => {
    const shop = new WireShop();
    const page = await confirming(shop);
    shop.fail('StoreCreditAccountCredit', 'refused');
    await page.press('Refund €14.40');
    await page.sees('Stopped on the way');
    await page.sees(/Refund €6\.95 on the order\nRefund 1\nDone/);
    const again = await open(shop);
    await again.sees("A refund on this order isn't finished");
    await again.sees('1 of 2 steps done');
    await again.sees('Someone may still be working on it.');
    await again.press('Try again');
    await again.sees("A refund on this order isn't finished");
    expect(shop.balance()).toBe(0);
  });

  it('warns where all is done but store credit may have been given twice', async () => {
    const shop = new WireShop();
    const page = await confirming(shop, {
      admin: async (request) => {
        if (request.body.includes('mutation StoreCreditAccountCredit')) await shop.wire(request);
        return shop.wire(request);
      },
    });
    await page.press('Refund €14.40');
    await page.sees('Refunded €14.40');
    expect(shop.balance()).toBe(1490);
    expect(page.elements('s-banner').map(({properties}) => properties['tone'])).toEqual(['warning']);
    expect(page.text().split('The same store credit may have been given twice.')).toHaveLength(2);
  });

  it('says when the evidence could not be stored', async () => {
    const shop = new WireShop();
    shop.fail('MetaobjectPairUpsert', 'refused');
    const page = await confirming(shop);
    await page.press('Refund €14.40');
    await page.sees('Refunded €14.40');
    expect(page.text()).toContain("its evidence couldn't be stored separately");
  });

  it('tells who may not refund to the original payment what they can do, and once', async () => {
    const shop = new WireShop();
    shop.fail('RefundCreate', 'refused');
    const page = await confirming(shop);
    await page.press('Refund €14.40');
    await page.sees('Stopped on the way');
    expect(page.text().split('You may not refund to the original payment. Give store credit instead')).toHaveLength(2);
    expect(page.text()).not.toContain("You don't have the permission");
    expect([shop.refunds.length, shop.credits.length]).toEqual([0, 0]);
  });

  it("gives a gift card's code a field to copy it from", async () => {
    const shop = new WireShop();
    shop.over = {customer: null};
    const page = await open(shop);
    await page.sees('Refund #1001');
    await page.choose('recipe', 'goodwill-amount');
    await page.type('amount:goodwill', '7.45');
    await page.press('Give €7.45');
    await page.press('Refund €7.45');
    await page.sees("A refund can't be undone.");
    await page.press('Refund €7.45');
    await page.sees('Refunded €7.45');
    expect([...shop.giftCards]).toEqual([[page.field('giftCard').properties['value'], 745]]);
    expect(page.field('giftCard').properties).toMatchObject({readOnly: true, label: "The gift card's code"});
  });

  it('counts as refunded only what has arrived', async () => {
    const shop = new WireShop();
    shop.refundStatus = 'PENDING';
    const page = await confirming(shop);
    await page.press('Refund €14.40');
    await page.sees('Refunded €7.45');
    await page.sees("€6.95 is on its way: the payment provider hasn't confirmed it yet.");
    expect(page.field('message').properties['value']).toContain('onderweg');
  });

  it('says what is still to be paid outside Shopify to a guest', async () => {
    const shop = new WireShop();
    shop.over = {customer: null};
    const page = await confirming(shop);
    await page.sees(/To be paid outside Shopify\nA guest has no store credit\n€7\.45/);
    await page.press('Refund €14.40');
    await page.sees('Refunded €6.95');
    await page.sees('€7.45 is still to be paid outside Shopify.');
    expect([shop.refunded(), shop.balance()]).toEqual([695, 0]);
  });

  it('asks who agreed before money becomes store credit', async () => {
    const shop = new WireShop();
    const page = await open(shop);
    await page.sees('Refund #1001');
    await page.choose('recipe', 'store-credit-bonus');
    await page.sees("The customer's consent");
    expect(button(page, 'Refund').properties['disabled']).toBe(true);
    await page.choose('consent.by', 'customer');
    await page.choose('consent.channel', 'phone');
    expect(button(page, 'Refund €').properties['disabled']).toBe(false);
  });

  it('reports a stored recipe that is broken; the others work', async () => {
    const shop = new WireShop();
    const broken = {
      id: 'gid://shopify/Metaobject/1',
      handle: 'ours',
      updatedAt: '2026-11-20T10:00:00Z',
      recipe: {value: '{"format":1}'},
      enabled: null,
    };
    shop.context = {recipes: {nodes: [broken], pageInfo: {hasNextPage: false}}};
    const page = await open(shop);
    await page.sees("One recipe of yours can't be used");
    await page.sees(/ours: “recipe\.\w+/);
    await page.choose('recipe', 'full-refund');
    expect(button(page, 'Refund €56.95').properties['disabled']).toBe(false);
  });

  it('explains an order from which nothing can be refunded any more', async () => {
    const shop = new WireShop();
    shop.received = 0;
    shop.over = {
      lineItems: {
        nodes: [line({refundableQuantity: 0})],
        pageInfo: {hasNextPage: false, endCursor: null},
      },
    };
    const page = await open(shop);
    await page.sees('Refund #1001');
    await page.choose('recipe', 'full-refund');
    await page.sees('Already refunded');
    expect(button(page, 'Refund').properties['disabled']).toBe(true);
  });

  it('says so when Shopify tells no order', async () => {
    const page = await openAction({orderId: null, admin: new WireShop().wire});
    await page.sees("Shopify didn't say which order this is.");
    expect(page.elements('s-button')).toHaveLength(1);
  });

  it('keeps 300 lines usable: pages, a search, and nothing cut from the sum', async () => {
    const shop = new WireShop();
    const nodes = Array.from({length: 300}, (_, index) =>
      line({
        id: `gid://shopify/LineItem/${index + 1}`,
        name: `Tile ${index + 1}`,
        sku: `T-${index + 1}`,
        quantity: 1,
        refundableQuantity: 1,
      }),
    );
    shop.over = {lineItems: {nodes, pageInfo: {hasNextPage: false, endCursor: null}}};
    const page = await open(shop);
    await page.sees('Refund #1001');
    await page.choose('recipe', 'chosen-items');
    expect(page.elements('s-number-field')).toHaveLength(10);
    await page.press('Show 10 more lines');
    expect(page.elements('s-number-field')).toHaveLength(20);
    await page.type('search', 'tile 300');
    expect(page.elements('s-number-field')).toHaveLength(1);
    await page.press('All');
    await page.sees('1 unit of 300 chosen');
    await page.type('search', 'cupboard');
    await page.sees('No line has “cupboard” in its name or SKU.');
  });
});
