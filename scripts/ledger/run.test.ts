import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createLab} from '../../lab/admin-api/lab.ts';
import {receivedTriggers} from '../../lab/admin-api/flow/index.ts';
import type {Lab} from '../../lab/admin-api/lab.ts';
import {serve} from '../../lab/admin-api/http.ts';
import {deployApp} from '../../lab/deploy.ts';
import {seed} from '../../lab/seed/index.ts';
import {STAFF} from '../../lab/staff.ts';
import {executePlan, askForApproval, readRequests} from '../../src/execution/index.ts';
import {adminOf, environmentOf} from '../../tests/execution/lab-client.ts';
import {confirmedPlan} from '../../tests/execution/lab-order.ts';
import {run} from './run.ts';

let folder: string;
let file: string;
let lab: Lab;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  file = join(folder, 'lab.sqlite');
  lab = createLab({database: file, seed, settings: {throttling: false}});
  deployApp(lab);
});
afterEach(() => {
  lab.close();
  rmSync(folder, {recursive: true});
});

const go = (...args: string[]) => run([...args, '--lab', file], {});

/** What somebody's browser did before. */
async function staff(index: 0 | 1 | 2) {
  const member = STAFF[index];
  const env = environmentOf(lab, member?.id ?? '', adminOf(lab));
  const {body} = await lab.handle({version: '2026-07', query: '{orders(first: 1, query: "name:#1001") {nodes {id}}}'});
  const found = (body as {data: {orders: {nodes: {id: string}[]}}}).data.orders.nodes;
  return {env, orderId: found[0]?.id ?? ''};
}

async function interrupted() {
  const {env, orderId} = await staff(0);
  const {plan, confirmed} = await confirmedPlan(env, orderId);
  lab.faults.add({kind: 'failsBefore', field: 'storeCreditAccountCredit', answer: 'networkCut'});
  return executePlan(plan, confirmed, env);
}

