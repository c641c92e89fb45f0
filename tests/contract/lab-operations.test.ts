import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import * as operations from '../../graphql/generated/operations.ts';
import versions from '../../graphql/versions.json' with {type: 'json'};
import {createLab, type Lab} from '../../lab/admin-api/lab.ts';
import {deployApp} from '../../lab/deploy.ts';
import {FACTS} from '../../src/execution/triggers/example.fixture.ts';
import {payloadOf} from '../../src/execution/triggers/payload.ts';
import {seed} from '../../lab/seed/index.ts';
import {readToml} from '../../scripts/check/project.ts';

/** Scopes as the app gets them: what the app config asks for, nothing more. */
const config = readToml(join(import.meta.dirname, '..', '..'), 'shopify.app.toml').table['access_scopes'] as {
  scopes: string;
};
const scopes = config.scopes.split(',');

interface Answer {
  data?: Record<string, {userErrors?: unknown[]} | null>;
  errors?: {message: string}[];
}

async function ask(lab: Lab, version: string, query: string, variables: Record<string, unknown>): Promise<Answer> {
  const {body} = await lab.handle({version, query, variables, scopes});
  if (typeof body === 'string') throw new Error(body);
  return body as Answer;
}

interface Found {
  orders: {
    nodes: {id: string; customer: {id: string} | null; refunds: {id: string}[]; lineItems: {nodes: {id: string}[]}}[];
  };
}

const FIND = `query ($query: String) {
  orders(first: 1, query: $query) { nodes { id customer { id } refunds { id } lineItems(first: 1) { nodes { id } } } }
}`;

/** What each operation is asked with on the seeded shop; in this order, since some need what an earlier one made. */
function variablesFor(
  order: Found['orders']['nodes'][number],
  refundId: string,
  metaobjectId: string,
): Record<keyof typeof operations, Record<string, unknown>> {
  const {id} = order;
  const ownerId = order.customer?.id;
  const amount = {amount: '1.00', currencyCode: 'EUR'};
  const evidence = (handle: string) => ({
    handle: {type: '$app:refund-evidence', handle},
    metaobject: {
      fields: [
        {key: 'order', value: id},
        {key: 'evidence', value: '{}'},
      ],
    },
  });
  const second = evidence('two');
  return {
    OrderForRefund: {id},
    OrderForBlock: {id},
    OrderLinesPage: {id, after: null},
    RefundLinesPage: {id: refundId, after: null},
    RefundSuggestion: {id, refundLineItems: [], shippingAmount: '1.00', refundDuties: []},
    RecentOrderRates: {after: null},
    ExecutionState: {id},
    ExecutionCreditState: {id, ownerId},
    StoreCreditAccountState: {ownerId},
    EvidenceByHandle: {handle: 'one'},
    TriggerFacts: {id, recipe: 'shipping-plus-label'},
    MetafieldsSet: {
      metafields: [
        {
          ownerId: id,
          namespace: 'refund_recipes',
          key: 'claim',
          type: 'json',
          value: '{"nonce":"1"}',
          compareDigest: null,
        },
      ],
    },
    RefundCreate: {
      input: {orderId: id, note: 'contract', shipping: {amount: '1.00'}, transactions: []},
      key: 'contract-1',
    },
    StoreCreditAccountCredit: {id: ownerId, creditInput: {creditAmount: amount}},
    StoreCreditAccountDebit: {id: ownerId, debitInput: {debitAmount: amount}},
    GiftCardCreate: {input: {initialValue: '1.00', code: 'CONTRACT01'}},
    MetaobjectUpsert: evidence('one'),
    MetaobjectPairUpsert: {...evidence('one'), secondHandle: second.handle, secondMetaobject: second.metaobject},
    TagsAdd: {id, tags: ['Refund waiting']},
    TagsRemove: {id, tags: ['Refund waiting']},
    CustomerHistory: {id},
    WaitingOrders: {},
    HomeRecipes: {after: null},
    HomeRecipe: {handle: {type: '$app:refund-recipe', handle: 'chosen-items'}},
    HomeSettings: {},
    MetaobjectDelete: {id: metaobjectId},
    OrdersToTry: {query: 'name:"#1001"'},
    ShopSetup: {},
    FlowTriggerReceive: {
      handle: 'refund-attention',
      payload: payloadOf({orderId: id, planId: 'plan-1', recipe: {handle: ''}, moved: [], why: ''}, FACTS, false),
    },
  };
}

describe.each(versions.supported)(
  'the local Shopify, API version %s, with the scopes of the app config',
  async (version) => {
    const lab = createLab({seed});
    deployApp(lab);
    afterAll(() => lab.close());
    const find = async (query: string): Promise<Found['orders']['nodes'][number]> => {
      const {data} = await ask(lab, version, FIND, {query});
      const [found] = (data as unknown as Found).orders.nodes;
      if (!found) throw new Error(`No order is found by ${query}.`);
      return found;
    };
    const order = await find('name:#1001');
    const refunded = await find('financial_status:partially_refunded');
    const made = await ask(lab, version, operations.MetaobjectUpsert, {
      handle: {type: '$app:refund-evidence', handle: 'made-before'},
      metaobject: {fields: [{key: 'evidence', value: '{}'}]},
    });
    const upserted = made.data?.['metaobjectUpsert'] as {metaobject?: {id: string}} | undefined;
    const variables = variablesFor(order, refunded.refunds[0]?.id ?? '', upserted?.metaobject?.id ?? '');

    it.each(Object.keys(variables) as (keyof typeof operations)[])('answers %s', async (name) => {
      const {data, errors} = await ask(lab, version, operations[name], variables[name]);
      expect(errors?.map(({message}) => message) ?? []).toEqual([]);
      expect(Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? [])).toEqual([]);
    });

    it('knows every operation of the product', () => {
      expect(Object.keys(variables).toSorted()).toEqual(Object.keys(operations).toSorted());
    });
  },
);
