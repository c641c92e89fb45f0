/** Styles that every element shares. Colours and sizes are custom properties of the page, so that dark mode is one switch. */

let sheet: CSSStyleSheet | undefined;

export function sharedStyles(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host { box-sizing: border-box; font: inherit; color: inherit; }
:host([hidden]) { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
h1, h2, h3, h4, h5, h6, p { margin: 0; }
button, input, select, textarea { font: inherit; color: inherit; }
.spinner { display: inline-block; width: 1em; height: 1em; border: 2px solid currentColor; border-right-color: transparent; border-radius: 50%; animation: turn .8s linear infinite; vertical-align: -.15em; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 3s; } }
`);
  return sheet;
}

const STEPS: Record<string, string> = {
  none: '0',
  'small-500': '1px',
  'small-400': '2px',
  'small-300': '4px',
  'small-200': '6px',
  'small-100': '8px',
  small: '10px',
  base: '14px',
  large: '18px',
  'large-100': '18px',
  'large-200': '22px',
  'large-300': '28px',
  'large-400': '36px',
  'large-500': '48px',
};

/** The scale words of Shopify's spacing, in the lab's own measure; `base none` gives two lengths. Unknown words pass. */
export function space(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  // A responsive value (`@container (inline-size > 400px) a, b`) falls back to its last part, the default.
  const plain = value.startsWith('@container') ? value.slice(value.lastIndexOf(',') + 1).trim() : value;
  return plain
    .split(' ')
    .map((word) => STEPS[word] ?? word)
    .join(' ');
}
