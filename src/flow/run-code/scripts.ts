import {FLOW_ORDER_FIELDS} from '../../adapters/flow-fields.ts';
import type {Constant, Script} from './types.ts';
import {VERDICT} from './verdict.ts';

const METAFIELD = '{ value compareDigest updatedAt }';
const CLAIM = `refundRecipesClaim ${METAFIELD} refundRecipesFlowRun ${METAFIELD}`;
const ORDER = `${FLOW_ORDER_FIELDS} ${CLAIM}`;

const PLANNED = {
  ...VERDICT,
  orderName: ['SafeText', 'For example #1001'],
  amount: ['SafeText', 'What the customer gets in all, for example 12.50'],
  currency: ['SafeText', 'For example EUR'],
  refundAmount: ['SafeText', 'Of it, by the refund'],
  creditAmount: ['SafeText', 'Of it, as extra store credit'],
  giftCardAmount: ['SafeText', 'Of it, as a gift card'],
  outsideAmount: ['SafeText', 'Of it, to be paid by hand'],
  planId: ['SafeText', 'The plan’s reference: it stands in the note of the refund or gift card'],
  refundInput: ['JsonText', 'input of refundCreate'],
  creditOwner: ['SafeText', 'id of storeCreditAccountCredit'],
  creditInput: ['JsonText', 'creditInput of storeCreditAccountCredit'],
  giftCardInput: ['JsonText', 'input of giftCardCreate'],
  claimStart: ['JsonText', 'metafields of metafieldsSet up to the nonce'],
  claimEnd: ['JsonText', 'metafields of metafieldsSet after the nonce'],
} as const;

const DRY_RUN: Constant = {name: 'DRY_RUN', value: true, about: 'true: only say what would be paid. false: pay it.'};
const AGAIN: Constant = {
  name: 'AGAIN',
  value: '',
  about: 'An order is paid once. For a second, deliberate time, write any other text here.',
};
const CURRENCY: Constant = {name: 'CURRENCY', value: 'EUR', about: 'Orders in another currency are left alone.'};
const AT_MOST: Constant = {
  name: 'AT_MOST',
  value: '100.00',
  about: 'Orders that would get more are left to a person.',
};
const NOTIFY: Constant = {
  name: 'NOTIFY_CUSTOMER',
  value: true,
  about: 'Whether Shopify mails the customer about it: true or false.',
};

/** Order lines that are left, back to how they were paid. Safety A: a second time, no lines are left. */
export const REMAINING_LINES = {
  entry: 'remaining-lines',
  title: 'Refund the remaining lines',
  constants: [DRY_RUN, CURRENCY, AT_MOST, NOTIFY, AGAIN],
  reads: {order: ORDER},
  fields: PLANNED,
} as const satisfies Script;

/** A goodwill gift card. Safety A: a second time, the code is taken. */
export const GIFT_CARD = {
  entry: 'gift-card',
  title: 'Goodwill gift card',
  constants: [
    DRY_RUN,
    {name: 'AMOUNT', value: '10.00', about: 'What the gift card is worth.'},
    {...CURRENCY, about: 'The shop’s currency. Orders in another one are left alone.'},
    {name: 'SECRET', value: '', about: 'At least 20 random characters, once and for all: card codes follow from them.'},
    AGAIN,
  ],
  reads: {order: ORDER},
  fields: PLANNED,
} as const satisfies Script;

/** Remaining lines as store credit with a bonus. Safety B: nothing guards the bonus against a step that is repeated. */
export const STORE_CREDIT_BONUS = {
  entry: 'store-credit-bonus',
  title: 'Store credit with a bonus, instead of cash',
  constants: [
    DRY_RUN,
    {name: 'BONUS_PERCENT', value: '10', about: 'The bonus, in per cent of what is refunded.'},
    {name: 'BONUS_DAYS', value: 365, about: 'After how many days the bonus expires. What was paid never does.'},
    {
      name: 'CONSENT',
      value: '',
      about: 'How your customers agree to store credit, for example: asked for it by mail. Empty: nothing is paid.',
    },
    CURRENCY,
    AT_MOST,
    NOTIFY,
    AGAIN,
  ],
  reads: {order: ORDER},
  fields: PLANNED,
} as const satisfies Script;

const ERRORS = 'userErrors { field message }';
const BAG = '{ presentmentMoney { amount currencyCode } }';
const PAID = {
  refundCreate: `refund { id transactions { id kind status gateway amountSet ${BAG} parentTransaction { id } } } ${ERRORS}`,
  storeCreditAccountCredit: `storeCreditAccountTransaction { id balanceAfterTransaction { amount currencyCode } } ${ERRORS}`,
  giftCardCreate: 'giftCard { id } userErrors { field message code }',
};

/** What a money step's answer proves, and the claim that follows from it. */
export const confirmScript = (mutation: keyof typeof PAID) =>
  ({
    entry: 'confirm',
    title: `What became of it (${mutation})`,
    constants: [],
    reads: {order: 'name', written: `metafields { key value compareDigest } ${ERRORS}`, paid: PAID[mutation]},
    fields: {
      ...VERDICT,
      state: ['SafeText', 'done, partlyDone, failed or unknown'],
      done: ['Bool', 'Whether everything is paid'],
      metafields: ['JsonText', 'metafields of metafieldsSet: the claim as it stands now, and the summary'],
      tagsToAdd: ['JsonText', 'tags of tagsAdd'],
      tagsToRemove: ['JsonText', 'tags of tagsRemove'],
      subject: ['SafeText', 'The subject of the mail to staff'],
    },
  }) as const satisfies Script;
