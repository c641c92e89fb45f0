/** The actions as Shopify's CLI reads them, against the function that answers them. */
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {buildSchema, isEnumType, isObjectType, isSpecifiedScalarType} from 'graphql';
import {parse} from 'smol-toml';
import {describe, expect, it} from 'vitest';
import {payloadProblems} from '../../lab/admin-api/flow/declared.ts';
import {InputError} from '../../src/core/index.ts';
import {ACTIONS} from '../../src/endpoint/actions.ts';
import {LABELS} from '../../src/endpoint/properties.ts';
import {saveSettings} from '../execution/approval-shop.ts';
import {environmentOf} from '../execution/lab-client.ts';
import {call, functionOnLab, labelCall} from './shop.ts';
import {loadApp} from './shopify-loader.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'extensions', 'flow-actions');
const ADDRESS = 'https://refund-recipes.example.workers.dev';
const HANDLES = ['refund-shipping-plus-label', 'run-refund-recipe', 'store-credit-with-bonus'];

const addressed = (text: string): string =>
  text.replace(/^application_url = "REPLACE ME.*$/m, `application_url = "${ADDRESS}"`);

interface DeployedField {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly uiType: string;
  readonly required: boolean;
}

describe('Shopify’s own loader', () => {
  it('refuses to deploy the actions while no function’s address is written', () => {
    expect(loadApp('with-actions', 'flow_action').refused).toContain('[application_url]: Invalid URL');
  }, 60_000);

  it('sends the three actions to the function once it is', () => {
    const {extensions = {}, handles = []} = loadApp('with-actions', 'flow_action', addressed);
    expect(Object.keys(extensions).toSorted()).toEqual(HANDLES);
    for (const deployed of Object.values(extensions)) {
      expect(deployed).toMatchObject({url: `${ADDRESS}/actions`, return_type_ref: 'RefundResult'});
      const fields = deployed['fields'] as readonly DeployedField[];
      expect(fields.every(({label, description}) => label !== '' && description !== '')).toBe(true);
    }
    expect(handles).toEqual(expect.arrayContaining(['order-refund', 'order-refund-block', 'app-home']));
    const {fields} = extensions['refund-shipping-plus-label'] as {fields: readonly DeployedField[]};
    expect(fields.map(({name, uiType, required}) => [name, uiType, required])).toEqual([
      ['order_id', 'commerce-object-id', true],
      ['label_credit', 'number', true],
      ['ground', 'text-single-line', false],
      ['again', 'text-single-line', false],
      ['reason', 'text-single-line', false],
      ['dry_run', 'checkbox', false],
    ]);
  }, 60_000);

  it('finds no action in the default config', () => {
    const {handles, extensions} = loadApp('shopify.app.toml', 'flow_action');
    expect(extensions).toEqual({});
    expect(handles).toEqual(expect.arrayContaining(['order-refund']));
  }, 60_000);
});

interface Toml {
  readonly extensions: readonly [
    {
      readonly name: string;
      readonly handle: string;
      readonly settings: {
        readonly fields: readonly {
          readonly type: string;
          readonly key?: string;
          readonly name?: string;
          readonly required: boolean;
        }[];
      };
    },
  ];
}

const tomls = globSync('*/shopify.extension.toml', {cwd: FOLDER})
  .toSorted()
  .map((file) => (parse(readFileSync(join(FOLDER, file), 'utf8')) as unknown as Toml).extensions[0]);

describe('each action', () => {
  it('has its function, under the same name', () => {
    expect(tomls.map(({handle, name}) => [handle, name])).toEqual(
      [...ACTIONS].map(([handle, {name}]) => [handle, name]).toSorted(),
    );
  });

  it('names each field in an error as the merchant sees it in Flow', () => {
    const names = tomls.flatMap(({settings: {fields}}) =>
      fields.map(({key = 'order_id', name = 'Order'}) => [key, name]),
    );
    expect(new Map(names as [string, string][])).toEqual(LABELS);
    expect(new Set(names.map((pair) => pair.join())).size).toBe(LABELS.size);
  });

  const VALUES: Readonly<Record<string, unknown>> = {
    order_reference: '1001',
    number_decimal: '7.45',
    boolean: 'true',
    multi_line_text_field: 'returnLabel=7.45',
  };
  const TEXTS: Readonly<Record<string, string>> = {ground: 'defect', recipe: 'store-credit-bonus'};

  it.each(tomls)('$handle takes exactly its fields', ({handle, settings: {fields}}) => {
    const given = fields.map(({type, key = 'order_id', required}) => {
      return {name: key, value: VALUES[type] ?? TEXTS[key] ?? 'a text', required};
    });
    const faultOf = (some: typeof given): string | null => {
      try {
        ACTIONS.get(handle)?.read(Object.fromEntries(some.map(({name, value}) => [name, value])), 'en');
        return null;
      } catch (error) {
        return error instanceof InputError ? error.field : 'no InputError';
      }
    };
    expect(faultOf(given)).toBeNull();
    expect(faultOf(given.filter(({required}) => required))).toBeNull();
    for (const {name, required} of given) {
      expect(faultOf(given.filter((field) => field.name !== name))).toBe(required ? name : null);
    }
    expect(faultOf([...given, {name: 'another', value: 'x', required: false}])).toBe('another');
  });
});

describe('what the actions return', () => {
  const schemas = HANDLES.map((handle) => readFileSync(join(FOLDER, handle, 'schema.graphql'), 'utf8'));
  const fits = (result: unknown): string[] =>
    payloadProblems(
      {return_value: result},
      {handle: '', name: '', fields: [{key: 'return_value', type: 'schema.RefundResult'}], schema: schemas[0] ?? ''},
    );

  it('is described the same way by each, with what Flow’s schemas may hold', () => {
    expect(new Set(schemas).size).toBe(1);
    const types = Object.values(buildSchema(schemas[0] ?? '').getTypeMap()).filter(({name}) => !name.startsWith('__'));
    expect(types.every((type) => isObjectType(type) || isEnumType(type) || isSpecifiedScalarType(type))).toBe(true);
  });

  it('fits that description: rehearsed, done, done before, waiting', async () => {
    const shop = await functionOnLab();
    const rehearsed = await call(shop, labelCall(shop, {dry_run: true}));
    const done = await call(shop, labelCall(shop));
    const before = await call(shop, {...labelCall(shop), runId: 'run-2'});
    await saveSettings(environmentOf(shop.lab, 'owner'), {
      format: 1,
      limits: {shop: {goodwill: {perRefund: '5.00'}}, recipes: {}},
    });
    const waiting = await call(shop, {...labelCall(shop, {again: '2'}), runId: 'run-3'});
    const results = [rehearsed, done, before, waiting].map(({body}) => body.return_value);
    expect(results.map((result) => result?.state)).toEqual(['DRY_RUN', 'DONE', 'ALREADY_DONE', 'WAITING_FOR_APPROVAL']);
    expect(results.flatMap(fits)).toEqual([]);
    expect(fits({...results[0], total: 14.4})).toEqual(["Type error for field 'return_value.total': not a String."]);
  });
});
