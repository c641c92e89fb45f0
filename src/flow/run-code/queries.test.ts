import {parse, validate} from 'graphql';
import {describe, expect, it} from 'vitest';
import type {EnvironmentOrder} from '../environment/environment.types.ts';
import {environmentSchema, EnvironmentTypes, type Patch} from '../environment/index.ts';
import {pathTo} from '../builder/path.ts';
import {ALARM, codeAlone, codeOf, REQUEST, SCRIPTS, type Script} from './index.ts';

const PATCHES: readonly Patch[] = ['Claim', 'FlowRun', 'Ask', 'Request', 'Withdrawal'].map((key) => {
  return {handle: `refundRecipes${key}`, field: 'metafield', type: 'Order'};
});

/** What `paid` is the answer of, by the script's title. */
const mutationOf = ({title}: Script) => /\((\w+)\)$/.exec(title)?.[1] ?? 'refundCreate';

describe('every input query', () => {
  it.each(SCRIPTS.map((script) => [script.title, script] as const))('%s fits Flow’s environment', (_title, script) => {
    const types = new EnvironmentTypes(PATCHES);
    const written = types.payload('metafieldsSet');
    const paid = types.payload(mutationOf(script));
    const roots = {order: 'Order', scheduledAt: 'DateTime', ...(written ? {written} : {}), ...(paid ? {paid} : {})};
    const {input} = codeAlone(script);
    const problems = validate(environmentSchema(types, roots), parse(input)).map(({message}) => message);
    expect(problems).toEqual([]);
  });
});

it('a root below another one stands inside it: no field is named twice', () => {
  const order = pathTo<EnvironmentOrder, 'root'>('order');
  const {input} = codeOf(ALARM, {order, scheduledAt: order.updatedAt});
  expect(input.match(/\border\b/g)).toEqual(['order']);
  expect(input).toMatch(/^\{\n {2}order \{\n(?: {4}.*\n)* {4}updatedAt\n {2}\}\n\}$/);
  const returned = codeOf(REQUEST, {order: pathTo<EnvironmentOrder, 'root'>('return.order')}).input;
  expect(returned).toMatch(/^\{\n {2}return \{ order \{\n/);
});
