import {expect, it} from 'vitest';
import type {Call} from '../core/index.ts';
import {mailsThatGoOut} from './index.ts';

const amount = {minor: 745, currency: 'EUR'};
const credit: Call = {
  id: 'call-1',
  kind: 'storeCreditAccountCredit',
  legs: [],
  ownerId: 'gid://shopify/Customer/1',
  amount,
  expiresAfterDays: null,
  notify: true,
};

it('names the mails of Shopify that a plan sets off', () => {
  expect(mailsThatGoOut({calls: [credit, {id: 'call-2', kind: 'outsidePayment', legs: [], amount}]})).toEqual([
    {mail: 'shopifyStoreCredit', callId: 'call-1'},
  ]);
  expect(mailsThatGoOut({calls: [{...credit, notify: false}]})).toEqual([]);
});
