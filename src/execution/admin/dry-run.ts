import type {
  MetafieldsSetMutation,
  MetafieldsSetMutationVariables,
  RefundCreateMutation,
  RefundCreateMutationVariables,
  StoreCreditAccountCreditMutation,
  StoreCreditAccountCreditMutationVariables,
} from '../../../graphql/generated/admin.generated.d.ts';
import type {Operation} from '../../../graphql/generated/operations.ts';
import type {AdminApi} from '../types.ts';
import {AdminError} from './error.ts';
import {describeOperation} from './operation.ts';

/**
 * Everything but the mutations: reads are real, and each mutation answers as if it had succeeded, under ids that say
 * `dry-run`. Nothing is changed at Shopify, the claim included.
 */
export function dryRun(admin: AdminApi, now: () => number): AdminApi {
  let count = 0;
  return {
    async request<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables) {
      const {name, mutation} = describeOperation(operation);
      if (!mutation) return admin.request(operation, variables);
      const pretend = PRETEND[name];
      if (!pretend) throw new AdminError('invalid', `A dry run can't pretend ${name}.`);
      count += 1;
      const data = pretend(variables, {at: new Date(now()).toISOString(), tag: `dry-run-${count}`});
      return {data: data as Result, cost: null};
    },
  };
}

interface Moment {
  readonly at: string;
  readonly tag: string;
}

const PRETEND: Readonly<Record<string, (variables: unknown, moment: Moment) => unknown>> = {
  MetafieldsSet: (variables, moment) => metafields(variables as MetafieldsSetMutationVariables, moment),
  RefundCreate: (variables, moment) => refund(variables as RefundCreateMutationVariables, moment),
  StoreCreditAccountCredit: (variables, moment) =>
    credit(variables as StoreCreditAccountCreditMutationVariables, moment),
  StoreCreditAccountDebit: (_variables, {tag}) => ({
    storeCreditAccountDebit: {
      storeCreditAccountTransaction: {id: `gid://shopify/StoreCreditAccountDebitTransaction/${tag}`},
      userErrors: [],
    },
  }),
  GiftCardCreate: (_variables, {tag}) => ({
    giftCardCreate: {giftCard: {id: `gid://shopify/GiftCard/${tag}`}, userErrors: []},
  }),
  MetaobjectUpsert: (_variables, moment) => ({metaobjectUpsert: metaobject(moment)}),
  MetaobjectPairUpsert: (_variables, moment) => ({first: metaobject(moment), second: metaobject(moment)}),
  TagsAdd: () => ({tagsAdd: {userErrors: []}}),
  TagsRemove: () => ({tagsRemove: {userErrors: []}}),
  FlowTriggerReceive: () => ({flowTriggerReceive: {userErrors: []}}),
};

function metafields({metafields: inputs}: MetafieldsSetMutationVariables, {at, tag}: Moment): MetafieldsSetMutation {
  const list = Array.isArray(inputs) ? inputs : [inputs];
  return {
    metafieldsSet: {
      metafields: list.map(({key, value}) => ({
        id: `gid://shopify/Metafield/${tag}`,
        key,
        value,
        compareDigest: `${tag}-${key}`,
        updatedAt: at,
      })),
      userErrors: [],
    },
  };
}

function refund({input}: RefundCreateMutationVariables, {tag}: Moment): RefundCreateMutation {
  const currencyCode = input.currency ?? 'XXX';
  const pair = (amount: string) => ({shopMoney: {amount, currencyCode}, presentmentMoney: {amount, currencyCode}});
  const sent = input.transactions ?? [];
  const nodes = (Array.isArray(sent) ? sent : [sent]).map((transaction, index) => ({
    id: `gid://shopify/OrderTransaction/${tag}-${index + 1}`,
    kind: 'REFUND' as const,
    status: 'SUCCESS' as const,
    gateway: transaction.gateway,
    amountSet: pair(transaction.amount),
    parentTransaction: transaction.parentId ? {id: transaction.parentId} : null,
  }));
  return {
    refundCreate: {
      refund: {
        id: `gid://shopify/Refund/${tag}`,
        transactions: {nodes},
      },
      userErrors: [],
    },
  };
}

function credit(
  {creditInput}: StoreCreditAccountCreditMutationVariables,
  {tag}: Moment,
): StoreCreditAccountCreditMutation {
  return {
    storeCreditAccountCredit: {
      storeCreditAccountTransaction: {
        id: `gid://shopify/StoreCreditAccountCreditTransaction/${tag}`,
        balanceAfterTransaction: creditInput.creditAmount,
      },
      userErrors: [],
    },
  };
}

function metaobject({tag}: Moment) {
  return {metaobject: {id: `gid://shopify/Metaobject/${tag}`}, userErrors: []};
}
