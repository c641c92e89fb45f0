import {parse, validate} from 'graphql';
import {describe, expect, it} from 'vitest';
import {environmentTypescript} from './typescript.ts';
import {EnvironmentTypes, environmentSchema, isLeftOut, mutationNamed, patchedTypeName, typeOf} from './index.ts';

function problems(query: string, types = new EnvironmentTypes(), roots: Record<string, string> = {order: 'Order'}) {
  return validate(environmentSchema(types, roots), parse(query)).map(({message}) => message);
}

describe('the environment of a workflow', () => {
  it('has lists where the Admin API has connections, and shop everywhere', () => {
    expect(
      problems(
        '{ order { id lineItems { title product { tags } } refunds { refundLineItems { quantity } transactions { kind } } } shop { name } }',
      ),
    ).toEqual([]);
    expect(problems('{ order { lineItems { nodes { id } } } }')).toEqual([
      'Cannot query field "nodes" on type "LineItem". Did you mean "name"?',
    ]);
  });

  it('takes no arguments', () => {
    expect(problems('{ order { lineItems(first: 5) { id } } }')).toEqual([
      'Unknown argument "first" on field "LineItem.lineItems".'.replace('LineItem.', 'Order.'),
    ]);
  });

  it('has a metafield under the handle of its patch only', () => {
    expect(problems('{ order { metafield { value } } }')).toEqual([
      'Cannot query field "metafield" on type "Order". Did you mean "metafields"?',
    ]);
    const types = new EnvironmentTypes([{handle: 'claim', field: 'metafield', type: 'ORDER'}]);
    expect(problems('{ order { claim { value compareDigest } } }', types)).toEqual([]);
  });

  it('has only the roots that were given', () => {
    expect(problems('{ order { id } runCode { id } }')).toEqual([
      'Cannot query field "runCode" on type "Environment".',
    ]);
    expect(problems('{ getOrderData { id } }', undefined, {getOrderData: '[Order!]!'})).toEqual([]);
  });

  it('knows what Run code gives, two steps with types of one name included', () => {
    const types = new EnvironmentTypes();
    const schema = environmentSchema(types, {
      runCode: types.ofSdl('type Output { gifts: [Gift!]! } type Gift { code: String! }', 'runCode'),
      runCode1: types.ofSdl('type Output { gift: Gift } type Gift { amount: Float }', 'runCode1'),
    });
    expect(validate(schema, parse('{ runCode { gifts { code } } runCode1 { gift { amount } } }'))).toEqual([]);
    expect(() => types.ofSdl('type Result { a: Int }', 'runCode2')).toThrow('has no type "Output"');
  });

  it('knows what a mutation answers', () => {
    const types = new EnvironmentTypes();
    expect(String(types.payload('metafieldsSet'))).toBe('MetafieldsSetPayload');
    expect(types.payload('productCreate')).toBeNull();
  });
});

describe('names', () => {
  it.each([
    ['Order', 'Order'],
    ['ORDER', 'Order'],
    ['PRODUCT_VARIANT', 'ProductVariant'],
    ['VARIANT', 'ProductVariant'],
    ['SPACESHIP', 'SPACESHIP'],
  ])('a patch on %s is one on %s', (written, name) => {
    expect(patchedTypeName(written)).toBe(name);
  });

  it('a mutation is known by its arguments and why it is not offered', () => {
    expect(mutationNamed('tagsAdd')).toEqual({refusal: null, signature: 'id: ID!, tags: [String!]!'});
    expect(mutationNamed('orderCancel')?.refusal).toBe('job');
    expect(mutationNamed('discountCodeActivate')?.refusal).toBe('family');
    expect(mutationNamed('orderRefund')).toBeNull();
    expect(mutationNamed('constructor')).toBeNull();
  });

  it('tells what the slice leaves out from what is not there', () => {
    expect(isLeftOut('Order', 'agreements')).toBe(true);
    expect(isLeftOut('Order', 'financialStatus')).toBe(false);
    expect(isLeftOut('Order', 'toString')).toBe(false);
  });

  it('reads a written type', () => {
    const types = new EnvironmentTypes();
    expect(String(typeOf(types, '[Order!]!'))).toBe('[Order]');
    expect(String(typeOf(types, 'DateTime'))).toBe('DateTime');
    expect(typeOf(types, 'WorkflowError')).toBeNull();
  });
});

describe('the environment as TypeScript', () => {
  const text = environmentTypescript();
  const of = (name: string): string => new RegExp(`export interface ${name} [^}]*}`).exec(text)?.[0] ?? '';

  it('says for each field what may be done with it', () => {
    expect(of('EnvironmentMoneyBag')).toBe(
      "export interface EnvironmentMoneyBag extends Named<'MoneyBag'> {\n  readonly presentmentMoney: EnvironmentMoneyV2;\n  readonly shopMoney: EnvironmentMoneyV2;\n}",
    );
    expect(of('EnvironmentMetafield')).toContain('readonly compareDigest: SafeText;');
    expect(of('EnvironmentMetafield')).toContain('readonly value: Text;');
    expect(of('EnvironmentOrder')).toContain('readonly lineItems: readonly EnvironmentLineItem[];');
    expect(of('EnvironmentOrder')).toContain('readonly tags: readonly Text[];');
  });

  it('leaves out what is deprecated, needs arguments or is read by nobody', () => {
    for (const name of ['totalPrice:', 'metafield:', 'agreements:', 'channelInformation:']) {
      expect(of('EnvironmentOrder')).not.toContain(`readonly ${name}`);
    }
  });
});
