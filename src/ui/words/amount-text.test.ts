import {describe, expect, it} from 'vitest';
import {amountFault, decimalText, quantityFault, typedText} from './amount-text.ts';

describe('decimalText', () => {
  it.each([
    ['7,45', '7.45'],
    ['7.45', '7.45'],
    [' 7,45 ', '7.45'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['12.345.678,9', '12345678.9'],
    ['1 234,50', '1234.50'],
    [',5', '0.5'],
    ['7.', '7'],
    ['7', '7'],
    ['', ''],
    ['1,234', '1.234'],
    ['1.2.3', '1.2.3'],
    ['1,23.45', '1,23.45'],
    ['seven', 'seven'],
  ])('%j is %j', (typed, text) => expect(decimalText(typed)).toBe(text));
});

it('a stored decimal stands in a field as the language writes it, and is read back', () => {
  expect([typedText('7.45', 'en'), typedText('7.45', 'nl'), decimalText(typedText('1234.5', 'nl'))]).toEqual([
    '7.45',
    '7,45',
    '1234.5',
  ]);
});

describe('amountFault', () => {
  it.each([
    ['7,45', 2, null, null],
    ['', 2, 100, null],
    ['6.95', 2, 695, null],
    ['6.96', 2, 695, 'tooMuch'],
    ['7.455', 2, null, 'tooPrecise'],
    ['7.450', 2, null, null],
    ['7.5', 0, null, 'tooPrecise'],
    ['1.234', 3, 1234, null],
    ['-1', 2, null, 'negative'],
    ['abc', 2, null, 'notANumber'],
    ['1.2.3', 2, null, 'notANumber'],
    ['999999999999999', 3, null, 'tooMuch'],
  ] as const)('%j with %i digits, at most %j: %j', (typed, digits, max, fault) =>
    expect(amountFault(typed, digits, max)).toBe(fault),
  );
});

describe('quantityFault', () => {
  it.each([
    ['2', 2, null],
    ['3', 2, 'tooMany'],
    ['1.5', 2, 'notWhole'],
    ['-1', 2, 'notWhole'],
    ['', 2, null],
  ] as const)('%j of %i: %j', (typed, max, fault) => expect(quantityFault(typed, max)).toBe(fault));
});
