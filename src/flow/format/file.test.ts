import {createHash} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {InputError} from '../../core/index.ts';
import {type FlowFile, readFlowBody, readFlowFile, splitFlowFile, writeFlowFile} from './index.ts';

const FILE: FlowFile = {
  __metadata: {version: 0.1},
  root: {
    steps: [
      {
        step_id: 'a2b8',
        step_position: [0, 0],
        config_field_values: [{config_field_id: 'subject', value: 'Café “€”'}],
        task_id: 'shopify::flow::send_email',
        task_version: '0.1',
        task_type: 'ACTION',
        description: null,
        note: null,
        name: null,
      },
    ],
    links: [{from_step_id: 'a2b8', from_port_id: 'output', to_step_id: 'c', to_port_id: 'input'}],
    patched_fields: [
      {
        id: 'p',
        handle: 'claim',
        field: 'metafield',
        patched_type: 'Order',
        arguments: '{"key":"claim"}',
        merchant_configured: true,
      },
    ],
    variables: [],
    note: null,
    vertical_layout_enabled: true,
    workflow_name: 'Mail us',
  },
};

function problem(text: string, read: (text: string) => unknown = readFlowFile): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('read without a problem');
}

describe('a .flow file', () => {
  it('is the checksum of its body, a colon and compact JSON in the order of an export of 2026', () => {
    const text = writeFlowFile(FILE);
    const body = text.slice(65);
    expect(text.slice(0, 65)).toBe(`${createHash('sha256').update(body).digest('hex')}:`);
    expect(body).toBe(
      '{"__metadata":{"version":0.1},"root":{"steps":[{"step_id":"a2b8","step_position":[0,0],' +
        '"config_field_values":[{"config_field_id":"subject","value":"Café “€”"}],"task_id":"shopify::flow::send_email",' +
        '"task_version":"0.1","task_type":"ACTION","description":null,"note":null,"name":null}],' +
        '"links":[{"from_step_id":"a2b8","from_port_id":"output","to_step_id":"c","to_port_id":"input"}],' +
        '"patched_fields":[{"id":"p","handle":"claim","field":"metafield","patched_type":"Order",' +
        '"arguments":"{\\"key\\":\\"claim\\"}","merchant_configured":true}],"variables":[],"note":null,' +
        '"vertical_layout_enabled":true,"workflow_name":"Mail us"}}',
    );
  });

  it('reads back as it was written', () => {
    expect(readFlowFile(writeFlowFile(FILE))).toEqual(FILE);
  });

  it('splits at the first colon; without a checksum all of it is the body', () => {
    expect(splitFlowFile(`${'0'.repeat(64)}:{"a":":"}`)).toEqual({checksum: '0'.repeat(64), body: '{"a":":"}'});
    expect(splitFlowFile('{"a":1}')).toEqual({checksum: null, body: '{"a":1}'});
  });

  it('is refused when its checksum is missing or wrong, and says which', () => {
    const text = writeFlowFile(FILE);
    expect(problem(text.slice(65))).toContain('starts with 64 hex digits and a colon');
    expect(problem(`${text}\n`)).toContain('An editor has added a newline at the end');
    expect(problem(text.replace('Mail us', 'Pay all'))).toContain('The body was changed after it was exported');
  });
});

describe('the body of a .flow file', () => {
  it('may be an older export or the tool API’s form: what is left out is filled in', () => {
    const {root} = readFlowBody(
      JSON.stringify({
        __metadata: {version: 0.1},
        root: {
          workflow_name: 'Tag',
          steps: [{step_id: 1, task_id: 't', task_version: '0.1', task_type: 'TRIGGER', config_field_values: []}],
          links: [],
          patched_fields: [{handle: 'tier', field: 'metafield', patched_type: 'ORDER', arguments: {key: 'tier'}}],
        },
      }),
    );
    expect(root.steps[0]).toEqual({
      step_id: 1,
      step_position: [0, 0],
      config_field_values: [],
      task_id: 't',
      task_version: '0.1',
      task_type: 'TRIGGER',
      description: null,
      note: null,
      name: null,
    });
    expect(root.patched_fields[0]?.arguments).toBe('{"key":"tier"}');
    expect(root.vertical_layout_enabled).toBe(false);
  });

  it.each([
    ['{', 'body: "{" can\'t be used. It isn\'t JSON.'],
    ['[]', "body: [] can't be used. It is an object in every .flow file."],
    ['{"__metadata":{}}', '__metadata.version: is missing.'],
    ['{"__metadata":{"version":0.1}}', 'root: is missing.'],
    ['{"__metadata":{"version":0.1},"root":{"steps":{}}}', "root.steps: {} can't be used. It is a list"],
    [
      '{"__metadata":{"version":0.1},"root":{"steps":[{"task_type":"HACK"}]}}',
      'root.steps[0].task_type: "HACK" can\'t be used. Use one of TRIGGER,',
    ],
    [
      '{"__metadata":{"version":0.1},"root":{"steps":[{"task_type":"ACTION","step_id":1.5}]}}',
      "root.steps[0].step_id: 1.5 can't be used.",
    ],
    [
      '{"__metadata":{"version":0.1},"root":{"steps":[{"task_type":"ACTION","step_id":1,"step_position":[1]}]}}',
      'root.steps[0].step_position: [1]',
    ],
    [
      '{"__metadata":{"version":0.1},"root":{"steps":[{"task_type":"ACTION","step_id":1,"config_field_values":[{"config_field_id":"a","value":7}]}]}}',
      'root.steps[0].config_field_values[0].value: 7',
    ],
    ['{"__metadata":{"version":0.1},"root":{"steps":[],"links":[{}]}}', 'root.links[0].from_step_id: is missing.'],
    ['{"__metadata":{"version":0.1},"root":{"steps":[],"links":[]}}', 'root.workflow_name: is missing.'],
  ])('is refused by the field that is wrong: %s', (body, message) => {
    expect(problem(body, readFlowBody)).toContain(message);
  });
});
