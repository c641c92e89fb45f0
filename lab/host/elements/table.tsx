/** Tables. Columns of numbers and money stand to the right, in figures of one width. */
import {below, define, say, text, type LabElement} from './base.ts';
import {setOrRemove} from './layout.tsx';

define('s-table', {
  readsChildren: true,
  css: `
:host { display: block; }
.scroll { overflow-x: auto; }
.table { display: table; width: 100%; border-collapse: collapse; }
.pages { display: flex; gap: 8px; justify-content: flex-end; padding-top: 8px; }
button { border: 1px solid var(--line-strong); background: var(--surface); border-radius: 6px; padding: 3px 10px; cursor: pointer; }
button:disabled { opacity: .5; cursor: not-allowed; }
`,
  render(props, element) {
    spreadHeaders(element, props['variant'] === 'list');
    const page = (type: 'previouspage' | 'nextpage') => () => element.emit(type);
    return [
      <slot name="filters" />,
      <div class="scroll">
        <div class="table" role="table" aria-busy={props['loading'] === true || undefined}>
          <slot />
        </div>
      </div>,
      props['loading'] === true && <span class="spinner" role="status" aria-label={say('busy')} />,
      props['paginate'] === true && (
        <div class="pages">
          <button
            type="button"
            aria-label={say('previous')}
            disabled={props['hasPreviousPage'] !== true}
            onClick={page('previouspage')}
          >
            ←
          </button>
          <button
            type="button"
            aria-label={say('next')}
            disabled={props['hasNextPage'] !== true}
            onClick={page('nextpage')}
          >
            →
          </button>
        </div>
      ),
    ];
  },
});

/** Tells each cell its column's format and, for the list variant, its heading. */
function spreadHeaders(table: LabElement, asList: boolean): void {
  const headers = below(table, 's-table-header');
  table.toggleAttribute('data-list', asList);
  headers.forEach((header) => setOrRemove(header, 'data-format', text(header.props['format'])));
  for (const row of below(table, 's-table-row')) {
    below(row, 's-table-cell').forEach((cell, index) => {
      setOrRemove(cell, 'data-format', text(headers[index]?.props['format']));
      setOrRemove(cell, 'data-label', asList ? (headers[index]?.textContent ?? '') : '');
    });
  }
}

const cell = `padding: 8px 10px; border-bottom: 1px solid var(--line); vertical-align: top; text-align: left;`;
const figures = `:host([data-format=currency]), :host([data-format=numeric]) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }`;
const edges = `:host(:first-child) { padding-left: 0; } :host(:last-child) { padding-right: 0; }`;

for (const [tag, role, css] of [
  ['s-table-header-row', 'row', ':host { display: table-row; } ::slotted(*) { white-space: nowrap; }'],
  ['s-table-body', 'rowgroup', ':host { display: table-row-group; }'],
  ['s-table-row', 'row', ':host { display: table-row; } :host(:last-child) ::slotted(*) { border-bottom: 0; }'],
  [
    's-table-header',
    'columnheader',
    `:host { display: table-cell; ${cell} font-size: .86em; font-weight: 600; color: var(--ink-2); } ${figures} ${edges}`,
  ],
  [
    's-table-cell',
    'cell',
    `:host { display: table-cell; ${cell} } :host([data-label])::before { content: attr(data-label); display: block; color: var(--ink-2); font-size: .86em; } ${figures} ${edges}`,
  ],
] as const) {
  define(tag, {
    css,
    render(_props, element) {
      element.setAttribute('role', role);
      return <slot />;
    },
  });
}
