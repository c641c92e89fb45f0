import type {HandStep} from './by-hand.ts';

/** A page with the steps of the workflow by hand, each with what to fill in, and a picture of what staff then see. */
export function byHandPage(steps: readonly HandStep[], result: Buffer): string {
  const shown = steps.map(
    ({kind, name, fields}, index) => `<li class="${kind.toLowerCase()}">
      <h2><b>${index + 1}</b> ${kind}<span>${text(name)}</span></h2>
      <dl>${fields.map(([label, value]) => `<dt>${text(label)}</dt><dd>${text(value)}</dd>`).join('')}</dl>
    </li>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${STYLE}</style><main>
    <ol>${shown.join('')}</ol>
    <p>What staff then see on the order:</p>
    <img alt="" src="data:image/png;base64,${result.toString('base64')}">
  </main></html>`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const STYLE = `
  * {box-sizing: border-box; margin: 0}
  body {background: #fffefa; color: #1c2b33; font: 16px/1.45 system-ui, sans-serif}
  main {width: 760px; padding: 24px}
  ol {list-style: none; padding: 0}
  li {border: 1px solid #a7a394; border-left: 6px solid #a7a394; border-radius: 8px; background: #f9f7f0; padding: 14px 18px; position: relative}
  li.trigger {border-left-color: #0d5c66}
  li.condition {border-left-color: #d19a30}
  li + li {margin-top: 30px}
  li + li::before {content: ''; position: absolute; left: 50%; top: -31px; height: 30px; border-left: 2px solid #a7a394}
  li.condition + li::after {content: 'True'; position: absolute; left: calc(50% + 10px); top: -27px; font-size: 14px; font-weight: 600; color: #52616b}
  h2 {font-size: 15px; font-weight: 400; color: #52616b}
  h2 b {display: inline-block; width: 24px; height: 24px; border-radius: 50%; background: #1c2b33; color: #fff; text-align: center; font-size: 14px; line-height: 24px; margin-right: 6px}
  h2 span {display: block; font-size: 18px; font-weight: 700; color: #1c2b33; margin: 4px 0 10px}
  dl {display: grid; grid-template-columns: 140px 1fr; gap: 8px 12px; align-items: baseline}
  dt {color: #52616b}
  dd {background: #fff; border: 1px solid #cfcbbd; border-radius: 6px; padding: 5px 10px; font: 15px/1.4 ui-monospace, monospace; white-space: pre-wrap}
  p {margin: 28px 0 8px; font-weight: 600}
  img {width: 712px; display: block}
`;
