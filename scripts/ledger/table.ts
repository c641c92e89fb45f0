import type {Claim, ReadClaim, ReadRequests, Told, Waiting} from '../../src/execution/index.ts';
import type {Money} from '../../src/core/index.ts';
import type {LedgerWords} from './words.ts';

/** Something that waits, for one row of a table. */
export interface Row {
  readonly order: string;
  readonly what:
    | 'request'
    | 'approval'
    | 'unfinished'
    | 'distrusted'
    | 'owed'
    | 'abandoned'
    | 'pending'
    | 'duplicate'
    | 'unreadable';
  /** What a command is told to act on it, where it needs one. */
  readonly id: string;
  readonly amount: Money | null;
  readonly since: string;
}

/** What waits on one order, row by row. */
export function waitingRows(order: string, claim: ReadClaim, requests: ReadRequests, waiting: Waiting): Row[] {
  const asked = [...waiting.approvals, ...waiting.requests].map((request): Row => ({
    order,
    what: request.kind,
    id: request.id,
    amount: request.planTotals?.toCustomer ?? null,
    since: request.at,
  }));
  const rows: Row[] = [...asked];
  if (waiting.unfinished) {
    const what = claim.claim ? 'unfinished' : 'distrusted';
    rows.push({order, what, id: '', amount: null, since: claim.claim?.startedAt ?? claim.updatedAt ?? ''});
  }
  for (const {callId, amount, at} of waiting.owed) rows.push({order, what: 'owed', id: callId, amount, since: at});
  for (const {callId, amount, at} of waiting.abandoned) {
    rows.push({order, what: 'abandoned', id: callId, amount, since: at});
  }
  for (const {id, amount} of waiting.pending) {
    rows.push({order, what: 'pending', id: id.slice(id.lastIndexOf('/') + 1), amount, since: claim.claim?.at ?? ''});
  }
  for (const call of waiting.duplicates) {
    rows.push({order, what: 'duplicate', id: call.id, amount: call.legs[0]?.amount ?? null, since: call.at});
  }
  requests.problems.forEach((problem) =>
    rows.push({
      order,
      what: 'unreadable',
      id: String(problem['request'] ?? problem['field'] ?? ''),
      amount: null,
      since: '',
    }),
  );
  return rows;
}

export function listTable(rows: readonly Row[], words: LedgerWords): string {
  const {own, money} = words;
  if (rows.length === 0) return own.nothing;
  return table(
    [own.order, own.what, own.id, own.amount, own.since],
    rows.map(({order, what, id, amount, since}) => [order, own[what], id, amount ? money(amount) : '', moment(since)]),
    3,
  );
}

/** Everything that the order's claim says: calls with their evidence, outside payments, what happened before. */
export function claimTable(claim: Claim, words: LedgerWords): string {
  const {own, money} = words;
  // What is paid outside stands below, with how far it is.
  const sent = claim.calls.filter(({kind, state}) => kind !== 'outsidePayment' || state !== 'done');
  const calls = sent.flatMap((call) =>
    call.legs.map((leg) => {
      const {refundId, creditTransactionId, giftCardCode, reference, problem, decision, transactions} =
        call.evidence ?? {};
      const statuses = transactions?.map(({status}) => status.toLowerCase()).join(' ');
      const found = [
        refundId ?? creditTransactionId,
        statuses,
        giftCardCode && `····${giftCardCode.slice(-4)}`,
        reference,
      ];
      const evidence = [
        ...found.flatMap((part) => (part ? [part.slice(part.lastIndexOf('/') + 1)] : [])),
        ...(decision ? [`${decision.answer}: ${decision.staff ?? '?'}`] : []),
        ...(problem ? [words.problem(problem)] : []),
      ].join(' · ');
      return [call.id, words.callState(call.state), words.destination(leg.kind), money(leg.amount), evidence];
    }),
  );
  const outside = claim.outside.map(({callId, state, amount, reference, date}) => [
    callId,
    own[state],
    words.destination('outsidePayment'),
    money(amount),
    [reference, date].filter(Boolean).join(' · '),
  ]);
  const {request} = claim;
  const asked = request
    ? ` · ${own[request.kind]} ${request.id}: ${request.askedBy ?? '?'} → ${request.by ?? '?'}`
    : '';
  return [
    `${claim.recipe.handle} v${claim.recipe.version} · ${own.execution[claim.state]} · ${moment(claim.at)} · ${claim.planId}${asked}`,
    '',
    table([own.call, own.state, own.gets, own.amount, own.evidence], [...calls, ...outside], 3),
    ...flowLine(claim.flow, words),
    ...claim.earlier.map(({planId, at, legs}) => {
      return `\n${moment(at)} · ${planId} · ${legs.map(({kind, amount}) => `${words.destination(kind)} ${money(amount)}`).join(', ')}`;
    }),
  ].join('\n');
}

/** What Flow was told of the newest execution, and what it has not confirmed. */
function flowLine(flow: Told | undefined, {own}: LedgerWords): string[] {
  const told = Object.entries(flow ?? {}).map(([key, how]) => {
    const name = own.trigger[key as keyof Told];
    return typeof how === 'number' ? `${name} (${own.notTold} ${how}×)` : `${name} ${moment(how)}`;
  });
  return told.length > 0 ? ['', `${own.flow}: ${told.join(', ')}`] : [];
}

/** Columns under each other; one of them, the amounts, to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], right: number): string {
  const all = [head, ...rows];
  const widths = head.map((_title, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === right ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function moment(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
