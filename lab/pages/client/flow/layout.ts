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
  const ways = new Map<string, string[]>();
  for (const id of ids) {
    const out = links.filter(({from, to}) => from === id && ids.includes(to));
    ways.set(id, [...new Set(out.toSorted(byPort).map(({to}) => to))]);
  }
  const rows = rowsOf(ids, ways);
  const columns = columnsOf(ids, ways);
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
  const rows = new Map<string, number>();
  const visit = (id: string, row: number, above: readonly string[]): void => {
    if (above.includes(id) || (rows.get(id) ?? -1) >= row) return;
    rows.set(id, row);
    for (const next of ways.get(id) ?? []) visit(next, row + 1, [...above, id]);
  };
  for (const id of startsOf(ids, ways)) visit(id, 0, []);
  for (const id of ids) if (!rows.has(id)) visit(id, 0, []);
  return rows;
}

/** Ways that end take a column each; a step stands above the middle of its ways. */
function columnsOf(ids: readonly string[], ways: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const columns = new Map<string, number>();
  const seen = new Set<string>();
  let free = 0;
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const next = (ways.get(id) ?? []).filter((way) => !seen.has(way));
    next.forEach(visit);
    const below = next.map((way) => columns.get(way)).filter((column) => column !== undefined);
    const [first] = below;
    const last = below.at(-1);
    columns.set(id, first === undefined || last === undefined ? free++ : (first + last) / 2);
  };
  for (const id of [...startsOf(ids, ways), ...ids]) visit(id);
  return columns;
}

function startsOf(ids: readonly string[], ways: ReadonlyMap<string, readonly string[]>): string[] {
  const led = new Set([...ways.values()].flat());
  return ids.filter((id) => !led.has(id));
}

/** Boxes of one row keep a whole column between them. */
function spread(boxes: readonly Placed[]): Placed[] {
  const taken = new Map<number, number>();
  const moved = boxes
    .toSorted((one, other) => one.row - other.row || one.column - other.column)
    .map((box) => {
      const column = Math.max(box.column, (taken.get(box.row) ?? -1) + 1);
      taken.set(box.row, column);
      return {...box, column};
    });
  return boxes.map((box) => moved.find(({id}) => id === box.id) ?? box);
}
