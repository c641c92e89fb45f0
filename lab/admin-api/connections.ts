/** Cursors and pages. Lists are whole in memory: a lab's shop is small. */
import {GraphQLError} from 'graphql';

export interface PageArgs {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly {readonly cursor: string; readonly node: T}[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE_LIMIT = 250;

function cursorOf(key: string): string {
  return Buffer.from(JSON.stringify({last_id: key})).toString('base64');
}

function keyOf(cursor: string): string {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (typeof value === 'object' && value !== null && 'last_id' in value && typeof value.last_id === 'string')
      return value.last_id;
  } catch {
    // falls through to the one answer for every bad cursor
  }
  throw new GraphQLError('Invalid cursor for current pagination sort.', {extensions: {code: 'INVALID_CURSOR'}});
}

/**
 * One page of a list that is already filtered and sorted.
 * @param key what identifies an element, usually its global id
 * @throws GraphQLError where neither or both of first and last are given, or a page is longer than 250
 */
export function connection<T>(items: readonly T[], args: PageArgs, key: (item: T) => string): Connection<T> {
  const ordered = args.reverse ? items.toReversed() : items;
  const {first, last, after, before} = args;
  if ((first ?? null) === null && (last ?? null) === null) {
    throw new GraphQLError('you must provide one of first or last', {extensions: {code: 'BAD_REQUEST'}});
  }
  if ((first ?? null) !== null && (last ?? null) !== null) {
    throw new GraphQLError('providing both first and last is not supported', {extensions: {code: 'BAD_REQUEST'}});
  }
  for (const [name, size] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (typeof size === 'number' && size < 1) {
      throw new GraphQLError(`${name} must be greater than 0`, {extensions: {code: 'BAD_REQUEST'}});
    }
  }
  const longest = Math.max(first ?? 0, last ?? 0);
  if (longest > PAGE_LIMIT) {
    // That there is such a limit is documented; the words are ours.
    throw new GraphQLError(`A page of ${longest} is longer than the maximum of ${PAGE_LIMIT}.`, {
      extensions: {code: 'MAX_INPUT_SIZE_EXCEEDED'},
    });
  }
  let from = 0;
  let to = ordered.length;
  if (after) {
    const known = keyOf(after);
    const index = ordered.findIndex((item) => key(item) === known);
    from = index < 0 ? ordered.length : index + 1;
  }
  if (before) {
    const known = keyOf(before);
    const index = ordered.findIndex((item) => key(item) === known);
    to = index < 0 ? 0 : index;
  }
  if (typeof first === 'number') to = Math.min(to, from + first);
  if (typeof last === 'number') from = Math.max(from, to - last);
  const nodes = ordered.slice(from, Math.max(from, to));
  const edges = nodes.map((node) => ({cursor: cursorOf(key(node)), node}));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: to < ordered.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
