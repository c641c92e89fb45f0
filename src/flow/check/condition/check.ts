import {
  getNamedType,
  getNullableType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isScalarType,
} from 'graphql';
import {type Report, shown} from '../finding.ts';
import {didYouMean} from '../nearest.ts';
import {lookUp, pathNames, type Scope} from '../path.ts';
import {ConditionError, readCondition, type Test} from './index.ts';
import {EMPTINESS, ON_TEXT} from './model.ts';

type Family = 'text' | 'number' | 'boolean' | 'date' | 'enum' | 'other';

const FAMILIES: Readonly<Record<string, Family>> = {
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'date',
  Decimal: 'number',
  Float: 'number',
  FormattedString: 'text',
  HTML: 'text',
  ID: 'text',
  Int: 'number',
  Money: 'number',
  String: 'text',
  UnsignedInt64: 'number',
  URL: 'text',
};

const familyOf = (type: GraphQLOutputType): Family =>
  isEnumType(type) ? 'enum' : isScalarType(type) ? (FAMILIES[type.name] ?? 'other') : 'other';

/** Reads a condition in either encoding and holds it against what the step may read. */
export function checkCondition(text: string, scope: Scope, report: Report): void {
  try {
    check(readCondition(text), scope, report);
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    report.error('condition', `The condition can't be read: ${error.message}`);
  }
}

function check(test: Test, scope: Scope, report: Report): void {
  switch (test.is) {
    case 'joined':
      for (const part of test.parts) check(part, scope, report);
      return;
    case 'over':
      checkOver(test, scope, report);
      return;
    case 'checked': {
      const type = leafOf(test.left, scope, report);
      if (type) {
        checkValueType(type, test.valueType, test.left, report);
        checkEmptiness(test.operator, type, test.left, report);
      }
      return;
    }
    case 'compared': {
      const type = leafOf(test.left, scope, report);
      const other = 'path' in test.right ? leafOf(test.right.path, scope, report) : null;
      if (!type) return;
      checkValueType(type, test.valueType, test.left, report);
      const family = familyOf(type);
      const place = report.at(test.left);
      if (ON_TEXT.has(test.operator) && family !== 'text') {
        place.error(
          'operator',
          `${test.operator} is for texts; ${test.left} is ${nameOf(type)}.`,
          'Compare with == or another operator.',
        );
      } else if (/[<>]/.test(test.operator) && (family === 'boolean' || family === 'enum')) {
        place.error(
          'operator',
          `${test.operator} puts values in order, and ${nameOf(type)} has none.`,
          'Use == or !=.',
        );
      } else if ('literal' in test.right) {
        const {literal} = test.right;
        const values = test.operator === 'in?' || test.operator === 'not_in?' ? literal.split(',') : [literal];
        for (const value of values) checkLiteral(value.trim(), type, test.left, place);
      } else if (other && family !== familyOf(other)) {
        place.error('value-type', `${nameOf(type)} is compared with ${test.right.path}, which is ${nameOf(other)}.`);
      }
    }
  }
}

function checkOver(test: Extract<Test, {is: 'over'}>, scope: Scope, report: Report): void {
  const names = pathNames(test.list);
  const place = report.at(test.list);
  if (!names) return place.error('path', `“${shown(test.list)}” is no path.`);
  const found = lookUp(scope, names);
  if (found.is === 'wrong') place.error('path', found.message, found.fix);
  if (found.is === 'unchecked') place.unchecked(found.why);
  let item: GraphQLOutputType | null = null;
  if (found.is === 'found') {
    if (!isListType(found.type)) {
      const fix = found.throughList
        ? 'Go through the list before it first.'
        : 'Compare it without any?, all? or none?.';
      place.error('not-a-list', `${test.list} is no list.`, fix);
    } else if (found.throughList) {
      place.error('list-in-list', `${test.list} lies within another list.`, 'Go through the outer list first.');
    } else item = found.type.ofType as GraphQLOutputType;
  }
  if (!/^[A-Za-z_]\w*$/.test(test.item)) place.error('path', `“${shown(test.item)}” is no name for an item.`);
  const root = item ? {type: item} : {unknown: `the items of ${test.list}.`};
  check(test.test, {...scope, roots: new Map([...scope.roots, [test.item, root]])}, report);
}

