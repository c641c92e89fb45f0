import {InputError} from '../../src/core/index.ts';
import {
  AdminError,
  cancelOutside,
  debitDuplicate,
  decide,
  declineRequest,
  dryRun,
  executePlan,
  findDuplicateCredits,
  markOutsidePaid,
  planOfRequest,
  readOrderForRefund,
  recording,
  resume,
  setAside,
  tellAgain,
} from '../../src/execution/index.ts';
import type {Environment, Problem, RecordedRequest, RefundRequest} from '../../src/execution/index.ts';
import {Halt, problemOf} from '../../src/execution/problem.ts';
import {readArguments} from './arguments.ts';
import type {Arguments} from './arguments.ts';
import {openLab} from './lab.ts';
import {lookAt, waitingOrders} from './orders.ts';
import type {Looked} from './orders.ts';
import {claimTable, listTable, table, waitingRows} from './table.ts';
import {ledgerWords} from './words.ts';
import type {LedgerWords} from './words.ts';

export interface Printed {
  readonly text: string;
  /** One line, for stderr; exit code 2. */
  readonly failed: boolean;
}

/** The command: what it prints. Never throws for anything that a person can mend. */
export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Printed> {
  let words = ledgerWords('en');
  try {
    const options = readArguments(args, environment);
    words = ledgerWords(options.language);
    if (options.command === null) return {text: HELP, failed: false};
    const {env, close} = await openLab(options.lab, options.staff, options.language);
    try {
      return options.dryRun ? await pretend(options, env, words) : await carryOut(options, env, words);
    } finally {
      close();
    }
  } catch (error) {
    if (error instanceof InputError) return failed(error.message);
    if (error instanceof Halt) return failed(words.problem(error.problem));
    if (error instanceof AdminError) return failed(words.problem(problemOf(error)));
    throw error;
  }
}

/** The same command with everything but its mutations: what it reads is real, what it would send is named and not sent. */
async function pretend(options: Arguments, env: Environment, words: LedgerWords): Promise<Printed> {
  const log: RecordedRequest[] = [];
  const dry = {...env, admin: recording(dryRun(env.admin, env.now), log)};
  const result = await carryOut(options, dry, words);
  if (result.failed) return result;
  const sent = log.filter(({mutation}) => mutation).map(({operation}) => operation);
  if (options.json) return printed(JSON.stringify({dryRun: sent}, null, 2));
  return printed(
    [sent.length > 0 ? words.own.dryRun : words.own.dryRunNothing, ...sent.map((name) => `  ${name}`)].join('\n'),
  );
}

async function carryOut(options: Arguments, env: Environment, words: LedgerWords): Promise<Printed> {
  const [word = '', second = '', third = ''] = options.words;
  if (options.command === 'list') return list(options, env, words);
  const looked = await lookAt(env, word);
  const {claim} = looked;
  const done = async (outcome: {readonly state: string; readonly problem?: Problem}): Promise<Printed> =>
    outcome.problem ? failed(words.problem(outcome.problem)) : show(await lookAt(env, looked.id), options, words);
  switch (options.command) {
    case 'resume': {
      const {confirmed} = await readOrderForRefund(env.admin, looked.id, () => env.now());
      return done(await resume(confirmed, env));
    }
    case 'decide':
      return done(await decide(claim, second, answerOf(third), env, options.reference ?? undefined));
    case 'paid': {
      const reference = needed(options.reference, '--reference', 'Write how it is found at the bank.');
      const date = options.date ?? new Date(env.now()).toISOString().slice(0, 10);
      return done(await markOutsidePaid(claim, outsideOf(looked, second), {reference, date}, env));
    }
    case 'cancel': {
      const reason = needed(options.reason, '--reason', 'Write why it is not paid.');
      return done(await cancelOutside(claim, outsideOf(looked, second), reason, env));
    }
    case 'approve': {
      const requestId = requestOf(looked, second).id;
      const {plan, confirmed} = await planOfRequest(env, looked.id, requestId);
      const from = {requestId, ...(options.reason === null ? {} : {reason: options.reason})};
      return done(await executePlan(plan, confirmed, env, undefined, from));
    }
    case 'decline': {
      const reason = needed(options.reason, '--reason', 'Write why: whoever asked reads it.');
      return done(await declineRequest(looked.requests, requestOf(looked, second).id, reason, env));
    }
    case 'set-aside': {
      const reason = needed(options.reason, '--reason', 'Write what you found when you looked.');
      const {confirmed} = await readOrderForRefund(env.admin, looked.id, () => env.now());
      return done(await setAside(confirmed, reason, env));
    }
    case 'tell':
      return done(await tellAgain(looked.id, claim, looked.requests, env));
    case 'duplicates':
    case 'debit':
      return duplicates(looked, second, options, env, words);
    default:
      return show(looked, options, words);
  }
}

async function list({json}: Arguments, env: Environment, words: LedgerWords): Promise<Printed> {
  const rows = (await waitingOrders(env)).flatMap(({name, claim, requests, waiting}) =>
    waitingRows(name, claim, requests, waiting),
  );
  return printed(json ? JSON.stringify({waiting: rows}, null, 2) : listTable(rows, words));
}

