/** The five triggers as merchants see them in Flow. extensions/trigger-* and docs/triggers.md are made from this. */

export interface Field {
  /** Letters and spaces only; left out for references. */
  readonly key?: string;
  /** As Shopify's CLI takes it: facts flow.md §6. */
  readonly type: string;
  readonly description: string;
}

export interface Trigger {
  /** Behind `refund-`: the handle; behind `trigger-`: the folder. */
  readonly key: string;
  readonly uid: string;
  readonly name: string;
  readonly description: string;
  /** What `Total` adds up and `movements` lists. */
  readonly about: string;
  /** When it fires, for the docs. */
  readonly when: string;
}

export const TRIGGERS: readonly Trigger[] = [
  {
    key: 'completed',
    uid: 'a6f5b0d3-0f5e-4c1b-9d4a-6c2f1f7a3e01',
    name: 'Refund plan completed',
    description: 'Every step of a refund is done. Carries the message for the customer.',
    about: 'what was refunded, what is on its way and what is owed outside included',
    when: 'Every call of a plan is done: right after *Refund* or *Resume*, or when somebody answers the last open question; and once more, with _Sent before_ true, when a payment that failed afterwards is settled. Payments that Shopify has accepted and not carried out yet have the status `onItsWay`.',
  },
  {
    key: 'approval',
    uid: 'b1c8e7a2-5d34-4f60-8a91-2e7d9b4c5f02',
    name: 'Refund approval requested',
    description: 'A refund above a limit waits for somebody else to approve it.',
    about: 'what is asked for',
    when: 'Staff asked for the approval of a plan above a limit and the request stands on the order. Requests below the limits, and those that Flow itself writes, fire nothing.',
  },
  {
    key: 'label',
    uid: 'c3d97b64-8e15-4a72-b3f0-4d1a6e8c7b03',
    name: 'Return label credited',
    description: 'The customer was credited for a return label.',
    about: 'the credit for the return label alone',
    when: 'Every call that carries a return label is done, wherever the money went, also when another call of the plan is still open.',
  },
  {
    key: 'outside',
    uid: 'd4ea8c75-9f26-4b83-84a1-5e2b7f9d8c04',
    name: 'Outside payment owed',
    description: 'The shop owes the customer money that Shopify can’t pay: a bank transfer, for example.',
    about: 'everything on this order that is owed outside Shopify',
    when: 'A plan leaves an amount to be paid outside Shopify, or a payment of an earlier refund failed after another one had begun.',
  },
  {
    key: 'attention',
    uid: 'e5fb9d86-a037-4c94-95b2-6f3c8a0e9d05',
    name: 'Refund needs attention',
    description: 'A refund stopped, its outcome is unknown, a payment failed, or something was given twice.',
    about: 'the steps that somebody has to look at, done or not',
    when: 'An execution stops, also with an unknown outcome; a payment that was on its way fails; store credit was given twice; and, when somebody opens the order, a record that was changed by hand or was left open by a closed tab.',
  },
];

const text = 'single_line_text_field';

/** The same for every trigger, so that a workflow reads alike whatever starts it. */
export function fieldsOf({about}: Trigger): readonly Field[] {
  const part = (what: string) => `Part of Total, decimal: ${what}.`;
  return [
    {type: 'order_reference', description: 'The order.'},
    {type: 'customer_reference', description: 'The order’s customer; a guest’s order has none.'},
    {
      key: 'Plan reference',
      type: text,
      description: 'The same for every trigger of one plan: also to do something only once.',
    },
    {key: 'Recipe', type: text, description: 'The recipe’s handle.'},
    {key: 'Recipe title', type: text, description: 'The recipe’s name, in the language of whoever refunded.'},
    {key: 'Ground', type: text, description: 'withdrawal, defect, policy or goodwill.'},
    {key: 'Currency', type: text, description: 'The currency of all totals, such as EUR.'},
    {key: 'Total', type: text, description: `Decimal: ${about}.`},
    {key: 'Total number', type: 'number_decimal', description: 'Total as a number, for conditions.'},
    {key: 'Owed', type: text, description: part('what the law or the sale gives the customer')},
    {key: 'Policy', type: text, description: part('what the shop’s own policy gives')},
    {key: 'Goodwill', type: text, description: part('what is given on top')},
    {key: 'Original payment', type: text, description: part('back to how the customer paid')},
    {key: 'Store credit', type: text, description: part('as store credit')},
    {key: 'Gift card', type: text, description: part('as a gift card')},
    {key: 'Outside payment', type: text, description: part('outside Shopify')},
    {key: 'Open', type: text, description: 'What isn’t there yet: amount, destination and state of each, or empty.'},
    {key: 'Why', type: text, description: 'Why it is open or needs attention; for an approval, the limits. Or empty.'},
    {
      key: 'Reason',
      type: text,
      description: 'Why it was released or approved, else why staff or a workflow asked for it. Or empty.',
    },
    {key: 'References', type: text, description: 'The plan and Shopify’s ids of what was carried out, for staff.'},
    {
      key: 'Staff',
      type: text,
      description: 'Shopify’s id of who did it or asked for it, or flow for an action: a record, not a proof.',
    },
    {
      key: 'Sent before',
      type: 'boolean',
      description: 'True where Flow may have got this before: check before you mail.',
    },
    {key: 'Details', type: 'schema.Details', description: 'The message for the customer, and each movement of money.'},
  ];
}

/** Complex types: lists, and a text with line ends, which a single-line field may not hold. */
export const SCHEMA = `type Details {
  "What the customer reads, in their language, with line ends. Only when a refund is completed; else empty."
  message: String!
  "What Total adds up, one by one."
  movements: [Movement!]!
  "How many movements didn't fit."
  movementsLeftOut: Int!
}

type Movement {
  "refundToOriginalPayment, refundToStoreCredit, storeCredit, giftCard or outsidePayment."
  destination: String!
  "owed, policy or goodwill; empty where it isn't known."
  class: String!
  "Decimal, such as 7.45."
  amount: String!
  currency: String!
  "done, onItsWay, owed, open, or asked for an approval."
  status: String!
  "What it is made of; fees are negative."
  parts: [Part!]!
  "When store credit expires (ISO 8601)."
  expiresAt: String
}

type Part {
  "items, tax, shipping, duties, returnLabel, goodwill, bonus and others."
  component: String!
  amount: String!
  currency: String!
}
`;
