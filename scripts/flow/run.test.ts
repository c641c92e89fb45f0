import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {addTags, adminRequest, email, flowText, runCode} from '../../lab/flow/fixture.ts';
import {run} from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'flow-run-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const TAG = file('tag.flow', flowText({name: 'Tag it (C)', steps: [addTags('tag', 'seen')]}));
const CARD = file(
  'card.flow',
  flowText({
    name: 'Card (A)',
    steps: [
      adminRequest('card', 'giftCardCreate', {input: {initialValue: '10.00', code: 'abcdefgh12345678'}}, ['tag']),
      addTags('tag', 'given'),
    ],
  }),
);

const UNLINKED = file('u.flow', flowText({name: 'Unlinked', steps: [addTags('tag', '{{ runCode.said }}')]}));

let said = '';
beforeEach(() => {
  said = '';
  process.exitCode = undefined;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});

afterAll(() => {
  process.exitCode = undefined;
  rmSync(folder, {recursive: true});
});

describe('flow run', () => {
  it('says what each step did and what changed', async () => {
    await run([TAG, '--order', '#1002']);
    expect(said).toBe(
      'Tag it (C)\norder_created #1002\n\nRun\n  Add order tags: Added the tag seen.\n  completed\n\nWhat changed\n  #1002: tag added: seen\n',
    );
    expect(process.exitCode).toBeUndefined();
  });

  it('repeats the event or a step, and tells by its exit code that a run failed', async () => {
    await run([CARD, '--repeat', 'event', '--json']);
    const twice = JSON.parse(said) as {runs: {state: string; error: string}[]; changes: unknown[]};
    expect(twice.runs).toMatchObject([
      {state: 'completed'},
      {state: 'failed', error: expect.stringContaining('giftCardCreate refused')},
    ]);
    expect(twice.changes).toEqual([
      {of: '#1001', what: 'tag added: given'},
      {of: 'gift card 1002', what: 'issued: EUR 10.0'},
    ]);
    expect(process.exitCode).toBe(1);
    said = '';
    await run([CARD, '--repeat', 'step:Send Admin API request', '--user-errors', 'continue']);
    expect(said).toContain('The run goes on. It was sent 2 times: Flow did not hear the answer. (2 attempts)');
    expect(said).toContain('gift card 1002: issued: EUR 10.0');
  });

  it('says what mails say, as far as a terminal needs it', async () => {
    const mail = file('mail.flow', flowText({name: 'Mail', steps: [email('m', `Seven:${'\n\nline'.repeat(7)}`)]}));
    await run([mail, '--order', '#1002']);
    expect(said.split('What was sent\n')[1]).toBe(
      '  mail to hallo@duinendraad.voorbeeld.nl: About #1002\n    Seven:\n    line\n    line\n    line\n    line\n    line\n    …\n',
    );
  });

  it('without an event, a scheduled workflow is due now', async () => {
    await run(['extensions/flow-templates/withdrawal-clock-refrec/withdrawal-clock-refrec.flow']);
    expect(said).toContain('EU withdrawal clock\nscheduled_time 2026-11-22T12:00:00Z\n');
    expect(said).toContain('Went through 0 items.');
  });

  it('tags an order that a scheduled workflow looks for, and refuses one that it would never see', async () => {
    const path = 'extensions/flow-templates/refund-lines-refrec/refund-lines-refrec.flow';
    await run([path, '--order', '#1004', '--tag', 'Refund remaining lines', '--set', 'DRY_RUN=false']);
    expect(said).toContain('\nscheduled_time 2026-11-22T12:00:00Z\n');
    expect(said).toContain('  #1004: refund on shopify_payments: €29.00, success\n');
    said = '';
    await run([TAG, '--tag', 'vip', '--tag', 'late', '--json']);
    expect(JSON.parse(said)).toMatchObject({
      event: {order: '#1001'},
      changes: [{of: '#1001', what: 'tag added: seen'}],
    });
    await expect(run([path, '--order', '#1004'])).rejects.toThrow(
      `--order: "#1004" can't be used. A schedule starts on no order; with --tag the order gets the tag that the workflow looks for.`,
    );
    await expect(run([path, '--order', '#9', '--tag', 'vip'])).rejects.toThrow('There is no such order in the shop.');
  });

  it('prepares the orders that the event file names', async () => {
    const event = file(
      'event.json',
      JSON.stringify({
        trigger: 'order_created',
        order: '#1003',
        given: [{order: '#1003', addTags: ['vip'], note: 'a "note"'}],
      }),
    );
    await run([TAG, '--event', event, '--json']);
    expect(JSON.parse(said)).toMatchObject({changes: [{of: '#1003', what: 'tag added: seen'}]});
  });

  it('changes constants as a merchant does', async () => {
    const code = 'const AMOUNT = "5.00";\nconst ASK = true;\nexport default () => ({said: AMOUNT + ASK})';
    const flow = flowText({
      steps: [
        runCode('code', '{ shop { name } }', code, 'type Output { said: String! }', ['tag']),
        addTags('tag', '{{ runCode.said }}'),
      ],
    });
    const path = file('constants.flow', flow);
    await run([path, '--set', 'AMOUNT=7.45', '--set', 'ASK=false', '--json']);
    expect(JSON.parse(said)).toMatchObject({changes: [{of: '#1001', what: 'tag added: 7.45false'}]});
    await expect(run([path, '--set', 'NOTHING=1'])).rejects.toThrow('The scripts of this workflow have AMOUNT, ASK.');
    await expect(run([path, '--set', 'ASK=maybe'])).rejects.toThrow('Write a value like true.');
    await expect(run([path, '--set', 'ASK'])).rejects.toThrow('Write NAME=VALUE');
  });

  it.each([
    [['nowhere.flow'], 'FILE'],
    [[folder], 'FILE: '],
    [[TAG, '--event', folder], '--event: '],
    [[TAG, '--repeat', 'step:Nothing'], 'The workflow has no such step. It has: Add order tags.'],
    [[TAG, '--repeat', 'step:Order created'], 'The workflow has no such step. It has: Add order tags.'],
    [
      [TAG, '--event', file('f.json', '{"trigger": "scheduled_time", "scheduledAt": "soon"}')],
      'event.scheduledAt: "soon"',
    ],
    [
      [TAG, '--event', file('g.json', '{"trigger": "order_created", "given": [{"order": "#1001", "addtags": []}]}')],
      'event.given[0].addtags',
    ],
    [[TAG, TAG], 'FILE'],
    [[TAG, '--order', '#9999'], '--order: "#9999" can\'t be used. There is no order #9999'],
    [[TAG, '--repeat', 'twice'], '--repeat'],
    [[TAG, '--user-errors', 'maybe'], '--user-errors'],
    [[TAG, '--money', 'float'], '--money'],
    [[TAG, '--seed', 'x'], '--seed'],
    [[TAG, '--now', 'soon'], '--now'],
    [[TAG, '--unheard'], "options: \"Unknown option '--unheard'\" can't be used. --help says more."],
    [[TAG, '--set'], "options: \"Option '--set <value>' argument missing\" can't be used. --help says more."],
    [[], 'FILE: is missing. Name one .flow file'],
    [[UNLINKED, '--event', file('h.json', '{"trigger": "order_created"}')], `FILE: ${JSON.stringify(UNLINKED)}`],
    [[TAG, '--event', file('a.json', '{')], 'holds no JSON'],
    [[TAG, '--event', file('b.json', '{"trigger": "order_created", "orders": 1}')], 'event.orders'],
    [[TAG, '--event', file('c.json', '{"order": "#1001"}')], 'event.trigger'],
    [[TAG, '--event', file('d.json', '{"trigger": "refund_created", "order": "#1001"}')], 'starts with order_created'],
    [[TAG, '--event', file('e.json', '{"trigger": "order_created", "given": [{"order": "#77"}]}')], 'no such order'],
    [[file('damaged.flow', `${'0'.repeat(64)}:{}`)], 'changed after its export'],
    [[file('none.flow', '{}')], 'no .flow file'],
  ])('refuses %j in one line', async (args, message) => {
    await expect(run(args)).rejects.toThrow(message);
    expect(said).toBe('');
  });
});