function show({name, claim, requests, waiting}: Looked, {json}: Arguments, words: LedgerWords): Printed {
  if (json) return printed(JSON.stringify({order: name, claim, requests, waiting}, null, 2));
  const rows = waitingRows(name, claim, requests, waiting);
  const parts = [
    claim.claim ? claimTable(claim.claim, words) : claim.problem ? words.problem(claim.problem) : words.own.none,
    ...(rows.length > 0 ? [listTable(rows, words)] : []),
  ];
  return printed(`${name} · ${parts.join('\n\n')}`);
}

async function duplicates(
  {claim: read, id}: Looked,
  transaction: string,
  options: Arguments,
  env: Environment,
  words: LedgerWords,
): Promise<Printed> {
  const found = read.claim ? await findDuplicateCredits(env, read.claim) : [];
  if (options.command === 'debit') {
    const reason = needed(options.reason, '--reason', 'Write why the store credit is taken back.');
    const duplicate = found.find(({creditTransactionId}) => creditTransactionId.endsWith(`/${transaction}`));
    if (!duplicate) throw new InputError('TRANSACTION', transaction, 'Name one that `duplicates` shows.');
    const outcome = await debitDuplicate(read, duplicate, reason, env);
    if (outcome.state !== 'recorded') return failed(words.problem(outcome.problem));
    return show(await lookAt(env, id), options, words);
  }
  if (options.json) return printed(JSON.stringify({duplicates: found}, null, 2));
  if (found.length === 0) return printed(words.own.noDuplicates);
  const rows = found.map(({creditTransactionId, callId, amount, unspent}) => [
    creditTransactionId.slice(creditTransactionId.lastIndexOf('/') + 1),
    callId,
    words.own[unspent ? 'unspent' : 'spent'],
    words.money(amount),
  ]);
  return printed(table([words.own.id, words.own.call, words.own.state, words.own.amount], rows, 3));
}

function answerOf(word: string): 'happened' | 'didNotHappen' {
  if (word !== 'happened' && word !== 'did-not-happen') {
    throw new InputError('answer', word, 'Write happened or did-not-happen.');
  }
  return word === 'happened' ? 'happened' : 'didNotHappen';
}

/** `call-2`, or `plan-…/call-2` where two executions owe one of that name. */
function outsideOf({claim, waiting}: Looked, word: string): {planId: string; callId: string} {
  const slash = word.lastIndexOf('/');
  const [planId, callId] = [word.slice(0, Math.max(0, slash)), word.slice(slash + 1)];
  const all = [...(claim.claim?.outside ?? []), ...waiting.abandoned];
  const fits = all.filter((one) => one.callId === callId && (planId === '' || one.planId === planId));
  const [only, ...more] = fits;
  if (!only && claim.claim) throw new InputError('CALL', word, 'Name an outside payment that `show` lists.');
  const owed = more.length > 0 ? fits.filter(({state}) => state === 'owed') : fits;
  if ((owed?.length ?? 0) > 1) {
    throw new InputError('CALL', word, `Write ${owed?.map((one) => `${one.planId}/${callId}`).join(' or ')}.`);
  }
  return {planId: (owed?.[0] ?? only)?.planId ?? planId, callId};
}

function requestOf({waiting}: Looked, id: string): RefundRequest {
  const open = [...waiting.approvals, ...waiting.requests];
  const fits = open.filter((request) => id === '' || request.id === id);
  const [only] = fits;
  if (!only) throw new InputError('REQUEST', id === '' ? undefined : id, 'Nothing like it waits on this order.');
  if (fits.length > 1)
    throw new InputError('REQUEST', undefined, `Name one of ${open.map((one) => one.id).join(', ')}.`);
  return only;
}

function needed(value: string | null, option: string, fix: string): string {
  if (value === null) throw new InputError(option, undefined, fix);
  return value;
}

function printed(text: string): Printed {
  return {text, failed: false};
}

function failed(message: string): Printed {
  return {text: message.replaceAll(/\s*\n\s*/g, ' '), failed: true};
}

const HELP = [
  'What the orders’ claims say, and what a person does about it. Works on a lab: one that runs, or its database file.',
  '',
  '  npm run -s ledger -- list',
  '  npm run -s ledger -- show ORDER',
  '  npm run -s ledger -- resume ORDER',
  '  npm run -s ledger -- decide ORDER CALL happened|did-not-happen [--reference TEXT]',
  '  npm run -s ledger -- paid ORDER CALL --reference TEXT [--date 2026-11-22]   also what was left unpaid, paid otherwise',
  '  npm run -s ledger -- cancel ORDER CALL --reason TEXT',
  '  npm run -s ledger -- approve ORDER [REQUEST] [--reason TEXT]     also releases a request',
  '  npm run -s ledger -- decline ORDER [REQUEST] --reason TEXT',
  '  npm run -s ledger -- set-aside ORDER --reason TEXT               a record that can’t be trusted',
  '  npm run -s ledger -- duplicates ORDER',
  '  npm run -s ledger -- debit ORDER TRANSACTION --reason TEXT',
  '  npm run -s ledger -- tell ORDER                                 tells Flow what it has not confirmed',
  '',
  '  ORDER          its name (1001) or its id',
  '  --lab          a URL (default http://localhost:4500) or a database file',
  '  --staff NAME   who does it: Sanne (default), Joris, Noor',
  '  --dry-run      everything but the mutations: names what would be sent, changes nothing',
  '  --json         as JSON',
  '  --lang en|nl   the language of the words',
  '',
  'An error is one line on stderr, with exit code 2.',
].join('\n');
