import {globSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {checksumOf} from '../format/index.ts';
import {afterOrder, EXPORT_2024, EXPORT_2026, FROM_TOOL} from './foreign.fixture.ts';
import {checkFlow} from './index.ts';

const OWN = globSync('extensions/flow-templates/*/*.flow')
  .toSorted()
  .map((file) => readFileSync(file, 'utf8'))
  // One with Run code is enough: its script is long, and parsing it takes most of the time.
  .toSorted((a, b) => a.length - b.length)
  .slice(0, 1);
const FILES = [EXPORT_2024, EXPORT_2026, FROM_TOOL, ...OWN];

const SEVERITIES = new Set(['error', 'warning', 'note']);

/** Any text gets findings, each whole; nothing is thrown. */
function expectFindings(text: string): void {
  for (const finding of checkFlow(text)) {
    expect(SEVERITIES.has(finding.severity)).toBe(true);
    expect(finding.code).toMatch(/^[a-z0-9-]+$/);
    expect(finding.message.length).toBeGreaterThan(5);
    expect(finding.message).not.toContain('undefined');
    expect(finding.message).not.toMatch(/Maximum call stack|is not a function|Cannot read prop/);
  }
}

const sealed = (body: string): string => `${checksumOf(body)}:${body}`;
const file = fc.constantFrom(...FILES);
const NASTY = [
  '__proto__',
  'constructor',
  'toString',
  '{{',
  '{%',
  '"',
  '\\',
  '\n',
  '(',
  '|x|',
  '{{ a.b[0] }}',
  '\u0000',
  '7700000001',
  ')))',
  '{% for %}',
];

describe('damaged files', () => {
  it('any text', () => {
    fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 200}), expectFindings), {numRuns: 120});
  });

  it('any JSON in the place of a workflow', () => {
    fc.assert(
      fc.property(fc.json({maxDepth: 6}), (json) => {
        expectFindings(sealed(json));
        expectFindings(sealed(`{"__metadata":{"version":0.1},"root":${json}}`));
        expectFindings(
          sealed(
            `{"__metadata":{"version":0.1},"root":{"steps":[${json}],"links":[${json}],"patched_fields":[${json}]}}`,
          ),
        );
      }),
      {numRuns: 150},
    );
  });

  it('files that were cut off', () => {
    fc.assert(
      fc.property(file, fc.double({min: 0, max: 1, noNaN: true}), (text, share) => {
        const cut = text.slice(0, Math.floor(text.length * share));
        expectFindings(cut);
        expect(checkFlow(cut).some(({severity}) => severity === 'error')).toBe(cut.length < text.length);
      }),
      {numRuns: 100},
    );
  });

  it('files with something else in some place', () => {
    fc.assert(
      fc.property(
        file,
        fc.nat(),
        fc.nat({max: 40}),
        fc.oneof(fc.constantFrom(...NASTY), fc.string()),
        (text, at, length, put) => {
          const body = text.slice(65);
          const place = at % body.length;
          expectFindings(sealed(`${body.slice(0, place)}${put}${body.slice(place + length)}`));
        },
      ),
      {numRuns: 120},
    );
  });

  it('files with another value under some key', () => {
    fc.assert(
      fc.property(
        file,
        fc.nat(),
        fc.oneof(fc.jsonValue({maxDepth: 2}), fc.constantFrom(...NASTY)),
        (text, at, value) => {
          const places: {holder: Record<string, unknown>; key: string}[] = [];
          const parsed = JSON.parse(text.slice(65)) as unknown;
          const walk = (node: unknown): void => {
            if (typeof node !== 'object' || node === null) return;
            for (const key of Object.keys(node)) {
              places.push({holder: node as Record<string, unknown>, key});
              walk((node as Record<string, unknown>)[key]);
            }
          };
          walk(parsed);
          const place = places[at % places.length];
          if (place) place.holder[place.key] = value;
          expectFindings(sealed(JSON.stringify(parsed)));
        },
      ),
      {numRuns: 120},
    );
  });
});

