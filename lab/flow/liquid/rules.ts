/**
 * Flow's Liquid is less than Liquid (facts §9): single values only, no `json`, no index, no `.first`, `.last` or `.size`, no
 * filters inside comparisons, no partials. What a template reads is collected on the way.
 */
import {type Template, TokenKind} from 'liquidjs';
import {type Demand, want} from '../environment/demand.ts';
import {entry, FlowProblem} from '../problem.ts';
import {say} from '../said.ts';
import type {Said} from '../types.ts';

interface Token {
  readonly kind: number;
  readonly content?: string;
  readonly props?: readonly Token[];
  readonly variable?: Token;
  readonly lhs?: Token;
  readonly rhs?: Token;
  readonly initial?: {readonly postfix: readonly Token[]};
  readonly filters?: readonly FilterToken[];
}

interface FilterToken {
  readonly name: string;
  readonly args: readonly (Token | readonly [string, Token])[];
}

/** What the parsed tags have in common, as far as reading goes. */
interface Node {
  readonly name?: string;
  readonly value?: Token;
  readonly variable?: string;
  readonly collection?: Token;
  readonly key?: string;
  readonly branches?: readonly {
    readonly value?: Token;
    readonly values?: readonly Token[];
    readonly templates: readonly Template[];
  }[];
  readonly templates?: readonly Template[];
  readonly elseTemplates?: readonly Template[];
  readonly hash?: {readonly hash: Readonly<Record<string, Token>>};
}

const TAGS = new Set([
  'if',
  'unless',
  'for',
  'case',
  'assign',
  'capture',
  'comment',
  'raw',
  'break',
  'continue',
  'echo',
]);

/** Names inside of the template that stand for a path of the environment, or (null) for a value of its own. */
type Names = ReadonlyMap<string, readonly string[] | null>;

/** @throws FlowProblem for what Flow's Liquid hasn't got */
export function wantTemplates(demand: Demand, templates: readonly Template[]): void {
  walk(demand, templates, new Map());
}

function walk(demand: Demand, templates: readonly Template[], outer: Names): void {
  const names = new Map(outer);
  for (const template of templates) {
    const node = template as unknown as Node & {readonly token: {readonly kind: number}};
    if (node.token.kind === TokenKind.HTML) continue;
    if (node.token.kind === TokenKind.Output) {
      readValue(demand, node.value, names);
      continue;
    }
    tag(demand, node, names);
  }
}

function tag(demand: Demand, node: Node, names: Map<string, readonly string[] | null>): void {
  const name = node.name ?? '';
  if (!TAGS.has(name)) throw new FlowProblem(say`Flow’s Liquid has no tag “${name}” here.`);
  if (name === 'for') {
    const path = pathOf(demand, node.collection, names);
    for (const token of Object.values(node.hash?.hash ?? {})) readToken(demand, token, names);
    const inner = new Map(names);
    if (node.variable !== undefined) inner.set(node.variable, path);
    inner.set('forloop', null);
    walk(demand, node.templates ?? [], inner);
    walk(demand, node.elseTemplates ?? [], names);
    return;
  }
  if (name === 'assign' || name === 'capture') {
    const filtered = (node.value?.filters?.length ?? 0) > 0;
    const path = name === 'assign' && !filtered ? pathOf(demand, node.value, names) : null;
    if (filtered) readValue(demand, node.value, names);
    const key = node.key ?? node.variable;
    walk(demand, node.templates ?? [], names);
    if (key !== undefined) names.set(key, path);
    return;
  }
  const comparison = name === 'if' || name === 'unless' || name === 'case';
  if (name === 'case' || name === 'echo') readValue(demand, node.value, names, comparison);
  for (const branch of node.branches ?? []) {
    for (const value of [branch.value, ...(branch.values ?? [])]) readValue(demand, value, names, comparison);
    walk(demand, branch.templates, names);
  }
  walk(demand, node.templates ?? [], names);
  walk(demand, node.elseTemplates ?? [], names);
}

/** Reads a value and tells which path of the environment it is, where it is one. */
function pathOf(demand: Demand, value: Token | undefined, names: Names): readonly string[] | null {
  const token = value?.initial?.postfix.length === 1 && value.filters?.length === 0 ? value.initial.postfix[0] : value;
  if (token?.props) return access(demand, token, names);
  readValue(demand, value, names);
  return null;
}

function readValue(demand: Demand, value: Token | undefined, names: Names, comparison = false): void {
  if (!value) return;
  if (!value.initial) return readToken(demand, value, names);
  for (const token of value.initial.postfix) readToken(demand, token, names);
  for (const filter of value.filters ?? []) {
    if (comparison)
      throw new FlowProblem(say`Flow’s Liquid takes no filters in a comparison (“${filter.name}”): assign first.`);
    for (const argument of filter.args) readToken(demand, isPair(argument) ? argument[1] : argument, names);
  }
}

const isPair = (argument: FilterToken['args'][number]): argument is readonly [string, Token] => Array.isArray(argument);

function readToken(demand: Demand, token: Token | undefined, names: Names): void {
  if (!token) return;
  if (token.initial) readValue(demand, token, names);
  else if (token.lhs) {
    readToken(demand, token.lhs, names);
    readToken(demand, token.rhs, names);
  } else if (token.props) access(demand, token, names);
}

const FORBIDDEN: Readonly<Record<string, Said>> = {
  first: say`use a for loop`,
  last: say`use a for loop`,
  size: say`write list.id | size`,
};

function access(demand: Demand, token: Token, names: Names): readonly string[] | null {
  const parts = (token.props ?? []).map((part) => {
    if (part.kind === TokenKind.Word && part.content !== undefined) return part.content;
    throw new FlowProblem(say`Flow’s Liquid takes no index in square brackets: use a for loop.`);
  });
  const [root = '', ...rest] = parts;
  for (const part of rest) {
    const instead = entry(FORBIDDEN, part);
    if (instead !== undefined && root !== 'forloop')
      throw new FlowProblem(say`Flow’s Liquid has no .${part}: ${instead}.`);
    if (['edges', 'nodes'].includes(part))
      throw new FlowProblem(say`${parts.join('.')}: lists are plain in Flow, without ${part}.`);
  }
  if (names.has(root)) {
    const base = names.get(root) ?? null;
    if (base === null) return null;
    want(demand, [...base, ...rest]);
    return [...base, ...rest];
  }
  if (WORDS.has(root)) return null;
  want(demand, parts);
  return parts;
}

const WORDS = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank', 'forloop']);
