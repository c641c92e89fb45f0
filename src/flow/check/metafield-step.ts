import {checkQuoted} from './api-call/input.ts';
import type {Report} from './finding.ts';
import {checkLiquid} from './liquid/template.ts';
import type {Scope} from './path.ts';
import {checkKeys} from './patches.ts';
import {isFields, type Step} from './read.ts';

interface Written {
  readonly namespace: unknown;
  readonly key: unknown;
  readonly type: unknown;
  readonly value: string;
}

/**
 * Flow's own actions that write a metafield: the form of its name, and JSON that somebody's words would break. A merchant who asks for a
 * refund by hand writes `refund_recipes.ask` like this (docs/flow.md).
 */
export function checkMetafieldStep({fields}: Step, scope: Scope, report: Report): void {
  const written = writtenBy(fields);
  if (!written) return;
  const {namespace, key, type, value} = written;
  const isPlain = (text: unknown): boolean => typeof text !== 'string' || !text.includes('{{');
  if (isPlain(namespace) && isPlain(key)) checkKeys({namespace, key}, report);
  if (type !== 'json') return;
  const place = report.at('value');
  const read = (checkLiquid(value, scope, place) ?? []).map((filled) => ({filled, json: parsed(filled.text)}));
  if (read.length > 0 && read.every(({json}) => json === undefined))
    place.error(
      'variables',
      "The metafield's type is JSON, and the value is none once Liquid has put its values there.",
      'Write JSON with Liquid in the place of values only.',
    );
  for (const {filled, json} of read) if (json !== undefined) checkQuoted(json, '', filled, place);
}

/** `namespace`, `key` and `value_type` in older steps, one field `metafield` with JSON in newer ones. */
function writtenBy(fields: Step['fields']): Written | null {
  const value = fields.get('value');
  if (value === undefined) return null;
  const older = fields.get('value_type');
  if (older !== undefined) return {namespace: fields.get('namespace'), key: fields.get('key'), type: older, value};
  const newer = parsed(fields.get('metafield') ?? '');
  return isFields(newer) ? {namespace: newer['namespace'], key: newer['key'], type: newer['type'], value} : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
