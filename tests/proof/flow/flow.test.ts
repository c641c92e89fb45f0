/** `npm run -s proof -- flow` runs it whole. Here, in short: it holds for the workflows that ship, and notices a broken one. */
import {describe, expect, it} from 'vitest';
import {type Break, without, WITHOUT_CODE, WITHOUT_CONDITION, WITHOUT_DRY_RUN, WITHOUT_NONCE} from './broken.ts';
import {type Line, type Options, proveFlow, textOf} from './flow.ts';
import type {Scenario} from './scenarios.ts';

async function linesOf(options: Options): Promise<readonly Line[]> {
  const lines: Line[] = [];
  await proveFlow(options, (line) => lines.push(line));
  return lines;
}

describe('the proof holds', () => {
  it('for what was paid twice, and what was not, by the alarm', async () => {
    const [line] = await linesOf({workflows: ['double-payment-alarm-refrec']});
    expect(line?.failures).toEqual([]);
    expect(line && textOf(line)).toMatch(/^-  double-payment-alarm-refrec: .*; scenarios 6 · ok$/);
  }, 60_000);

  it('for a bonus that Flow gives twice: more is moved, and the order says so', async () => {
    const only = ({kind}: Scenario) => kind === 'unguarded';
    const [line] = await linesOf({workflows: ['credit-bonus-refrec'], only});
    expect(line?.failures).toEqual([]);
    expect(line && textOf(line)).toContain('gave refunded 50.00, store credit 60.00');
  }, 60_000);

  it.each(['refund-lines-refrec', 'goodwill-gift-card-refrec', 'request-tagged-refrec'])(
    'for %s: its event twice, one after the other and at once',
    async (handle) => {
      const only = ({kind, what}: Scenario) => kind === 'event' || what.includes('turns 0');
      expect((await linesOf({workflows: [handle], only})).flatMap(({failures}) => failures)).toEqual([]);
    },
    60_000,
  );
});

describe('it notices', () => {
  const failuresOf = async (handle: string, broken: Break, only: (scenario: Scenario) => boolean) => {
    const [line] = await linesOf({workflows: [handle], broken, only});
    if (!line) throw new Error(`${handle} was not proved.`);
    expect(textOf(line)).toMatch(/FAILED$/);
    return line.failures.join('\n');
  };
  const atOnce = ({what}: Scenario) => what.includes('turns 0') && what.includes('continue');

  it('a dropped nonce', async () => {
    expect(await failuresOf('refund-lines-refrec', WITHOUT_NONCE, atOnce)).toContain('2 runs sent money');
  }, 60_000);

  it('a claim that nobody asks about', async () => {
    expect(await failuresOf('credit-bonus-refrec', WITHOUT_CONDITION, atOnce)).toContain('2 runs sent money');
  }, 60_000);

  it('a gift card without a code of its own', async () => {
    const only = ({what}: Scenario) => what.startsWith('“Create the gift card” repeated (');
    expect(await failuresOf('goodwill-gift-card-refrec', WITHOUT_CODE, only)).toContain(
      'moved gift cards 20.00 instead of gift cards 10.00',
    );
  }, 60_000);

  it('a workflow that pays as it ships', async () => {
    const broken = await failuresOf('refund-lines-refrec', WITHOUT_DRY_RUN, ({kind}) => kind === 'event');
    expect(broken).toContain('refund-lines-refrec, dry run: moved refunded 50.00');
  }, 60_000);

  it.each([
    [
      'refund-lines-refrec',
      'Take “Refund remaining lines” and the dry run’s tag off: paid',
      'once (userErrors fail, money as string): tagged',
    ],
    ['refund-lines-refrec', 'Mail that the refund needs a look', 'the bank refuses: mailed nothing'],
    ['refund-lines-refrec', 'Tag it “Refund waiting”: on its way', 'the bank takes its time: tagged Refunded by Flow'],
    [
      'goodwill-gift-card-refrec',
      'Take “Goodwill gift card” and the dry run’s tag off: paid',
      'dry run, then for real: still tagged Gift card dry run',
    ],
    [
      'goodwill-gift-card-refrec',
      'Take “Gift card to send” off: mailed',
      'once (userErrors fail, money as string): tagged Gift card given, Gift card to send',
    ],
    ['ask-label-tagged-refrec', 'Tag it “Refund needs a person”', 'the label’s amount is in EUR): tagged'],
    ['withdrawal-clock-refrec', 'Take its tags off', 'refunded, still tagged Withdrawal'],
  ])(
    '%s without “%s”',
    async (handle, words, says) => {
      expect(await failuresOf(handle, without(words), ({what}) => what.startsWith('once'))).toContain(says);
    },
    60_000,
  );
});