describe('files without end', () => {
  it.each([
    ['nested brackets in a condition', `(${'('.repeat(20_000)}`],
    [
      'nested logic in a condition',
      `${'{"operation_type":"LogicalExpression","operator":"AND","lhs":'.repeat(3000)}1${'}'.repeat(3000)}`,
    ],
  ])('%s', (_what, condition) => {
    const step = {
      step_id: 1,
      task_id: 'shopify::flow::condition',
      task_version: '0.1',
      task_type: 'CONDITION',
      config_field_values: [{config_field_id: 'condition', value: condition}],
    };
    expectFindings(
      sealed(JSON.stringify({__metadata: {version: 0.1}, root: {workflow_name: 'x', steps: [step], links: []}})),
    );
  });

  it.each([
    ['nested loops in Liquid', `${'{% for a in order.lineItems %}x'.repeat(400)}${'{% endfor %}'.repeat(400)}`],
    ['nested ifs in Liquid', `${'{% if order.test %}'.repeat(5000)}${'{% endif %}'.repeat(5000)}`],
    ['a long path', `{{ order${'.customer'.repeat(50_000)} }}`],
    ['many values', '{{ order.note }}'.repeat(20_000)],
  ])('%s', (_what, message) => {
    const steps = [
      {step_id: 1, task_id: 'shopify::admin::order_created', task_version: '0.1', task_type: 'TRIGGER'},
      {
        step_id: 2,
        task_id: 'shopify::flow::send_email',
        task_version: '0.1',
        task_type: 'ACTION',
        config_field_values: [{config_field_id: 'message', value: message}],
      },
    ];
    const links = [{from_step_id: 1, from_port_id: 'output', to_step_id: 2, to_port_id: 'input'}];
    expectFindings(sealed(JSON.stringify({__metadata: {version: 0.1}, root: {workflow_name: 'x', steps, links}})));
  });

  const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

  it.each([
    ['the steps', `{"__metadata":{"version":0.1},"root":{"workflow_name":"x","links":[],"steps":${DEEP}}}`],
    ['the name', `{"__metadata":{"version":0.1},"root":{"workflow_name":${DEEP},"links":[],"steps":[]}}`],
    ['the body', DEEP],
  ])('brackets in brackets: %s', (_what, body) => expectFindings(sealed(body)));

  it.each([
    ['shopify::flow::run_code', 'script', `export default () => ${DEEP}`],
    ['shopify::flow::run_code', 'script', `export default (a) => a${'.b'.repeat(100_000)}`],
    ['shopify::admin::admin_api_operation', 'api_call', JSON.stringify({name: 'tagsAdd', blob: `{"tags":${DEEP}}`})],
    ['shopify::admin::add_order_metafield', 'value', DEEP],
  ])('brackets in brackets: %s %s', (task, field, value) => {
    const findings = checkFlow(afterOrder({task, fields: {[field]: value, value_type: 'json'}}));
    expect(findings).toContainEqual({
      severity: 'error',
      code: 'too-deep',
      step: expect.anything(),
      at: field,
      message: 'The field is nested too deep to be read.',
      fix: 'Write it with fewer brackets.',
    });
  });

  it('thousands of steps in a row, and links between all of some', () => {
    const steps = Array.from({length: 5000}, (_, at) => ({
      step_id: at,
      task_id: 'shopify::flow::count',
      task_version: '0.1',
      task_type: at === 0 ? 'TRIGGER' : 'ACTION',
    }));
    const links = steps.slice(1).map(({step_id}) => ({
      from_step_id: step_id - 1,
      from_port_id: 'output',
      to_step_id: step_id,
      to_port_id: 'input',
    }));
    expectFindings(sealed(JSON.stringify({__metadata: {version: 0.1}, root: {workflow_name: 'x', steps, links}})));
    expect(checkFlow('x'.repeat(5_000_001)).map(({code}) => code)).toEqual(['too-large']);
  });
});
