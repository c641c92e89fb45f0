import {isObjectType, buildASTSchema, Kind, parse} from 'graphql';
import {readApiCall} from '../check/api-call/index.ts';
import {Report} from '../check/finding.ts';
import {daysOf} from '../check/limits.ts';
import {checkLiquid, type Filled} from '../check/liquid/template.ts';
import {MOVES_MONEY} from '../check/money.ts';
import {isFields, type Step} from '../check/read.ts';
import {knownTask, labelOf} from '../check/tasks.ts';
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

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};

/** `{{ order.name }}` is shown as ‹order.name›. */
const liquidInWords = (text: string): string =>
  short(text.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, '‹$1›').replace(/\{%-?.*?-?%\}/g, '…'));

export function stepInWords(step: Step, words: Words): StepWords {
  const field = (id: string): string => step.fields.get(id) ?? '';
  const plain = (sentence: string, visible: string | null = null): StepWords => ({sentence, details: [], visible});
  const {traces} = words;
  switch (step.taskId) {
    case 'shopify::admin::admin_api_operation':
      return requestInWords(field('api_call'), words);
    case 'shopify::flow::run_code':
      return plain(words.code(namesRead(field('input')), namesGiven(field('output_schema'))));
    case 'shopify::flow::fetch::orders':
      return plain(words.gets(liquidInWords(field('query'))));
    case 'shopify::flow::send_email':
      return plain(
        words.mails(liquidInWords(field('address')), liquidInWords(field('subject'))),
        traces.mail(liquidInWords(field('subject'))),
      );
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
  const fields = [...step.fields].slice(0, MOST_LINES).map(([id, value]) => `${id} = ${liquidInWords(value)}`);
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

function tagsInWords(text: string): string {
  try {
    const tags: unknown = JSON.parse(text);
    if (Array.isArray(tags)) return tags.map((tag) => `“${liquidInWords(String(tag))}”`).join(', ');
  } catch {
    return `“${liquidInWords(text)}”`;
  }
  return `“${liquidInWords(text)}”`;
}

function requestInWords(text: string, words: Words): StepWords {
  const call = readApiCall(text);
  if (!call) return {sentence: words.sendsUnreadable, details: [], visible: null};
  const values = variablesInWords(call.blob);
  if (call.name === 'tagsAdd' || call.name === 'tagsRemove') {
    const tags = values.filter(([at]) => at.startsWith('tags')).map(([, value]) => `“${value}”`);
    const all = tags.join(', ');
    const adds = call.name === 'tagsAdd';
    return {
      sentence: adds ? words.addsTags(all) : words.removesTags(all),
      details: [],
      visible: adds ? words.traces.tags(all) : words.traces.noTags(all),
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
