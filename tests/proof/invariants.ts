import type {Claim, Confirmed} from '../../src/execution/index.ts';
import type {Ledger} from './ledger.ts';
import type {Paid} from './stage.ts';

const MAY_HAVE_PAID: ReadonlySet<string> = new Set(['intended', 'unknown', 'done', 'partlyDone']);

/** What must hold at every moment at which nobody is at work. One line for each thing that doesn't. */
export function seen({claim: {claim, problem}}: Confirmed, paid: Paid, ledger: Ledger): string[] {
  const wrong = [...ledger.problems()];
  if (problem) wrong.push(`the claim is ${problem.code}`);
  if (paid.refunded > 695) wrong.push(`refunded ${paid.refunded} instead of 695`);
  if (paid.credit + paid.giftCards > 745) wrong.push(`gave ${paid.credit + paid.giftCards} instead of 745`);
  if (paid.refunded > 0 && !mayHavePaid(claim, 'refundCreate')) wrong.push('a refund that nobody can see');
  if (paid.giftCards > 0 && !mayHavePaid(claim, 'giftCardCreate')) wrong.push('a gift card that nobody can see');
  if (paid.credit > 0 && !mayHavePaid(claim, 'storeCreditAccountCredit'))
    wrong.push('store credit that nobody can see');
  if (claim?.state === 'done' && claim.calls.some(({state}) => state !== 'done')) wrong.push('done with an open call');
  return wrong;
}

function mayHavePaid(claim: Claim | null, kind: string): boolean {
  const calls = claim?.calls.filter((call) => call.kind === kind) ?? [];
  // After a person said that it didn't happen, a late credit is that answer's to explain.
  return calls.some(({state, evidence}) => MAY_HAVE_PAID.has(state) || evidence?.decision?.answer === 'didNotHappen');
}
