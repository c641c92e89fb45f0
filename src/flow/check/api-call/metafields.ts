import type {Report} from '../finding.ts';
import type {Filled} from '../liquid/template.ts';
import {checkKeys} from '../patches.ts';
import {isFields} from '../read.ts';
import {isWholly} from './stand-ins.ts';

/** What one `metafieldsSet` takes, all or none. */
const MOST = 25;

/** Keys, namespaces and JSON of metafields, as far as they are written out. */
export function checkMetafields(list: unknown, filled: Filled, report: Report): void {
  if (!Array.isArray(list)) return;
  if (list.length > MOST)
    report.at('metafields').error('variables', `There are ${list.length} metafields; one request takes 25.`);
  for (const [at, metafield] of list.entries()) {
    if (!isFields(metafield)) continue;
    const place = report.at(`metafields[${at}]`);
    const isWritten = (value: unknown): boolean => typeof value === 'string' && !isWholly(value, filled);
    const {namespace, key, type, value} = metafield;
    if (isWritten(key) && (namespace === undefined || isWritten(namespace))) checkKeys({namespace, key}, place);
    if (type === 'json' && typeof value === 'string' && !isJson(value))
      place.error(
        'variables',
        'The type is json, and the value is no JSON.',
        'Write JSON within the text, quotes escaped.',
      );
  }
}

/** Stand-ins are numbers, so they read as JSON without quotes and within them. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
