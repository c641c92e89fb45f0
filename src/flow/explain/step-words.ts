import {isObjectType, buildASTSchema, Kind, parse} from 'graphql';
import {readApiCall} from '../check/api-call/index.ts';
import {Report} from '../check/finding.ts';
import {daysOf} from '../check/limits.ts';
import {checkLiquid, type Filled} from '../check/liquid/template.ts';
import {MOVES_MONEY} from '../check/money.ts';
import {isFields, type Step} from '../check/read.ts';
import {knownTask, labelOf} from '../check/tasks.ts';
import {constantsOf} from '../format/index.ts';
import {EnvironmentTypes} from '../environment/index.ts';
import type {Unit, Words} from './words.ts';

/** What a step does: a sentence, what it sends line by line, and what one can see of it afterwards. */
export interface StepWords {
  readonly sentence: string;
  readonly details: readonly string[];
  readonly visible: string | null;
}

/** Longer lists and texts say no more to a reader. */
const MOST_LINES = 14;
const LONGEST = 110;
/** A search or a mail that ends halfway says something else. */
const LONGEST_TEXT = 400;

const short = (text: string, most = LONGEST): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

/** `{{ order.name }}` is shown as ‹order.name›. */
const liquidInWords = (text: string, most = LONGEST): string =>
  short(
    text
      .replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, '‹$1›')
      .replace(/\{%-?.*?-?%\}/g, '…')
      .replace(/…(?:\s*…)+/g, '…'),
    most,
  );

