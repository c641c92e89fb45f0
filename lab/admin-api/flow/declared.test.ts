import {describe, expect, it} from 'vitest';
import {payloadProblems} from './declared.ts';

const TRIGGER = {
  handle: 'refund-done',
  name: 'Refund done',
  fields: [
    {key: 'order_id', type: 'order_reference'},
    {key: 'customer_id', type: 'customer_reference'},
    {key: 'Plan reference', type: 'single_line_text_field'},
    {key: 'Total number', type: 'number_decimal'},
    {key: 'Sent before', type: 'boolean'},
    {key: 'Details', type: 'schema.Details'},
  ],
  schema:
    'type Details { message: String! parts: [Part!]! left: Int }\ntype Part { amount: String! kind: Kind }\nenum Kind { ITEMS TAX }',
};
const GOOD = {
  order_id: 1001,
  customer_id: 7,
  'Plan reference': 'plan-1',
  'Total number': 14.4,
  'Sent before': false,
  Details: {message: 'Hello,\nbye', parts: [{amount: '14.40', kind: 'ITEMS'}]},
};

describe('a payload', () => {
  it('fits what its trigger declares; a guest has no customer', () => {
    expect(payloadProblems(GOOD, TRIGGER)).toEqual([]);
    const {customer_id: _guest, ...rest} = GOOD;
    expect(payloadProblems(rest, TRIGGER)).toEqual([]);
  });

  it.each([
    [{...GOOD, Extra: 1}, "Invalid field: 'Extra'."],
    [{...GOOD, 'Plan reference': undefined}, "Required field missing: 'Plan reference'."],
    [{...GOOD, 'Plan reference': 'two\nlines'}, "Type error for field 'Plan reference': not a single_line_text_field."],
    [{...GOOD, order_id: 'gid://shopify/Order/1001'}, "Type error for field 'order_id': not a order_reference."],
    [{...GOOD, 'Total number': '14.40'}, "Type error for field 'Total number': not a number_decimal."],
    [{...GOOD, 'Sent before': 'false'}, "Type error for field 'Sent before': not a boolean."],
    [{...GOOD, Details: 'text'}, "Type error for field 'Details': not a Details."],
    [{...GOOD, Details: {parts: []}}, "Required field missing: 'Details.message'."],
    [{...GOOD, Details: {...GOOD.Details, left: '2'}}, "Type error for field 'Details.left': not a Int."],
    [
      {...GOOD, Details: {...GOOD.Details, parts: [{amount: 1}]}},
      "Type error for field 'Details.parts[0].amount': not a String.",
    ],
    [
      {...GOOD, Details: {...GOOD.Details, parts: [{amount: '1', kind: 'NONE'}]}},
      "Type error for field 'Details.parts[0].kind': not a Kind.",
    ],
    [{...GOOD, Details: {...GOOD.Details, more: 1}}, "Invalid field: 'Details.more'."],
  ])('that does not fit is told field by field: %#', (payload, problem) => {
    expect(payloadProblems(payload, TRIGGER)).toEqual([problem]);
  });
});
