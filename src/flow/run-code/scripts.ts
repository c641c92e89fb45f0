import {FLOW_MONEY_FIELDS, FLOW_ORDER_FIELDS} from '../../adapters/flow-fields.ts';
import type {Constant, Script} from './types.ts';
import {VERDICT} from './verdict.ts';

const METAFIELD = '{ value compareDigest updatedAt }';
const CLAIM = `refundRecipesClaim ${METAFIELD} refundRecipesFlowRun ${METAFIELD}`;
const ORDER = `${FLOW_ORDER_FIELDS} ${CLAIM}`;
const REQUESTS = `${CLAIM} refundRecipesAsk ${METAFIELD} refundRecipesRequest ${METAFIELD}`;

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
  giftCardEnd: ['SafeText', 'The last four characters of its code, as the shop’s gift cards show them'],
  claimStart: ['JsonText', 'metafields of metafieldsSet up to the nonce'],
  claimEnd: ['JsonText', 'metafields of metafieldsSet after the nonce'],
} as const;

const DRY_RUN = {
  name: 'DRY_RUN',
  value: true,
  about: 'true: only say what would be paid. false: pay it.',
} as const satisfies Constant;
const AGAIN = {
  name: 'AGAIN',
  value: '',
  about: 'An order is paid once. For a second, deliberate time, write any other text here.',
} as const satisfies Constant;
const CURRENCY = {
  name: 'CURRENCY',
  value: 'EUR',
  about: 'Orders in another currency are left alone.',
} as const satisfies Constant;
const AT_MOST = {
  name: 'AT_MOST',
  value: '100.00',
  about: 'Orders that would get more are left to a person.',
} as const satisfies Constant;
const NOTIFY = {
  name: 'NOTIFY_CUSTOMER',
  value: true,
  about: 'Whether Shopify mails the customer about it: true or false.',
} as const satisfies Constant;

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
    {...NOTIFY, about: 'true: Shopify mails the card to the customer. false: you send it.'},
    AGAIN,
  ],
  reads: {order: `${FLOW_MONEY_FIELDS} tags disputes { status } customer { id } ${CLAIM}`},
  fields: {
    ...PLANNED,
    notify: ['Bool', 'Whether Shopify is to mail the card: there is a customer, and you want it'],
    first: ['Bool', 'Whether no earlier card of this order waits to be sent'],
  },
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
  reads: {order: ORDER, scheduledAt: null},
  fields: PLANNED,
} as const satisfies Script;

const ERRORS = 'userErrors { field message }';
const BAG = '{ presentmentMoney { amount currencyCode } }';
const REFUND = `id transactions { id kind status gateway amountSet ${BAG} parentTransaction { id } }`;
const PAID = {
  refundCreate: `refund { ${REFUND} } order { refunds { note ${REFUND} } } ${ERRORS}`,
  storeCreditAccountCredit: `storeCreditAccountTransaction { id balanceAfterTransaction { amount currencyCode } } ${ERRORS}`,
  giftCardCreate: 'giftCard { id } userErrors { field message code }',
};

const CONFIRM = {
  refundCreate: 'confirm-refund',
  storeCreditAccountCredit: 'confirm-store-credit',
  giftCardCreate: 'confirm-gift-card',
} as const;

/** What a money step's answer proves, and the claim that follows from it. What answers show is UNCONFIRMED (27). */
export const confirmScript = (mutation: keyof typeof PAID) =>
  ({
    entry: CONFIRM[mutation],
    title: `What became of it (${mutation})`,
    constants: [],
    reads: {order: 'name', written: `metafields { key value compareDigest } ${ERRORS}`, paid: PAID[mutation]},
    fields: {
      ...VERDICT,
      state: ['SafeText', 'done, partlyDone, failed or unknown'],
      done: ['Bool', 'Whether everything is paid'],
      metafields: ['JsonText', 'metafields of metafieldsSet: the claim as it stands now, and the summary'],
      waits: ['Bool', 'Whether somebody or a bank still has to do something'],
    },
  }) as const satisfies Script;

const REASON = {
  name: 'REASON',
  value: '',
  about:
    'Shown to whoever releases the request, and kept with it. Empty: the order’s note, so only where notes hold nothing personal.',
} as const satisfies Constant;
const ASK_AGAIN = {
  ...AGAIN,
  about: 'The same request is made once. For a second, deliberate one, write any other text here.',
} as const satisfies Constant;

const REQUESTED = {
  ...VERDICT,
  orderName: ['SafeText', 'For example #1001'],
  requestId: ['SafeText', 'The request, as the order’s refund block knows it'],
  metafields: ['JsonText', 'metafields of metafieldsSet'],
} as const;

