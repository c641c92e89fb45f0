import type {Choices} from '../../core/index.ts';
import {canonicalJson} from '../canonical.ts';
import {isRecord} from '../claim/shape.ts';
import {sha256Hex} from '../hash.ts';
import type {Problem} from '../types.ts';
import {requestIdOf} from './id.ts';
import type {RefundRequest} from './types.ts';

/**
 * What Flow writes into the order metafield `refund_recipes.ask`, by hand or by a ready workflow: one, or a list of them.
 * It is a field of its own, so that a workflow never writes over what staff decided.
 */
export interface Ask {
  /** The handle of a recipe. */
  readonly recipe: string;
  readonly choices?: Choices;
  /** Shown to whoever releases it. */
  readonly reason?: string;
  /** Any text: the same ask with another one is a second, deliberate refund. */
  readonly again?: string;
}

/** The intent of an ask: the same order, recipe, choices and `again` give the same one, so a repeated ask is one request. */
export function askIntentOf(orderId: string, {recipe, choices = {}, again = ''}: Ask): string {
  return `flow-${sha256Hex(canonicalJson([orderId, recipe, choices, again])).slice(0, 16)}`;
}

/**
 * Reads what Flow asked for. What can't be used is named by its field; the others stay usable.
 * @param metafield its `updatedAt` stands in for when it was asked: Flow has no clock
 */
export function readAsks(
  metafield: {readonly value: string; readonly updatedAt: string} | null | undefined,
  orderId: string,
): {readonly requests: readonly RefundRequest[]; readonly problems: readonly Problem[]} {
  if (!metafield) return {requests: [], problems: []};
  let parsed: unknown;
  try {
    parsed = JSON.parse(metafield.value);
  } catch {
    return {requests: [], problems: [{code: 'askUnreadable', field: 'ask'}]};
  }
  const requests: RefundRequest[] = [];
  const problems: Problem[] = [];
  for (const [index, entry] of (Array.isArray(parsed) ? (parsed as unknown[]) : [parsed]).entries()) {
    const wrong = wrongField(entry);
    const place = Array.isArray(parsed) ? `ask[${index}]` : 'ask';
    if (wrong === null) requests.push(requestOf(entry as Ask, orderId, metafield.updatedAt));
    else problems.push({code: 'askUnreadable', field: `${place}${wrong}`});
  }
  return {requests, problems};
}

function wrongField(entry: unknown): string | null {
  if (!isRecord(entry)) return '';
  const {recipe, choices = {}, reason = '', again = '', ...others} = entry;
  if (typeof recipe !== 'string' || recipe === '') return '.recipe';
  if (!isRecord(choices)) return '.choices';
  if (typeof reason !== 'string') return '.reason';
  if (typeof again !== 'string') return '.again';
  // Misspelled, or a choice in the wrong place: without it something else would be refunded than was meant.
  const [other] = Object.keys(others);
  return other === undefined ? null : `.${other}`;
}

function requestOf(ask: Ask, orderId: string, at: string): RefundRequest {
  const recipe = {handle: ask.recipe, version: null};
  const choices = ask.choices || {};
  const intentId = askIntentOf(orderId, ask);
  const id = requestIdOf(orderId, recipe, choices, intentId);
  const {reason = ''} = ask;
  return {id, state: 'waiting', kind: 'request', recipe, choices, reason, by: 'flow', at, expiresAt: null, intentId};
}
