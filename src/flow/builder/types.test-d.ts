/**
 * What the compiler refuses. `npm run -s types` runs these: an expectation that no longer fails is an error. Nothing here runs.
 */
import type {Bool, JsonText, Money, SafeText, Text} from './index.ts';
import {
  and,
  any,
  bare,
  type Code,
  contains,
  each,
  equals,
  greater,
  isPresent,
  jsonInText,
  liquid,
  madeJson,
  now,
  oneOf,
  orderCreated,
  returnClosed,
  safe,
  scheduled,
  workflow,
} from './index.ts';
import {ALARM, codeOf, GIFT_CARD} from '../run-code/index.ts';
import type {About} from './workflow.ts';

declare const about: About;
declare const code: Code<
  {
    readonly go: Bool;
    readonly why: SafeText;
    readonly note: Text;
    readonly amount: Money;
    readonly variables: JsonText;
    readonly start: JsonText;
    readonly end: JsonText;
  },
  never
>;

export const paths = workflow(about, orderCreated, (steps, {order, shop}) => {
  steps.addOrderTags('a path that is there', order.id, ['vip']);
  // @ts-expect-error The Admin API of Flow's version has no such field.
  steps.addOrderTags('a wrong path', order.identifier, ['vip']);
  // @ts-expect-error A customer has no line items.
  steps.addOrderTags('a wrong path, further down', order.customer.lineItems, ['vip']);
  // @ts-expect-error An order's name is no id.
  steps.addOrderTags('another type', order.name, ['vip']);
  // @ts-expect-error An object is no id.
  steps.addOrderTags('an object', order, ['vip']);
  // @ts-expect-error A list has no fields: its items have.
  steps.addOrderTags('a list', order.lineItems.id, ['vip']);
  // @ts-expect-error Connections are plain lists in Flow.
  steps.addOrderTags('a connection', order.lineItems.nodes, ['vip']);
  // @ts-expect-error Only single values can be put out.
  steps.sendInternalEmail('a list in a mail', {subject: liquid`${order.lineItems}`, message: liquid``});
  // @ts-expect-error Only single values can be put out.
  steps.sendInternalEmail('an object in a mail', {subject: liquid`${shop}`, message: liquid``});
  // @ts-expect-error Only a list can be gone through.
  steps.forEach('no list', order.customer, () => {});
  // @ts-expect-error The scheduled trigger gives no order.
  workflow(about, scheduled({days: 1}), (_steps, given) => given.order);
});

const creditInput = {creditAmount: {amount: '5.00', currencyCode: 'EUR'}} as const;

export const ids = workflow(about, returnClosed, (steps, {return: closed}) => {
  steps.addOrderTags('the order of the return', closed.order.id, ['vip']);
  // @ts-expect-error A return's id is none of an order.
  steps.addOrderTags('the return', closed.id, ['vip']);
  // @ts-expect-error Its number alone isn't one either.
  steps.updateOrderNote('a number', closed.order.legacyResourceId, liquid``);
  steps.sendAdminApiRequest('the order of the return, refunded', 'refundCreate', {input: {orderId: closed.order.id}});
  // @ts-expect-error It refunds an order, not a return.
  steps.sendAdminApiRequest('the return, refunded', 'refundCreate', {input: {orderId: closed.id}});
  steps.sendAdminApiRequest('a tag may stand on anything', 'tagsAdd', {id: closed.order.customer.id, tags: ['vip']});
  // @ts-expect-error On an object by its id, not by its number.
  steps.sendAdminApiRequest('a number, tagged', 'tagsAdd', {id: closed.order.legacyResourceId, tags: ['vip']});
  steps.sendAdminApiRequest('an id made with it', 'tagsAdd', {
    id: safe`gid://shopify/Order/${closed.order.legacyResourceId}`,
    tags: ['vip'],
  });
  // @ts-expect-error An order is changed, not a return.
  steps.sendAdminApiRequest('the return, changed', 'orderUpdate', {input: {id: closed.id, note: 'x'}});
  // @ts-expect-error An order has no store credit.
  steps.sendAdminApiRequest('credit to an order', 'storeCreditAccountCredit', {id: closed.order.id, creditInput});
  steps.sendAdminApiRequest('credit to a customer', 'storeCreditAccountCredit', {
    id: closed.order.customer.id,
    creditInput,
  });
  // @ts-expect-error A card is mailed, not an order.
  steps.sendAdminApiRequest('an order, mailed', 'giftCardSendNotificationToCustomer', {id: closed.order.id});
  // @ts-expect-error Which card?
  steps.sendAdminApiRequest('nothing, mailed', 'giftCardSendNotificationToCustomer', {});
  jsonInText({number: closed.order.legacyResourceId});
  // @ts-expect-error Ids of two kinds of objects are never the same.
  equals(closed.id, closed.order.id);
});

