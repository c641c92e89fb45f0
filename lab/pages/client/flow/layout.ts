/** Where the boxes of a workflow's picture stand: a row for each step on the way, branches side by side, joined ways below both. */

export interface Placed {
  readonly id: string;
  /** Columns and rows count from 0; a column may be a half, between two branches. */
  readonly column: number;
  readonly row: number;
}

export interface Layout {
  readonly boxes: readonly Placed[];
  readonly columns: number;
  readonly rows: number;
}

interface Link {
  readonly from: string;
  readonly port: string;
  readonly to: string;
}

/** In which order the ways out of a step stand from left to right. */
const PORT_ORDER = ['loop_body', 'true', 'output', 'false', 'after'];

/**
 * A step stands below everything that leads to it. Steps that nothing leads to begin ways of their own, the first given first;
 * a circle, which only a damaged file has, is walked once.
 */
export function layoutOf(ids: readonly string[], links: readonly Link[]): Layout {
  const out = new Map<string, Link[]>(ids.map((id) => [id, []]));
  for (const link of links) if (out.has(link.to)) out.get(link.from)?.push(link);
  const ways = new Map(
    [...out].map(([id, own]) => [id, [...new Set(own.toSorted(byPort).map(({to}) => to))]] as const),
  );
  const rows = rowsOf(ids, ways);
  const columns = columnsOf(ids, ways, rows);
  const boxes = spread(ids.map((id) => ({id, column: columns.get(id) ?? 0, row: rows.get(id) ?? 0})));
  return {
    boxes,
    columns: Math.max(0, ...boxes.map(({column}) => column)) + 1,
    rows: Math.max(0, ...boxes.map(({row}) => row)) + 1,
  };
}

function byPort(one: Link, other: Link): number {
  return PORT_ORDER.indexOf(one.port) - PORT_ORDER.indexOf(other.port);
}

/** The longest way to a step decides its row. */
function rowsOf(ids: readonly string[], ways: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const rows = new Map(ids.map((id) => [id, 0]));
  for (const {id, next} of inOrder(ids, ways)) {
    const below = (rows.get(id) ?? 0) + 1;
    for (const way of next) rows.set(way, Math.max(rows.get(way) ?? 0, below));
  }
  return rows;
}

/** Each step after all that lead to it, with where it leads; a way back to a step above is left out. */
function inOrder(
  ids: readonly string[],
  ways: ReadonlyMap<string, readonly string[]>,
): readonly {readonly id: string; readonly next: readonly string[]}[] {
  const state = new Map<string, 'open' | 'done'>();
  const order: {id: string; next: string[]}[] = [];
  const visit = (id: string): void => {
    state.set(id, 'open');
    const next: string[] = [];
    for (const way of ways.get(id) ?? []) {
      if (!state.has(way)) visit(way);
      if (state.get(way) === 'done') next.push(way);
    }
    state.set(id, 'done');
    order.unshift({id, next});
  };
  for (const id of [...startsOf(ids, ways), ...ids]) if (!state.has(id)) visit(id);
  return order;
}

/** A step with all that hangs below it: its columns, and how far it reaches to both sides in each row. */
interface Branch {
  readonly columns: ReadonlyMap<string, number>;
  readonly column: number;
  readonly reach: ReadonlyMap<number, readonly [from: number, to: number]>;
}

/** A step stands above the middle of its ways; ways move together until some row has no room left between them. */
function columnsOf(
  ids: readonly string[],
  ways: ReadonlyMap<string, readonly string[]>,
  rows: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const seen = new Set<string>();
  const branchOf = (id: string): Branch => {
    seen.add(id);
    const row = rows.get(id) ?? 0;
    const parts: Branch[] = [];
    for (const way of ways.get(id) ?? []) if (!seen.has(way)) parts.push(reachedFrom(row, branchOf(way)));
    const below = sideBySide(parts);
    const [first] = below;
    const last = below.at(-1);
    const column = first && last ? (first.column + last.column) / 2 : 0;
    return {
      columns: new Map([[id, column], ...below.flatMap(({columns}) => [...columns])]),
      column,
      reach: together([...below, {columns: new Map(), column, reach: new Map([[row, [column, column]]])}]),
    };
  };
  const roots: Branch[] = [];
  for (const id of [...startsOf(ids, ways), ...ids]) if (!seen.has(id)) roots.push(branchOf(id));
  const all = sideBySide(roots);
  const leftmost = Math.min(...all.flatMap(({columns}) => [...columns.values()]));
  return new Map(all.flatMap(({columns}) => [...columns].map(([id, column]) => [id, column - leftmost] as const)));
}

/** The way down to a branch takes room in the rows that it passes. */
function reachedFrom(row: number, branch: Branch): Branch {
  const passed = new Map<number, readonly [number, number]>();
  for (let at = row + 1; at < Math.min(...branch.reach.keys()); at += 1) passed.set(at, [branch.column, branch.column]);
  return {...branch, reach: new Map([...passed, ...branch.reach])};
}

function sideBySide(branches: readonly Branch[]): readonly Branch[] {
  const placed: Branch[] = [];
  for (const branch of branches) {
    const taken = together(placed);
    const needed = [...branch.reach].map(([row, [from]]) => (taken.get(row)?.[1] ?? Number.NaN) + 1 - from);
    const room = needed.filter((by) => !Number.isNaN(by));
    placed.push(room.length === 0 ? branch : moved(branch, Math.max(...room)));
  }
  return placed;
}

function together(branches: readonly Branch[]): ReadonlyMap<number, readonly [number, number]> {
  const reach = new Map<number, readonly [number, number]>();
  for (const [row, [from, to]] of branches.flatMap((branch) => [...branch.reach])) {
    const [left, right] = reach.get(row) ?? [from, to];
    reach.set(row, [Math.min(left, from), Math.max(right, to)]);
  }
  return reach;
}

function moved({columns, column, reach}: Branch, by: number): Branch {
  return {
    columns: new Map([...columns].map(([id, at]) => [id, at + by])),
    column: column + by,
    reach: new Map([...reach].map(([row, [from, to]]) => [row, [from + by, to + by]])),
  };
}

function startsOf(ids: readonly string[], ways: ReadonlyMap<string, readonly string[]>): string[] {
  const led = new Set([...ways.values()].flat());
  return ids.filter((id) => !led.has(id));
}

/** Boxes of one row keep a whole column between them. */
function spread(boxes: readonly Placed[]): Placed[] {
  const taken = new Map<number, number>();
  const apart = boxes
    .toSorted((one, other) => one.row - other.row || one.column - other.column)
    .map((box) => {
      const column = Math.max(box.column, (taken.get(box.row) ?? -1) + 1);
      taken.set(box.row, column);
      return {...box, column};
    });
  return boxes.map((box) => apart.find(({id}) => id === box.id) ?? box);
}
