import {type Day, listed, type Subject, type Words} from './words.ts';

const DAYS: Readonly<Record<Day, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

const SUBJECTS: Readonly<Record<Subject, string>> = {
  customer: 'one customer',
  draftOrder: 'one draft order',
  order: 'one order',
  product: 'one product',
};

export const EN: Words = {
  safety: {
    A: 'Safety A: it moves money, and the step that moves it guards itself. Repeated, it pays once.',
    B: 'Safety B: it moves money and is guarded against repeated runs only. If Flow repeats the money step itself, it can pay twice.',
    C: 'Safety C: it moves no money. It asks, and a person releases.',
  },
  notC: 'Take care: the name says (C), no money, but a step of it moves money.',
  start: (what) => `Starts: ${what}`,
  startBy: (task) => `when this happens: ${task}.`,
  unknownTrigger: (id) => `by a trigger that isn't known here (${id}).`,
  every: (count, unit) => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`),
  schedule: (every, first, zone) => `by the clock, ${every}, for the first time on ${first} (${zone}).`,
  onDays: (days) =>
    ` on ${listed(
      days.map((day) => DAYS[day]),
      'and',
    )}`,
  byHand: (what) => `A person can also start it on ${SUBJECTS[what]}, with “Run Flow automation”.`,
  reads: (name, type, key) => `Reads the metafield ${key} of each ${type} under the name ${name}.`,
  readsField: (name, type, field, values) =>
    `Reads ${field}${values.length === 0 ? '' : ` (${values.join(', ')})`} of each ${type} under the name ${name}.`,
  forEach: (list, item, limited) =>
    `For each of ${list} (called ${item}${limited ? '; with more than 100 the run fails' : ''}):`,
  afterLoop: 'After the loop:',
  when: (test) => `If ${test}:`,
  otherwise: 'Otherwise:',
  nothingOtherwise: 'Otherwise nothing happens.',
  ends: (state) => `This way ends here. On the way: ${listed(state, 'and')}.`,
  endsWithoutTrace: 'This way ends here, without anything that one could see.',
  goesOn: (number) => `Goes on with step ${number}.`,
  waits: (days) => (days === null ? 'Waits (how long isn’t known here).' : `Waits ${days}.`),
  gets: (query) => (query === '' ? 'Gets orders, 100 at most.' : `Gets the orders that match ${query}, 100 at most.`),
  code: (reads, gives) =>
    `Runs code: it reads ${listed(reads, 'and')}${gives.length === 0 ? '.' : ` and gives ${listed(gives, 'and')}.`}`,
  mails: (to, subject) => `Mails ${to}: “${subject}”.`,
  addsTags: (tags) => `Adds ${tagged(tags)}.`,
  removesTags: (tags) => `Takes ${tagged(tags)} off.`,
  writesMetafield: (key, value) => `Writes the metafield ${key}: ${value}.`,
  writesNote: (text) => `Writes the order's note: “${text}”.`,
  other: (label, fields) => `${label}${fields.length === 0 ? '.' : `: ${fields.join('; ')}.`}`,
  unknown: (id, fields) =>
    `A step that isn't known here (${id})${fields.length === 0 ? '.' : `, with ${fields.join('; ')}.`}`,
  sends: (mutation, about) => `Sends ${mutation} to Shopify${about === null ? '' : `: ${about}`}.`,
  sendsUnreadable: 'Sends a request to Shopify that can’t be read.',
  abouts: {
    giftCardCreate: 'makes a gift card',
    metafieldsDelete: 'deletes metafields',
    metafieldsSet: 'writes metafields, all of them or none',
    orderCancel: 'cancels the order',
    orderUpdate: 'changes the order',
    refundCreate: 'makes a refund',
    returnClose: 'closes the return',
    returnProcess: 'processes the return',
    storeCreditAccountCredit: 'gives store credit',
    storeCreditAccountDebit: 'takes store credit back',
    tagsAdd: 'adds tags',
    tagsRemove: 'takes tags off',
  },
  movesMoney: 'This step moves money.',
  settings: (values) => `Settings: ${values.join(', ')}.`,
  and: 'and',
  or: 'or',
  yes: 'true',
  no: 'false',
  operators: {
    '==': (left, right) => `${left} is ${right}`,
    '!=': (left, right) => `${left} is not ${right}`,
    '>': (left, right) => `${left} is more than ${right}`,
    '>=': (left, right) => `${left} is at least ${right}`,
    '<': (left, right) => `${left} is less than ${right}`,
    '<=': (left, right) => `${left} is at most ${right}`,
    'start_with?': (left, right) => `${left} starts with ${right}`,
    'not_start_with?': (left, right) => `${left} does not start with ${right}`,
    'end_with?': (left, right) => `${left} ends with ${right}`,
    'not_end_with?': (left, right) => `${left} does not end with ${right}`,
    'include?': (left, right) => `${left} contains ${right}`,
    'not_include?': (left, right) => `${left} does not contain ${right}`,
    'in?': (left, right) => `${left} is ${right}`,
    'not_in?': (left, right) => `${left} is none of ${right}`,
    'empty_or_nil?': (left) => `${left} is empty or missing`,
    'not_empty_and_not_nil?': (left) => `${left} is there and not empty`,
    'nil?': (left) => `${left} is missing`,
    'not_nil?': (left) => `${left} is there`,
  },
  quantifiers: {
    ANY: (list, test) => `at least one of ${list} fits (${test})`,
    ALL: (list, test) => `each of ${list} fits (${test})`,
    NONE: (list, test) => `none of ${list} fits (${test})`,
  },
  it: 'it',
  traces: {
    tags: tagged,
    noTags: (tags) => `${tagged(tags)} ${tags.length > 1 ? 'are' : 'is'} gone`,
    mail: (subject) => `a mail “${subject}”`,
    metafield: (key) => `the metafield ${key}`,
    note: 'the note',
    sent: {
      giftCardCreate: 'a gift card',
      metafieldsSet: 'metafields',
      orderCancel: 'the cancelled order',
      refundCreate: 'a refund',
      storeCreditAccountCredit: 'store credit',
    },
  },
  conditionUnreadable: 'a condition holds that can’t be read',
  circle: 'Its steps lead back to one another, so there is no order to tell them in.',
  unreachable: 'Never reached:',
  nothingStarts: 'Nothing starts it.',
};

function tagged(tags: readonly string[]): string {
  return `the tag${tags.length > 1 ? 's' : ''} ${listed(tags, 'and')}`;
}