export const conditions = workflow(about, orderCreated, (_steps, {order}) => {
  equals(order.refundable, true);
  // @ts-expect-error A Boolean is no text.
  equals(order.refundable, 'true');
  equals(order.displayFinancialStatus, 'PAID');
  // @ts-expect-error No financial status of Shopify's.
  equals(order.displayFinancialStatus, 'PAYED');
  // @ts-expect-error One of them is none.
  oneOf(order.displayFinancialStatus, ['PAID', 'REFUND']);
  greater(order.totalPriceSet.shopMoney.amount, 100);
  // @ts-expect-error Texts have no order.
  greater(order.name, 'a');
  // @ts-expect-error A number contains no text.
  contains(order.totalPriceSet.shopMoney.amount, '1');
  // @ts-expect-error A list is gone through with `any`.
  equals(order.tags, 'vip');
  any(order.tags, (tag) => equals(tag, 'vip'));
  // @ts-expect-error A line item has no financial status.
  any(order.lineItems, (line) => equals(line.displayFinancialStatus, 'PAID'));
  // @ts-expect-error An object is there or not only by a field of it.
  isPresent(order.customer);
});

export const scopes = workflow(about, orderCreated, (steps, {order}) => {
  let kept = order.id;
  let keptLine = steps;
  steps.forEach('each line', order.lineItems, (inside, line) => {
    inside.addOrderTags('the order, inside', order.id, ['seen']);
    const written = inside.sendAdminApiRequest('inside', 'tagsAdd', {id: line.id, tags: ['seen']});
    inside.when('both', and(equals(line.title, 'x'), isPresent(order.name)), (yes) => {
      yes.sendInternalEmail('of the loop', {subject: liquid`${order.name} ${line.title}`, message: liquid``});
      const later = yes.runCode('in the branch', code);
      yes.sendInternalEmail('of the branch', {subject: liquid`${later.why}`, message: liquid``});
      // @ts-expect-error What a branch yields isn't there outside of it.
      inside.sendInternalEmail('of the branch, outside', {subject: liquid`${later.why}`, message: liquid``});
    });
    const failed = any(written.userErrors, ({message}) => isPresent(message));
    inside.when('inside, inside', failed, () => {});
    // @ts-expect-error What a loop yields isn't there outside of it.
    steps.when('inside, outside', failed, () => {});
    inside.sendInternalEmail('all around, in the lines of a mail', {
      subject: liquid``,
      message: each(line.taxLines, (tax) => liquid`${tax.title} of ${line.title} of ${order.name}`),
    });
    inside.when(
      'all around, in a condition over a list',
      any(line.taxLines, (tax) => and(equals(tax.title, line.title), equals(tax.title, order.name))),
      () => {},
    );
    inside.when(
      'an item, over another list, inside',
      any(order.tags, (tag) => equals(tag, line.title)),
      () => {},
    );
    steps.when(
      'an item, over another list',
      // @ts-expect-error A list that is there everywhere doesn't take an item of a loop along.
      any(order.tags, (tag) => equals(tag, line.title)),
      () => {},
    );
    // @ts-expect-error A loop's line can't be kept for later either.
    keptLine = inside;
    // @ts-expect-error An item isn't there outside of its loop.
    steps.addOrderTags('an item, outside', line.id, ['seen']);
    // @ts-expect-error Nor as a part of a condition.
    steps.when('an item in a condition', and(equals(line.title, 'x'), isPresent(order.name)), () => {});
    // @ts-expect-error Nor as a part of a mail.
    steps.sendInternalEmail('an item in a mail', {subject: liquid`${order.name} ${line.title}`, message: liquid``});
    // @ts-expect-error Nor in a request.
    steps.sendAdminApiRequest('an item in a request', 'tagsAdd', {id: line.id, tags: []});
    // @ts-expect-error Nor as the list of a mail's lines.
    steps.sendInternalEmail('lines', {subject: liquid``, message: each(line.taxLines, (tax) => liquid`${tax.title}`)});
    // @ts-expect-error Nor by being kept for later.
    kept = line.id;
  });
  steps.addOrderTags('kept', kept, []);
  keptLine.addOrderTags('kept too', kept, []);
  steps.sendInternalEmail('the lines', {
    subject: liquid`${order.name}`,
    message: each(order.lineItems, (line) => liquid`${line.title} of ${order.name}`),
  });
});

