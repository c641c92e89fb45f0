import {MetaobjectPairUpsert, MetaobjectUpsert} from '../../graphql/generated/operations.ts';
import {AdminError} from './admin/error.ts';
import type {AdminApi, Claim, ClaimedCall} from './types.ts';

const TYPE = '$app:refund-evidence';

/** One append-only record. Its handle follows from what it is about, so writing it twice changes nothing. */
export interface EvidenceRecord {
  readonly handle: string;
  readonly orderId: string;
  readonly evidence: unknown;
}

/** The end of a gid, for handles. */
function idOf(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1).toLowerCase();
}

/** The record that says which execution a store credit transaction belongs to: no other may adopt it. */
export function creditHandle(transactionId: string): string {
  return `credit-${idOf(transactionId)}`;
}

/** What became of one call. A credit is filed under its transaction, everything else under plan, call, epoch and state. */
export function recordOf(
  claim: Pick<Claim, 'planId' | 'orderId' | 'epoch' | 'staff' | 'request'>,
  call: ClaimedCall,
): EvidenceRecord {
  const credit = call.state === 'done' ? call.evidence?.creditTransactionId : undefined;
  const handle = credit ? creditHandle(credit) : `${claim.planId}-${call.id}-${claim.epoch}-${call.state}`;
  return {
    handle: handle
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]/g, '-')
      .slice(0, 255),
    orderId: claim.orderId,
    evidence: {
      planId: claim.planId,
      epoch: claim.epoch,
      staff: claim.staff,
      request: claim.request,
      call: withoutCode(call),
    },
  };
}

/** Whoever has a gift card's code has its money: a record that stays gets its last four characters only. */
function withoutCode(call: ClaimedCall): ClaimedCall {
  const code = call.evidence?.giftCardCode;
  return code === undefined ? call : {...call, evidence: {...call.evidence, giftCardCode: code.slice(-4)}};
}

/**
 * Writes records, two a request. Best effort: evidence never stops money.
 * @returns whether all were stored
 */
export async function writeEvidence(admin: AdminApi, records: readonly EvidenceRecord[]): Promise<boolean> {
  let stored = true;
  for (let index = 0; index < records.length; index += 2) {
    const [one, two] = records.slice(index, index + 2);
    if (one) stored = (await attempt(admin, one, two)) && stored;
  }
  return stored;
}

async function attempt(admin: AdminApi, one: EvidenceRecord, two: EvidenceRecord | undefined): Promise<boolean> {
  const first = inputOf(one);
  try {
    if (!two) {
      const {data} = await admin.request(MetaobjectUpsert, first);
      return Boolean(data.metaobjectUpsert?.metaobject);
    }
    const second = inputOf(two);
    const {data} = await admin.request(MetaobjectPairUpsert, {
      ...first,
      secondHandle: second.handle,
      secondMetaobject: second.metaobject,
    });
    return Boolean(data.first?.metaobject && data.second?.metaobject);
  } catch (error) {
    if (error instanceof AdminError) return false;
    throw error;
  }
}

function inputOf({handle, orderId, evidence}: EvidenceRecord) {
  return {
    handle: {type: TYPE, handle},
    metaobject: {
      fields: [
        {key: 'order', value: orderId},
        {key: 'evidence', value: JSON.stringify(evidence)},
      ],
    },
  };
}
