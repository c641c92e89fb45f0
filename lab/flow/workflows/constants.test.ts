import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createLab} from '../../admin-api/index.ts';
import {addTags, condition, flowText, runCode} from '../fixture.ts';
import {type Asked, openFlow} from '../http.fixture.ts';
import {createFlow} from '../index.ts';
import type {RunDetails, RunSummary, WorkflowDetails, WorkflowSummary} from '../types.ts';
import {constantsIn} from './constants.ts';

const SCRIPT = `// A script of ours.
// At most so much, as "10.00".
const AT_MOST = "10.00";
const DAYS = 14;
// true moves nothing.
const DRY_RUN = true;
const SPLIT = 'a text in other quotes';
const ODD = "\\x41";
const made = 1;
export default () => ({go: !DRY_RUN, why: AT_MOST, days: DAYS});`;

const TEXT = flowText({
  name: 'Pay (B)',
  steps: [
    runCode('plan', '{ order { id } }', SCRIPT, 'type Output { go: Boolean! why: String! days: Int! }', ['ready']),
    condition('ready', '(runCode.go == true)', ['tag'], []),
    addTags('tag', '["Paid"]'),
  ],
});

it('finds the constants of a script with the comment above each', () => {
  expect(constantsIn(SCRIPT)).toEqual([
    {name: 'AT_MOST', about: 'At most so much, as "10.00".', value: '10.00'},
    {name: 'DAYS', about: '', value: 14},
    {name: 'DRY_RUN', about: 'true moves nothing.', value: true},
  ]);
});

it('keeps to what is a constant for sure', () => {
  expect(constantsIn('// about\r\nconst A = "x";\r\nconst B = 1e-7;\r\n')).toEqual([
    {name: 'A', about: 'about', value: 'x'},
    {name: 'B', about: '', value: 1e-7},
  ]);
  expect(constantsIn('/*\nconst A = 5;\n*/\nconst A = 1;\nif (A) {\n  const B = 2;\n}\nconst B = 3;')).toEqual([]);
  expect(constantsIn('const A = 1\n  + 2;\nconst B = "x" + "y";')).toEqual([]);
});

describe('constants that are changed in the lab', () => {
  let opened: Asked;
  let id: string;

  beforeEach(async () => {
    opened = await openFlow();
    ({id} = await opened.ask<WorkflowSummary>('POST', 'workflows', {text: TEXT}));
  });
  afterEach(() => opened.close());

  const change = (values: unknown, step = 'plan') =>
    opened.ask<WorkflowDetails>('POST', `workflows/${id}/constants`, {step, values});
  const constants = async () =>
    (await opened.ask<WorkflowDetails>('GET', `workflows/${id}`)).steps.flatMap((step) =>
      step.constants.map(({name, value}) => [name, value]),
    );

  it('are what the next run uses; whatever else stands in the file stays', async () => {
    const ran = async () => {
      const [run] = await opened.ask<RunSummary[]>('POST', `workflows/${id}/start`, {order: '#1004'});
      return (await opened.ask<RunDetails>('GET', `runs/${run?.id ?? ''}`)).steps;
    };
    expect((await ran()).map(({stepId}) => stepId)).toEqual(['plan', 'ready']);
    const text = 'a "quote", $& and a\nline';
    const {steps} = await change({AT_MOST: text, DRY_RUN: false, DAYS: -1.5});
    expect(await constants()).toEqual([
      ['AT_MOST', text],
      ['DAYS', -1.5],
      ['DRY_RUN', false],
    ]);
    const script = steps.find((step) => step.id === 'plan')?.fields.find((field) => field.id === 'script')?.value;
    expect(script).toBe(
      SCRIPT.replace('"10.00";', () => JSON.stringify(text) + ';')
        .replace('14;', '-1.5;')
        .replace('RUN = true', 'RUN = false'),
    );
    await change({AT_MOST: 'two\u2028lines\u2029', DAYS: 1e21});
    await change({AT_MOST: text, DAYS: 1e-7});
    await change({DAYS: 3});
    const after = await ran();
    expect(after.map(({stepId}) => stepId)).toEqual(['plan', 'ready', 'tag']);
    expect(after[0]?.attempts[0]?.output).toEqual({go: true, why: text, days: 3});
  });

  it.each([
    [{NOPE: 1}, 'plan', 'The script has no constant NOPE.'],
    [{SPLIT: 'x'}, 'plan', 'The script has no constant SPLIT.'],
    [{ODD: 'x'}, 'plan', 'The script has no constant ODD.'],
    [{DRY_RUN: 'false'}, 'plan', 'DRY_RUN is to be true or false.'],
    [{AT_MOST: 5}, 'plan', 'AT_MOST is to be a text.'],
    [{AT_MOST: '5.00', DAYS: '5'}, 'plan', 'DAYS is to be a number.'],
    [{DAYS: null}, 'plan', 'DAYS is to be a number.'],
    [{DAYS: 5}, 'tag', 'There is no step tag with a script.'],
    [{DAYS: 5}, 'gone', 'There is no step gone with a script.'],
    [{AT_MOST: 'x'.repeat(2_000_000)}, 'plan', 'The file is longer than 2000000 characters.'],
    ['DAYS=5', 'plan', 'values is missing: constants by name.'],
  ])('%j of %s are refused, and nothing is changed', async (values, step, message) => {
    await expect(change(values, step)).rejects.toThrow(`422 ${message}`);
    expect(await constants()).toEqual([
      ['AT_MOST', '10.00'],
      ['DAYS', 14],
      ['DRY_RUN', true],
    ]);
  });
});

it('a ready workflow keeps what was changed when the lab starts anew, until its file changes', () => {
  const lab = createLab();
  const first = createFlow(lab);
  const ready = first.workflows().find(({name}) => name.endsWith('(A)'));
  const id = ready?.id ?? '';
  const dryRun = (flow: ReturnType<typeof createFlow>) =>
    flow
      .workflow(id)
      .steps.flatMap(({id: step, constants}) =>
        constants.flatMap(({name, value}) => (name === 'DRY_RUN' ? [{step, value}] : [])),
      );
  const [before] = dryRun(first);
  expect(before?.value).toBe(true);
  first.setConstants(id, before?.step ?? '', {DRY_RUN: false});
  first.setConstants(id, before?.step ?? '', {DRY_RUN: false});
  expect(dryRun(createFlow(lab))[0]?.value).toBe(false);

  // The file that it was changed from is another one by now.
  lab.store.run('UPDATE flow_meta SET value = \'"an older checksum"\' WHERE name = ?', `changed from ${id}`);
  expect(dryRun(createFlow(lab))[0]?.value).toBe(true);
  expect(dryRun(createFlow(lab))[0]?.value).toBe(true);
});