export const scripts = workflow(about, scheduled({days: 1}), (steps, {scheduledAt, shop}) => {
  const orders = steps.getOrders('orders', liquid`tag:'vip'`);
  steps.forEach('each order', orders, (inside, order) => {
    inside.runCode('an item and what is there everywhere', codeOf(ALARM, {order, scheduledAt}));
    const kept = codeOf(GIFT_CARD, {order}, {AMOUNT: '5.00'});
    // @ts-expect-error A script that reads an item of a loop isn't there outside of it either.
    steps.runCode('an item, outside', kept);
    // @ts-expect-error A shop is no order.
    codeOf(GIFT_CARD, {order: shop});
    // @ts-expect-error An order's name is none either.
    codeOf(GIFT_CARD, {order: order.name});
    // @ts-expect-error The script reads the moment, too.
    codeOf(ALARM, {order});
    // @ts-expect-error The script reads no shop.
    codeOf(GIFT_CARD, {order, shop});
    // @ts-expect-error The script has no such constant.
    codeOf(GIFT_CARD, {order}, {AMOUNTS: '5.00'});
  });
});

export const requests = workflow(about, orderCreated, (steps, {order}) => {
  const ran = steps.runCode('plan', code);
  // @ts-expect-error Run code gives no such thing.
  steps.addOrderTags('not given', ran.orderId, []);
  steps.sendAdminApiRequest('ids, safe texts, moments', 'metafieldsSet', {
    metafields: [
      {ownerId: order.id, key: 'a', value: ran.why},
      {ownerId: order.id, key: 'b', value: now('%s%N')},
      {ownerId: order.id, key: 'c', value: safe`${order.id} at ${now('%s')}`, compareDigest: null},
      {ownerId: order.id, key: 'd', value: jsonInText({order: order.id, most: ran.amount, list: [1, 'two']})},
    ],
  });
  steps.sendAdminApiRequest('variables that Run code made', 'refundCreate', bare(ran.variables));
  steps.sendAdminApiRequest('in parts', 'metafieldsSet', madeJson`${ran.start}${now('%s%N')}${ran.end}`);
  steps.sendAdminApiRequest('part of them', 'refundCreate', {input: bare(ran.variables)});
  // @ts-expect-error An order's note may hold a quote, which would break the JSON, or worse.
  steps.sendAdminApiRequest('a note', 'refundCreate', {input: {orderId: order.id, note: order.note}});
  // @ts-expect-error Also what Run code gives as plain text.
  steps.sendAdminApiRequest('its note', 'refundCreate', {input: {orderId: order.id, note: ran.note}});
  // @ts-expect-error Also within a longer text.
  void safe`Note: ${order.note}`;
  // @ts-expect-error Also within the JSON of a metafield.
  jsonInText({note: order.note});
  // @ts-expect-error What was escaped once isn't safe in JSON within JSON.
  jsonInText({note: ran.why});
  // @ts-expect-error Also without quotes.
  bare(order.note);
  // @ts-expect-error JSON that Run code made is whole, not text between quotes.
  steps.sendAdminApiRequest('quoted', 'tagsAdd', {id: ran.variables, tags: []});
  // @ts-expect-error Liquid is for mails and notes.
  steps.sendAdminApiRequest('Liquid', 'tagsAdd', {id: liquid`${order.id}`, tags: []});
  // @ts-expect-error The mutation takes no such argument.
  steps.sendAdminApiRequest('an argument too many', 'tagsAdd', {id: order.id, tags: [], notify: true});
  // @ts-expect-error The mutation wants tags.
  steps.sendAdminApiRequest('an argument too few', 'tagsAdd', {id: order.id});
  steps.sendAdminApiRequest('a kind', 'refundCreate', {
    // @ts-expect-error No kind of transaction of Shopify's, however deep it stands.
    input: {orderId: order.id, transactions: [{orderId: order.id, amount: '1.00', gateway: 'x', kind: 'REFUNDS'}]},
  });
  steps.sendAdminApiRequest('half an amount', 'storeCreditAccountCredit', {
    id: order.customer.id,
    // @ts-expect-error An amount wants its currency.
    creditInput: {creditAmount: {amount: ran.amount}},
  });
  // @ts-expect-error A list of words that anybody typed is no safer than one.
  steps.sendAdminApiRequest('tags', 'tagsAdd', {id: order.id, tags: order.tags});
  // @ts-expect-error A mistake of Shopify's own samples: refundCreate takes one argument, input.
  steps.sendAdminApiRequest('another shape', 'refundCreate', {orderId: order.id, notify: true});
  // @ts-expect-error No mutation that our workflows send.
  steps.sendAdminApiRequest('another mutation', 'productDelete', {id: order.id});
});

export const metafields = workflow(about, orderCreated, (steps, {order}) => {
  const claim = steps.metafield(order, 'Order', 'refund_recipes', 'claim');
  isPresent(claim.value);
  // @ts-expect-error An order's metafield is patched on Order.
  steps.metafield(order, 'Customer', 'refund_recipes', 'claim');
  // @ts-expect-error A name has no metafields.
  steps.metafield(order.name, 'Order', 'refund_recipes', 'claim');
});