/** A field's value as a merchant sees it in Flow: newer steps hold paths, metafields and lists as JSON. */
function valueInWords(text: string): string {
  const value = parsed(text);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return tagsInWords(text).join(', ');
  if (!isFields(value)) return liquidInWords(text);
  const {value: own, default_value: usual, namespace, key} = value;
  if (typeof own === 'string' && typeof usual === 'string') return liquidInWords(own === '' ? usual : own);
  return typeof namespace === 'string' && typeof key === 'string' ? `${namespace}.${key}` : liquidInWords(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export function stepInWords(step: Step, words: Words): StepWords {
  const field = (id: string): string => step.fields.get(id) ?? '';
  const plain = (sentence: string, visible: string | null = null): StepWords => ({sentence, details: [], visible});
  const {traces} = words;
  switch (step.taskId) {
    case 'shopify::admin::admin_api_operation':
      return requestInWords(field('api_call'), words);
    case 'shopify::flow::run_code':
      return {
        sentence: words.code(namesRead(field('input')), namesGiven(field('output_schema'))),
        details: settingsInWords(field('script'), words),
        visible: null,
      };
    case 'shopify::flow::fetch::orders':
      return plain(words.gets(liquidInWords(field('query'), LONGEST_TEXT)));
    case 'shopify::flow::send_email':
      return {
        sentence: words.mails(liquidInWords(field('address')), liquidInWords(field('subject'))),
        details: field('message').trim() === '' ? [] : [`“${liquidInWords(field('message'), LONGEST_TEXT)}”`],
        visible: traces.mail(liquidInWords(field('subject'))),
      };
    case 'shopify::admin::add_order_tags':
    case 'shopify::admin::add_customer_tags':
      return plain(words.addsTags(tagsInWords(field('tags'))), traces.tags(tagsInWords(field('tags'))));
    case 'shopify::admin::remove_order_tags':
      return plain(words.removesTags(tagsInWords(field('tags'))), traces.noTags(tagsInWords(field('tags'))));
    case 'shopify::admin::add_order_metafield':
      return plain(
        words.writesMetafield(`${field('namespace')}.${field('key')}`, liquidInWords(field('value'))),
        traces.metafield(`${field('namespace')}.${field('key')}`),
      );
    case 'shopify::admin::update_order_note':
      return plain(words.writesNote(liquidInWords(field('note'))), traces.note);
  }
  if (step.type === 'WAIT') return plain(words.waits(waitInWords(step, words)));
  const known = knownTask(step.taskId);
  const fields = [...step.fields].slice(0, MOST_LINES).map(([id, value]) => `${id} = ${valueInWords(value)}`);
  return known
    ? plain(words.other(known.label, fields), known.label)
    : plain(words.unknown(step.taskId, fields), labelOf(step.taskId));
}

function waitInWords(step: Step, words: Words): string | null {
  const days = daysOf(step);
  if (days === null) return null;
  const unit: Unit = days < 1 ? 'hour' : 'day';
  const count = Math.round((days < 1 ? days * 24 : days) * 10) / 10;
  // “every 3 days” without the “every”: the unit's plural is the same in both.
  const [, many = ''] = /(\d+ \S+)$/.exec(words.every(2, unit)) ?? [];
  const one = words.every(1, unit).split(' ').at(-1) ?? '';
  return count === 1 ? `1 ${one}` : `${count} ${many.replace(/^\d+ /, '')}`;
}

/** Each in its quotes. */
function tagsInWords(text: string): string[] {
  const tags = parsed(text);
  return (Array.isArray(tags) ? tags.map(String) : [text]).map((tag) => `“${liquidInWords(tag)}”`);
}

function requestInWords(text: string, words: Words): StepWords {
  const call = readApiCall(text);
  if (!call) return {sentence: words.sendsUnreadable, details: [], visible: null};
  const values = variablesInWords(call.blob);
  if (call.name === 'tagsAdd' || call.name === 'tagsRemove') {
    const tags = values.filter(([at]) => at.startsWith('tags')).map(([, value]) => `“${value}”`);
    const adds = call.name === 'tagsAdd';
    return {
      sentence: adds ? words.addsTags(tags) : words.removesTags(tags),
      details: [],
      visible: adds ? words.traces.tags(tags) : words.traces.noTags(tags),
    };
  }
  const about = Object.hasOwn(words.abouts, call.name) ? (words.abouts[call.name] ?? null) : null;
  const details = values.map(([at, value]) => `${at}: ${value}`);
  if (MOVES_MONEY.has(call.name)) details.push(words.movesMoney);
  const visible = Object.hasOwn(words.traces.sent, call.name) ? (words.traces.sent[call.name] ?? null) : call.name;
  return {sentence: words.sends(call.name, about), details, visible};
}

/** A path and a value, for each value: `input.orderId` and `‹order.id›`. */
function variablesInWords(blob: string): (readonly [string, string])[] {
  const scope = {roots: new Map(), isOpen: true, elsewhere: new Map(), types: new EnvironmentTypes()};
  const filled = checkLiquid(blob, scope, new Report(false))?.[0];
  if (!filled) return [['…', liquidInWords(blob)]];
  try {
    const lines = [...linesOf(JSON.parse(filled.text), '', filled)];
    return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), ['…', '…']] : lines;
  } catch {
    return [['…', liquidInWords(blob)]];
  }
}

function* linesOf(value: unknown, at: string, filled: Filled): Generator<readonly [string, string]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* linesOf(item, `${at}[${index}]`, filled);
  } else if (isFields(value)) {
    for (const [key, part] of Object.entries(value)) yield* linesOf(part, at === '' ? key : `${at}.${key}`, filled);
  } else {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const restored = text.replace(/\d{10,}/g, (number) => {
      const inserted = filled.values.get(Number(number));
      return inserted ? `‹${inserted.written}›` : number;
    });
    yield [at, short(restored.replaceAll(' }}{{ ', '› ‹'))];
  }
}

function settingsInWords(script: string, words: Words): string[] {
  const settings = constantsOf(script).map(({name, value}) => `${name} = ${short(value)}`);
  return settings.length === 0 ? [] : [words.settings(settings.slice(0, MOST_LINES))];
}

/** What Run code reads, without the fields within: `order, shop`. */
function namesRead(query: string): string[] {
  try {
    const [operation] = parse(query, {maxTokens: 5000}).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return ['?'];
    return operation.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
  } catch {
    return ['?'];
  }
}

function namesGiven(sdl: string): string[] {
  try {
    const output = buildASTSchema(parse(sdl, {maxTokens: 5000})).getType('Output');
    return isObjectType(output) ? Object.keys(output.getFields()) : [];
  } catch {
    return [];
  }
}
