import {expect, it} from 'vitest';
import {createLab, type Lab} from '../index.ts';

const CUSTOMER = 'mutation ($input: CustomerInput!) {customerCreate(input: $input) {customer {id}}}';
const CREATE =
  'mutation ($input: GiftCardCreateInput!) {giftCardCreate(input: $input) {giftCard {id} userErrors {message}}}';
const SEND =
  'mutation ($id: ID!) {giftCardSendNotificationToCustomer(id: $id) {giftCard {id} userErrors {field message code}}}';

async function ask<Answer>(lab: Lab, query: string, variables: Record<string, unknown>): Promise<Answer> {
  const {body} = await lab.handle({version: '2026-07', query, variables});
  return (body as {data: Answer}).data;
}

async function cardFor(lab: Lab, customer: Record<string, string> | null): Promise<string> {
  const made = customer && (await ask<{customerCreate: {customer: {id: string}}}>(lab, CUSTOMER, {input: customer}));
  const customerId = made?.customerCreate.customer.id;
  const input = {initialValue: '10.00', ...(customerId ? {customerId} : {})};
  return (await ask<{giftCardCreate: {giftCard: {id: string}}}>(lab, CREATE, {input})).giftCardCreate.giftCard.id;
}

it.each([
  [{email: 'sanne@example.com'}, null],
  [{firstName: 'Sanne', phone: '+31612345678'}, null],
  [{firstName: 'Sanne'}, 'INVALID'],
  [null, 'CUSTOMER_NOT_FOUND'],
])('a card of the customer %j is mailed, or refused with %s', async (customer, code) => {
  const lab = createLab();
  const id = await cardFor(lab, customer);
  const {giftCardSendNotificationToCustomer: sent} = await ask<Record<string, unknown>>(lab, SEND, {id});
  expect(sent).toMatchObject(
    code === null ? {giftCard: {id}, userErrors: []} : {giftCard: null, userErrors: [{field: ['id'], code}]},
  );
});

it('a card that is not there is refused', async () => {
  const id = 'gid://shopify/GiftCard/404';
  expect(await ask(createLab(), SEND, {id})).toMatchObject({
    giftCardSendNotificationToCustomer: {giftCard: null, userErrors: [{code: 'GIFT_CARD_NOT_FOUND'}]},
  });
});