/** Asks for a recipe on an order; a person releases it. Safety C. */
export const REQUEST = {
  entry: 'request',
  title: 'Refund request',
  constants: [
    {name: 'RECIPE', value: 'full-refund', about: 'The handle of a recipe, as App Home shows it.'},
    REASON,
    ASK_AGAIN,
  ],
  reads: {order: `${FLOW_MONEY_FIELDS} note ${REQUESTS}`},
  fields: REQUESTED,
} as const satisfies Script;

/** Asks for shipping plus return label. Safety C. */
export const REQUEST_LABEL = {
  entry: 'request-label',
  title: 'Refund request: shipping plus return label',
  constants: [
    {name: 'LABEL_AMOUNT', value: '7.45', about: 'What the customer paid for the return label.'},
    {name: 'LABEL_CURRENCY', value: 'EUR', about: 'The currency of that amount. Orders in another one are left alone.'},
    {
      name: 'GROUND',
      value: 'withdrawal',
      about: 'Why: withdrawal, defect, policy or goodwill. After a defect the label is owed, else it is a gesture.',
    },
    REASON,
    ASK_AGAIN,
  ],
  reads: {order: `${FLOW_MONEY_FIELDS} note ${REQUESTS}`},
  fields: REQUESTED,
} as const satisfies Script;

/** What waits on an order, and for how long. No money. */
export const REMINDER = {
  entry: 'reminder',
  title: 'What waits on the order',
  constants: [{name: 'AFTER_DAYS', value: 2, about: 'Reminds of what has waited for as many days.'}],
  reads: {order: `id name ${REQUESTS}`, scheduledAt: null},
  fields: {
    ...VERDICT,
    orderName: ['SafeText', 'For example #1001'],
    count: ['Int', 'How many things wait'],
    lines: ['SafeText', 'What waits, and for how long'],
    tagsToRemove: ['JsonText', 'tags of tagsRemove'],
  },
} as const satisfies Script;

const CREDITS = '{ id transactions { event createdAt amount { amount currencyCode } } }';

/** What may have been paid twice. No money. */
export const ALARM = {
  entry: 'alarm',
  title: 'Double-payment alarm',
  constants: [
    {name: 'OPEN_HOURS', value: 4, about: 'A refund that is not finished after so many hours is reported.'},
    {name: 'TWICE_WITHIN_MINUTES', value: 60, about: 'Two refunds of one amount within so many minutes are reported.'},
  ],
  reads: {
    order: `
      id name currencyCode presentmentCurrencyCode
      refunds {
        id note createdAt
        totalRefundedSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
        refundLineItems { lineItem { id } }
      }
      customer { id storeCreditAccounts ${CREDITS} }
      ${CLAIM}
    `,
    scheduledAt: null,
  },
  fields: {
    ...VERDICT,
    orderName: ['SafeText', 'For example #1001'],
    count: ['Int', 'How many findings'],
    findings: ['SafeText', 'What was found'],
    tagsToAdd: ['JsonText', 'tags of tagsAdd'],
  },
} as const satisfies Script;

/** The fourteen days in which a withdrawal is paid back. No money. */
export const WITHDRAWAL_CLOCK = {
  entry: 'withdrawal-clock',
  title: 'EU withdrawal clock',
  constants: [
    {name: 'TAG', value: 'Withdrawal', about: 'The tag of orders whose customers withdrew.'},
    {name: 'FIRST_REMINDER', value: 10, about: 'The day of the first reminder.'},
    {
      name: 'SECOND_REMINDER',
      value: 13,
      about: 'The day of the second reminder. The law gives 14 days; the third comes after them.',
    },
  ],
  reads: {
    order: `
      id name tags displayFinancialStatus currencyCode presentmentCurrencyCode
      refunds { createdAt totalRefundedSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } } }
      refundRecipesWithdrawal ${METAFIELD}
    `,
    scheduledAt: null,
    shop: 'timezoneOffsetMinutes',
  },
  fields: {
    ...VERDICT,
    orderName: ['SafeText', 'For example #1001'],
    today: ['SafeText', 'The shop’s day, for example 2026-11-22'],
    day: ['Int', 'Days since the withdrawal'],
    due: ['SafeText', 'The day by which the money has to be back'],
    dueEnglish: ['SafeText', 'The same for a customer, for example 6 December 2026'],
    dueDutch: ['SafeText', 'The same in Dutch, for example 6 december 2026'],
    tagsToAdd: ['JsonText', 'tags of tagsAdd'],
    tagsToRemove: ['JsonText', 'tags of tagsRemove'],
  },
} as const satisfies Script;

/** Every script, for checks and measurements. */
export const SCRIPTS: readonly Script[] = [
  REQUEST,
  REQUEST_LABEL,
  REMAINING_LINES,
  GIFT_CARD,
  STORE_CREDIT_BONUS,
  confirmScript('refundCreate'),
  confirmScript('storeCreditAccountCredit'),
  confirmScript('giftCardCreate'),
  ALARM,
  REMINDER,
  WITHDRAWAL_CLOCK,
];
