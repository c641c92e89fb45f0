import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parse} from 'smol-toml';
import {afterEach, describe, expect, it} from 'vitest';
import {problemLine} from '../problem.ts';
import type {Table} from '../project.ts';
import {checkTrigger} from './flow-trigger.ts';

const FILE = 'extensions/trigger-sample/shopify.extension.toml';
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, {recursive: true, force: true});
});

/** What the check says of fields, one table a line, beside a schema. */
function found(fields: readonly string[], schema: string | null = null): string[] {
  const root = mkdtempSync(join(tmpdir(), 'trigger-'));
  made.push(root);
  mkdirSync(join(root, 'extensions/trigger-sample'), {recursive: true});
  if (schema !== null) writeFileSync(join(root, 'extensions/trigger-sample/schema.graphql'), schema);
  const text = [
    ...(schema === null ? [] : ['schema = "./schema.graphql"']),
    '[settings]',
    `fields = [${fields.join(',')}]`,
  ];
  const table = parse(text.join('\n')) as Table;
  return checkTrigger(root, {file: FILE, table, problems: []}, table, 'extensions').map(problemLine);
}

const DETAILS = 'type Details {\n  "All."\n  parts: [Part!]!\n}\ntype Part {\n  amount: String!\n}\n';

describe('a trigger’s fields', () => {
  it('pass where Flow takes them', () => {
    const fields = [
      '{type = "order_reference", description = "a"}',
      '{type = "single_line_text_field", key = "Plan reference", description = "a"}',
      '{type = "schema.Details", key = "Details", description = "a"}',
    ];
    expect(found(fields, DETAILS)).toEqual([]);
  });

  it.each([
    ['{type = "number_integer", key = "Count", description = "a"}', 'settings.fields[0].type: is number_integer.'],
    ['{type = "order_reference", key = "Order", description = "a"}', 'settings.fields[0].key: stands on a reference.'],
    ['{type = "url", key = "Refund id 2", description = "a"}', 'settings.fields[0].key: is "Refund id 2".'],
    ['{type = "url", key = "plan_reference", description = "a"}', 'settings.fields[0].key: is "plan_reference".'],
    ['{type = "url", description = "a"}', 'settings.fields[0].key: is missing.'],
    ['{type = "url", key = "Link"}', 'settings.fields[0].description: is missing.'],
    ['{type = "schema.Other", key = "Other", description = "a"}', 'schema.Other is no type of the schema.'],
  ])('%s', (field, problem) => {
    expect(found([field], DETAILS)).toEqual([expect.stringContaining(problem)]);
  });

  it('stand once each', () => {
    const field = '{type = "url", key = "Link", description = "a"}';
    expect(found([field, field.replace('Link', 'link')])).toEqual([expect.stringContaining('"link" stands twice')]);
  });

  it('have a schema that Flow can read', () => {
    expect(found([], `${DETAILS}union Any = Details | Part`)).toEqual([
      expect.stringContaining('Any is neither an object nor an enum.'),
    ]);
    expect(found([], 'type Details {')).toEqual([expect.stringContaining("schema: can't be read (Syntax Error")]);
  });
});
