import {AdminError} from '../../src/execution/index.ts';
import type {Answer} from '../../src/execution/index.ts';

const DAY_MS = 24 * 3_600_000;

interface KeySent {
  readonly key: string;
  readonly at: number;
  /** Whether a request under this key may still land. */
  open: boolean;
}

/** What was sent, and what the sender knows of it: the other side of the claim. */
export class Ledger {
  /** Requests that move money. */
  acts = 0;
  private readonly now: () => number;
  private readonly keys = new Map<string, KeySent[]>();
  private readonly wrong: string[] = [];
  private credits = 0;
  private answers = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  personSaidNo(): void {
    this.answers += 1;
  }

  /** Carries a request out and notes it. */
  async note<Result>(
    name: string,
    variables: unknown,
    request: () => Promise<Answer<Result>>,
  ): Promise<Answer<Result>> {
    if (name === 'RefundCreate') return this.keyed(variables as {key: string; input: {note: string}}, request);
    if (name === 'StoreCreditAccountCredit') return this.unkeyed(request);
    if (name === 'GiftCardCreate') this.acts += 1;
    return request();
  }

  /** What must never happen, in one line each. */
  problems(): readonly string[] {
    const repeated = this.credits > 1 + this.answers;
    return [...this.wrong, ...(repeated ? [`store credit sent ${this.credits} times, answered ${this.answers}`] : [])];
  }

  private async unkeyed<Result>(request: () => Promise<Answer<Result>>): Promise<Answer<Result>> {
    this.acts += 1;
    this.credits += 1;
    try {
      const answer = await request();
      const {storeCreditAccountCredit: payload} = answer.data as {
        storeCreditAccountCredit?: {storeCreditAccountTransaction?: unknown};
      };
      if (payload && !payload.storeCreditAccountTransaction) this.credits -= 1;
      return answer;
    } catch (error) {
      if (error instanceof AdminError && error.landed === 'no') this.credits -= 1;
      throw error;
    }
  }

  private async keyed<Result>(
    {key, input: {note}}: {key: string; input: {note: string}},
    request: () => Promise<Answer<Result>>,
  ): Promise<Answer<Result>> {
    this.acts += 1;
    const sent = this.keys.get(note) ?? [];
    this.keys.set(note, sent);
    const other = sent.find((one) => one.key !== key && one.open && this.now() - one.at < DAY_MS);
    if (other) this.wrong.push(`${key} sent while ${other.key} may still land`);
    const mine: KeySent = {key, at: this.now(), open: true};
    sent.push(mine);
    const close = (all: boolean) => {
      for (const one of sent) if (one === mine || (all && one.key === key)) one.open = false;
    };
    try {
      const answer = await request();
      const {refundCreate: payload} = answer.data as {
        refundCreate?: {refund?: unknown; userErrors: {message: string}[]};
      };
      const failedBefore =
        payload?.userErrors.some(({message}) => /previous request .* failed/i.test(message)) ?? false;
      if (payload) close(failedBefore || Boolean(payload.refund));
      return answer;
    } catch (error) {
      if (error instanceof AdminError && error.landed === 'no') close(error.kind === 'keyFailed');
      throw error;
    }
  }
}