describe('npm run -s ledger', () => {
  it('lists nothing, and then what waits', async () => {
    expect(await go('list')).toEqual({text: 'Nothing waits.', failed: false});
    await interrupted();
    const {text} = await go('list');
    expect(text.split('\n').map((line) => line.slice(0, 29).trimEnd())).toEqual([
      'Order  What waits         Id',
      '#1001  Unfinished refund',
    ]);
    expect(JSON.parse((await go('list', '--json')).text)).toMatchObject({
      waiting: [{order: '#1001', what: 'unfinished'}],
    });
  });

  it('shows every call with its evidence, a person decides, and a resumption finishes it', async () => {
    await interrupted();
    const {text} = await go('show', '1001');
    expect(text).toMatch(/^#1001 · shipping-plus-label v1 · stopped/);
    expect(text).toMatch(/call-1 {2}Done +Original payment +EUR 6\.95 {2}\d+ · success/);
    expect(text).toMatch(/call-2 {2}Not certain +Store credit +EUR 7\.45/);
    expect(await go('resume', '1001')).toMatchObject({failed: true, text: expect.stringContaining('Try again in')});
    expect((await go('decide', '1001', 'call-2', 'did-not-happen')).text).toContain('didNotHappen');
    expect((await go('decide', '1001', 'call-2', 'happened')).failed).toBe(true);
  });

  it('goes through everything except the mutations in a dry run', async () => {
    const {env, orderId} = await staff(2);
    const {plan} = await confirmedPlan(env, orderId);
    const asked = {choices: {amounts: {returnLabel: '7.45'}}, reason: 'Late', breaches: [], expiresAfterDays: 7};
    await askForApproval(readRequests(null, orderId, env.now()), plan, asked, env);
    const before = (await go('show', '1001', '--json')).text;
    const told = receivedTriggers(lab.store).length;
    const {text, failed} = await go('approve', '1001', '--dry-run');
    expect(failed).toBe(false);
    expect(text).toMatch(/^Dry run: nothing was changed\. This would be sent:\n {2}MetafieldsSet\n {2}RefundCreate\n/);
    expect(text).toContain('\n  StoreCreditAccountCredit\n');
    expect((await go('show', '1001', '--json')).text).toBe(before);
    expect(receivedTriggers(lab.store)).toHaveLength(told);
    expect((await go('list', '--dry-run', '--lang', 'nl')).text).toBe('Proefdraai: er zou niets worden verstuurd.');
    expect(JSON.parse((await go('approve', '1001', '--dry-run', '--json')).text)).toMatchObject({
      dryRun: expect.arrayContaining(['RefundCreate', 'StoreCreditAccountCredit']),
    });
    expect((await go('approve', '1001')).text).toMatch(/call-2 {2}Done/);
  });

  it('has a person settle what an earlier refund left unpaid', async () => {
    await interrupted();
    await go('decide', '1001', 'call-2', 'did-not-happen');
    const {env, orderId} = await staff(0);
    const gift = {amounts: {goodwill: '5.00'}, prefer: {goodwill: 'giftCard'}} as const;
    const {plan, confirmed} = await confirmedPlan(env, orderId, gift, 'goodwill-amount');
    lab.faults.clear();
    expect((await executePlan(plan, confirmed, env)).state).toBe('done');
    expect((await go('list')).text).toMatch(/Left unpaid +unpaid-1 +EUR 7\.45/);
    expect((await go('cancel', '1001', 'unpaid-1', '--reason', 'Agreed')).failed).toBe(false);
    expect(await go('list')).toEqual({text: 'Nothing waits.', failed: false});
  });

  it('settles an outside payment', async () => {
    const {env, orderId} = await staff(0);
    const {plan, confirmed} = await confirmedPlan(
      env,
      orderId,
      {amounts: {goodwill: '5.00'}, prefer: {goodwill: 'outsidePayment'}},
      'goodwill-amount',
    );
    await executePlan(plan, confirmed, env);
    expect((await go('list')).text).toMatch(/#1001 {2}Outside payment owed {2}call-1 {2}EUR 5\.00/);
    const {text} = await go('paid', '1001', 'call-1', '--reference', 'SEPA 42', '--date', '2026-11-20', '--lang', 'nl');
    expect(text).toMatch(
      /call-1 {2}Buiten Shopify betaald +Betaling buiten Shopify +EUR 5\.00 {2}SEPA 42 · 2026-11-20/,
    );
    expect((await go('list')).text).toBe('Nothing waits.');
  });

  it('approves by another member of staff over HTTP, never by who asked', async () => {
    const {env, orderId} = await staff(2);
    const {plan} = await confirmedPlan(env, orderId);
    const asked = {choices: {amounts: {returnLabel: '7.45'}}, reason: 'Late again', breaches: [], expiresAfterDays: 7};
    await askForApproval(readRequests(null, orderId, env.now()), plan, asked, env);
    const tokens = Object.fromEntries(STAFF.map((one) => [one.token, {staff: one}]));
    const {server, port} = await serve(lab, 0, {tokens});
    const over = (...args: string[]) => run([...args, '--lab', `http://localhost:${port}`], {});
    expect((await over('list')).text).toMatch(/#1001 {2}Approval +request-[0-9a-f]{16} {2}EUR 14\.40/);
    const {text, failed} = await over('approve', '1001', '--reason', 'Fair');
    server.close();
    expect(failed).toBe(false);
    expect(text).toContain(`${STAFF[2]?.id} → ${STAFF[0]?.id}`);
    expect(text).toMatch(/call-2 {2}Done +Store credit +EUR 7\.45/);
  });

  it('declines with a reason', async () => {
    const {env, orderId} = await staff(0);
    const {plan} = await confirmedPlan(env, orderId);
    const asked = {choices: {amounts: {returnLabel: '7.45'}}, reason: 'Late', expiresAfterDays: 7};
    await askForApproval(readRequests(null, orderId, env.now()), plan, asked, env);
    expect((await go('decline', '1001')).text).toBe('--reason: is missing. Write why: whoever asked reads it.');
    expect((await go('decline', '1001', '--reason', 'No')).failed).toBe(false);
    expect((await go('list')).text).toBe('Nothing waits.');
  });

  it('finds no duplicates where there are none', async () => {
    await interrupted();
    expect((await go('duplicates', '1001')).text).toBe('No duplicate credits.');
    expect((await go('debit', '1001', '7', '--reason', 'Twice')).text).toBe(
      'TRANSACTION: "7" can\'t be used. Name one that `duplicates` shows.',
    );
  });

  it.each([
    [['pay'], /^command: "pay" can't be used\. Write one of list, show, /],
    [['show'], /^ORDER: is missing\. Write: show ORDER$/],
    [['show', '1001', 'x'], /^command: "x" can't be used\. Write: show ORDER$/],
    [['show', '9999'], /^ORDER: "9999" can't be used\. Write its name/],
    [['decide', '1001', 'call-1', 'maybe'], /^answer: "maybe" can't be used\. Write happened or did-not-happen\.$/],
    [['paid', '1001', 'call-1'], /^--reference: is missing\. /],
    [['approve', '1001'], /^REQUEST: is missing\. Nothing like it waits on this order\.$/],
    [['list', '--staff', 'Piet'], /^--staff: "Piet" can't be used\. Name one of Sanne, Joris, Noor\.$/],
    [['list', '--nope'], /^arguments: /],
    [['list', '--lab', '/no/such.sqlite'], /^--lab: /],
    [['list', '--lab', 'http://localhost:9'], /^--lab: .*npm start/],
  ])('says in one line what is wrong with %j', async (args, line) => {
    const {text, failed} = await run(args.includes('--lab') ? args : [...args, '--lab', file], {});
    expect(failed).toBe(true);
    expect(text).toMatch(line);
    expect(text).not.toContain('\n');
  });

  it('shows what Flow was told, and tells it once more', async () => {
    const {env, orderId} = await staff(0);
    const {plan, confirmed} = await confirmedPlan(env, orderId);
    lab.faults.add({kind: 'failsBefore', operation: 'FlowTriggerReceive', answer: 'networkCut'});
    await executePlan(plan, confirmed, env);
    expect((await go('show', '1001')).text).toMatch(
      /Flow was told: completed \(not confirmed, sent 1×\), label \d{4}-/,
    );
    expect((await go('tell', '1001')).text).toMatch(/Flow was told: completed \d{4}-[^()]*, label \d{4}-[^()]*$/m);
    expect(receivedTriggers(lab.store).map(({handle}) => handle)).toEqual(['refund-label', 'refund-completed']);
    const {'Sent before': repeated, Details} = JSON.parse(receivedTriggers(lab.store)[1]?.payload ?? '') as {
      'Sent before': boolean;
      Details: {message: string};
    };
    expect([repeated, Details.message.split('\n')[0]]).toEqual([true, 'Hallo,']);
  });
});