/** The type of a single value; null where it can't be judged or was reported. */
function leafOf(path: string, scope: Scope, report: Report): GraphQLOutputType | null {
  const place = report.at(path);
  const names = pathNames(path);
  if (!names) {
    place.error('path', `“${shown(path)}” is no path.`);
    return null;
  }
  const found = lookUp(scope, names);
  if (found.is === 'unchecked') place.unchecked(found.why);
  if (found.is === 'wrong') place.error('path', found.message, found.fix);
  if (found.is !== 'found') return null;
  if (found.throughList || isListType(found.type)) {
    place.error(
      'list',
      `${path} goes through a list; a condition asks about its items.`,
      'Use any?, all? or none? on the list.',
    );
    return null;
  }
  const type = getNullableType(found.type) as GraphQLOutputType;
  if (!isScalarType(type) && !isEnumType(type)) {
    place.error('object', `${path} is ${nameOf(type)}, not a single value.`, 'Go on to one of its fields.');
    return null;
  }
  return type;
}

const nameOf = (type: GraphQLOutputType): string => {
  const {name} = getNamedType(type);
  return name.slice(name.indexOf('_') + 1);
};

function checkEmptiness(operator: string, type: GraphQLOutputType, path: string, report: Report): void {
  const isText = familyOf(type) === 'text';
  if (familyOf(type) === 'other' || isText === EMPTINESS.has(operator)) return;
  const not = operator.startsWith('not_');
  const right = isText ? (not ? 'not_empty_and_not_nil?' : 'empty_or_nil?') : not ? 'not_nil?' : 'nil?';
  report.at(path).error('operator', `${operator} isn't for ${nameOf(type)}.`, `Use ${right}.`);
}

/** `EnvironmentScalarDefinition:String` in exports: it has to say what the path leads to. */
function checkValueType(type: GraphQLOutputType, written: string | null, path: string, report: Report): void {
  if (written === null) return;
  const [definition = '', name = ''] = written.split(':');
  const family: Family = definition === 'EnvironmentEnumDefinition' ? 'enum' : (FAMILIES[name] ?? 'other');
  if (family === 'other' || familyOf(type) === 'other' || family === familyOf(type)) return;
  report.at(path).warning('value-type', `value_type says ${written}, but ${path} is ${nameOf(type)}.`);
}

const MEMBERS: Readonly<Partial<Record<Family, {readonly test: RegExp; readonly like: string}>>> = {
  number: {test: /^[+-]?\d+(?:\.\d+)?$/, like: 'a number, for example 10.00'},
  boolean: {test: /^(?:true|false)$/i, like: 'true or false'},
  date: {
    test: /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/,
    like: 'a date, for example 2026-06-05T04:00:00.000Z',
  },
};

function checkLiteral(value: string, type: GraphQLOutputType, path: string, report: Report): void {
  const family = familyOf(type);
  if (family === 'enum') return checkEnum(value, type as GraphQLEnumType, path, report);
  if (family === 'text' && value === '') {
    report.warning(
      'empty-text',
      `${path} is compared with an empty text; a missing one is something else.`,
      'Use empty_or_nil? or not_empty_and_not_nil?.',
    );
  }
  const member = MEMBERS[family];
  if (member && !member.test.test(value))
    report.error('value-type', `“${shown(value)}” is no value for ${path} (${nameOf(type)}).`, `Write ${member.like}.`);
}

function checkEnum(value: string, type: GraphQLEnumType, path: string, report: Report): void {
  const names = type.getValues().map(({name}) => name);
  if (names.some((name) => name.toLowerCase() === value.toLowerCase())) return;
  const choices = names.length > 20 ? 'one of its values' : names.join(', ');
  report.error(
    'value-type',
    `“${shown(value)}” is no ${type.name} (${path}).`,
    didYouMean(value, names) ?? `Use ${choices}.`,
  );
}
