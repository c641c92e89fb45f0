/** Runs our Run code scripts on the lab's orders, and sends what they give as Flow's steps would. */
import {runCode} from '../../lab/flow/sandbox/index.ts';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {codeAlone} from '../../src/flow/run-code/index.ts';
import type {Script} from '../../src/flow/run-code/index.ts';
import {ask} from '../execution/lab-client.ts';
import {environmentOrder} from './environment.ts';

export type Output = Readonly<Record<string, unknown>>;

/** The order as a script reads it. */
export async function orderFor(lab: Lab, script: Script, orderId: string): Promise<Record<string, unknown>> {
  lab.clock.advance(30_000);
  return environmentOrder(lab, orderId, script.reads['order'] ?? '');
}

/** A script in QuickJS. @throws where it fails */
export async function ran(script: Script, input: object, values: object = {}): Promise<Output> {
  const {script: text, outputSchema} = codeAlone(script, values);
  const result = await runCode(text, input, outputSchema);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.output;
}

/** What Liquid gives for `now`: another value at every step. */
let moments = 0;

/** The claiming step: what its answer holds, userErrors included. */
export async function claimWith(lab: Lab, {claimStart, claimEnd}: Output): Promise<unknown> {
  const metafields: unknown = JSON.parse(`${String(claimStart)}${(moments += 1)}${String(claimEnd)}`);
  return setMetafields(lab, metafields);
}

export async function setMetafields(lab: Lab, metafields: unknown): Promise<unknown> {
  const data = await ask(
    lab,
    `mutation($metafields: [MetafieldsSetInput!]!) {
      metafieldsSet(metafields: $metafields) {metafields {key value compareDigest} userErrors {field message code}}
    }`,
    {metafields},
  );
  return (data as {metafieldsSet: unknown}).metafieldsSet;
}

const BAG = '{ presentmentMoney { amount currencyCode } }';

/** The money steps. `refundCreate` has no key: Flow's action has no place for one, so the lab's gets one that is new each time. */
export async function refundWith(lab: Lab, {refundInput}: Output): Promise<unknown> {
  const data = await ask(
    lab,
    `mutation($input: RefundInput!, $key: String!) {
      refundCreate(input: $input) @idempotent(key: $key) {
        refund {id transactions(first: 50) {nodes {id kind status gateway amountSet ${BAG} parentTransaction {id}}}}
        userErrors {field message}
      }
    }`,
    {input: JSON.parse(String(refundInput)) as unknown, key: `flow-${(moments += 1)}`},
  );
  const {refund, userErrors} = (
    data as {refundCreate: {refund: {id: string; transactions: {nodes: unknown}} | null; userErrors: unknown}}
  ).refundCreate;
  return {refund: refund && {...refund, transactions: refund.transactions.nodes}, userErrors};
}

export async function creditWith(lab: Lab, {creditOwner, creditInput}: Output): Promise<unknown> {
  const data = await ask(
    lab,
    `mutation($id: ID!, $creditInput: StoreCreditAccountCreditInput!) {
      storeCreditAccountCredit(id: $id, creditInput: $creditInput) {
        storeCreditAccountTransaction {id balanceAfterTransaction {amount currencyCode}}
        userErrors {field message}
      }
    }`,
    {id: creditOwner, creditInput: JSON.parse(String(creditInput)) as unknown},
  );
  return (data as {storeCreditAccountCredit: unknown}).storeCreditAccountCredit;
}

/** Flow's version calls the amount `initialValue`, in the shop's currency; the lab's newer one takes both. */
export async function giftCardWith(lab: Lab, {giftCardInput}: Output): Promise<unknown> {
  const data = await ask(
    lab,
    `mutation($input: GiftCardCreateInput!) {
      giftCardCreate(input: $input) {giftCard {id} userErrors {field message code}}
    }`,
    {input: JSON.parse(String(giftCardInput)) as unknown},
  );
  return (data as {giftCardCreate: unknown}).giftCardCreate;
}
