import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import {type Report, shown} from '../finding.ts';
import type {Filled, Inserted} from '../liquid/template.ts';
import {didYouMean} from '../nearest.ts';
import {isFields} from '../read.ts';
import {isWholly, standIn, standInsOf} from './stand-ins.ts';

/** Holds a part of a mutation's variables against the schema. `at` is its path: `input.transactions[0].amount`. */
export function checkInput(value: unknown, type: GraphQLInputType, at: string, filled: Filled, report: Report): void {
  const place = report.at(at);
  if (isNonNullType(type)) {
    if (value === null) return place.error('variables', 'It is null, and the mutation needs a value.');
    return checkInput(value, type.ofType, at, filled, report);
  }
  if (value === null) return;
  const whole = standIn(value, filled);
  if (whole) return checkBare(whole, type, place);
  if (isListType(type)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const [index, item] of items.entries())
      checkInput(item, type.ofType, Array.isArray(value) ? `${at}[${index}]` : at, filled, report);
    return;
  }
  if (isInputObjectType(type)) {
    if (!isFields(value)) return place.error('variables', `It is ${shown(value)}; ${type.name} is an object.`);
    const fields = type.getFields();
    for (const key of Object.keys(value)) {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      const path = at === '' ? key : `${at}.${key}`;
      if (field) checkInput(value[key], field.type, path, filled, report);
      else
        report
          .at(path)
          .error('variables', `${type.name} has no "${shown(key)}".`, didYouMean(key, Object.keys(fields)));
    }
    for (const field of Object.values(fields)) {
      if (isRequiredInputField(field) && !Object.hasOwn(value, field.name))
        place.error('variables', `"${field.name}" is missing.`);
    }
    return;
  }
  if (isEnumType(type)) {
    const names = type.getValues().map(({name}) => name);
    if (typeof value === 'string' && (names.includes(value) || isWholly(value, filled))) return;
    const list = names.length > 20 ? null : `Use ${names.join(', ')}.`;
    return place.error('variables', `${shown(value)} is no ${type.name}.`, didYouMean(shown(value), names) ?? list);
  }
  checkScalar(value, type.name, filled, place);
}

interface Kind {
  readonly fits: (value: unknown) => boolean;
  /** What a text has to look like that nothing is put into. */
  readonly text?: RegExp;
  readonly like: string;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNumber = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
const AMOUNT = /^-?\d+(?:\.\d+)?$/;
const DAY = String.raw`\d{4}-\d{2}-\d{2}`;

const KINDS: Readonly<Record<string, Kind>> = {
  Boolean: {fits: (value) => typeof value === 'boolean', like: 'true or false'},
  Date: {fits: isText, text: new RegExp(`^${DAY}$`), like: 'a day in quotes, for example "2027-01-31"'},
  DateTime: {fits: isText, text: new RegExp(`^${DAY}(?:T[\\d:.]+(?:Z|[+-][\\d:]+)?)?$`), like: 'a date in quotes'},
  Decimal: {fits: isTextOrNumber, text: AMOUNT, like: 'a number, for example "10.00"'},
  Float: {fits: (value) => typeof value === 'number', like: 'a number without quotes'},
  ID: {
    fits: (value) => isText(value) || Number.isSafeInteger(value),
    text: /^gid:\/\/\w/,
    like: 'an id in quotes, for example "gid://shopify/Order/1"',
  },
  Int: {fits: (value) => Number.isSafeInteger(value), like: 'a whole number without quotes'},
  Money: {fits: isTextOrNumber, text: AMOUNT, like: 'an amount, for example "10.00"'},
  String: {fits: isText, like: 'a text in quotes'},
};

function checkScalar(value: unknown, name: string, filled: Filled, report: Report): void {
  const kind = KINDS[name];
  if (!kind) return;
  const isWritten = typeof value === 'string' && !isWholly(value, filled);
  if (!kind.fits(value) || (isWritten && kind.text && !kind.text.test(value)))
    report.error('variables', `${shown(value)} is no ${name}.`, `Write ${kind.like}.`);
}

const TEXTS = new Set(['String', 'DateTime', 'URL', 'Date']);

/** A value that Liquid puts there without quotes. */
function checkBare(value: Inserted, type: GraphQLInputType, report: Report): void {
  const what = `{{ ${value.written} }}`;
  if (value.json === 'anyone' || value.json === 'word') {
    report.error(
      'liquid-unquoted',
      `${what} is a text and stands without quotes: what comes out isn't JSON.`,
      `Write "${what}".`,
    );
  } else if (value.json === 'bare' && (isEnumType(type) || ('name' in type && TEXTS.has(type.name)))) {
    report.error('variables', `${what} is no text, and ${String(type)} is one.`, `Write "${what}".`);
  }
}

/** Every text of the variables, keys included: what is put between quotes must not hold any. */
export function checkQuoted(value: unknown, at: string, filled: Filled, report: Report): void {
  if (typeof value === 'string') return checkText(value, filled, report.at(at));
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) checkQuoted(item, `${at}[${index}]`, filled, report);
  else if (isFields(value)) {
    for (const [key, part] of Object.entries(value)) {
      checkText(key, filled, report.at(at));
      checkQuoted(part, at === '' ? key : `${at}.${key}`, filled, report);
    }
  }
}

function checkText(text: string, filled: Filled, report: Report): void {
  for (const {json, written} of standInsOf(text, filled)) {
    if (json === 'anyone') {
      report.error(
        'unsafe-text',
        `{{ ${written} }} is anybody's words: a quote or a line end in it breaks the request.`,
        'Let Run code escape it, and put its output here.',
      );
    }
  }
}
