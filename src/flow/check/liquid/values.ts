import {getNamedType, type GraphQLOutputType, isEnumType, isListType, isScalarType} from 'graphql';
import {SAFE_TEXTS} from '../../environment/index.ts';
import type {Lookup} from '../path.ts';

/** What a Liquid expression gives. */
export interface Value {
  readonly kind: 'single' | 'object' | 'singles' | 'objects' | 'unknown';
  /** May it stand in a JSON text as it is, and without quotes? */
  readonly json: Safety;
  /** A list's item, where it is known. */
  readonly item?: GraphQLOutputType;
  readonly type?: GraphQLOutputType;
}

/**
 * `anyone`: words that somebody typed, quotes and line ends included. `word`: a text without such. `bare`: a number, true or false.
 * `script`: a text that Run code made, which may be JSON or escaped. `unknown`: nothing is known.
 */
export type Safety = 'anyone' | 'word' | 'bare' | 'script' | 'unknown';

const RISKS: readonly Safety[] = ['anyone', 'unknown', 'script', 'word', 'bare'];

/** What several values together are: as risky as the worst of them. */
export function worst(all: readonly Safety[]): Safety {
  return RISKS.find((risk) => all.includes(risk)) ?? 'word';
}

export const UNKNOWN: Value = {kind: 'unknown', json: 'unknown'};

const BARE = new Set(['Boolean', 'Decimal', 'Float', 'Int', 'Money', 'UnsignedInt64']);
const WORDS = new Set(['Date', 'DateTime', 'ID', 'URL', 'UtcOffset']);

export function valueOf({type, throughList, field}: Extract<Lookup, {is: 'found'}>): Value {
  const isList = throughList || isListType(type);
  const leaf = getNamedType(type);
  const isSingle = isScalarType(leaf) || isEnumType(leaf);
  return {
    kind: isSingle ? (isList ? 'singles' : 'single') : isList ? 'objects' : 'object',
    json: isSingle ? safetyOf(leaf.name, isEnumType(leaf), field) : 'unknown',
    ...(isListType(type) ? {item: type.ofType as GraphQLOutputType} : {}),
    type,
  };
}

function safetyOf(scalar: string, isEnum: boolean, field: string | null): Safety {
  if (BARE.has(scalar)) return 'bare';
  if (isEnum || WORDS.has(scalar)) return 'word';
  if (field?.includes('_')) return 'script';
  if (field !== null && SAFE_TEXTS.has(field)) return 'word';
  return scalar === 'JSON' ? 'unknown' : 'anyone';
}
