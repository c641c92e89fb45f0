import {parseArgs} from 'node:util';
import {InputError} from '../../src/core/index.ts';
import {STAFF} from '../../lab/staff.ts';
import type {Language} from '../plan/arguments.ts';

/** What each command takes after its name; `?` may be left out. */
const COMMANDS = {
  list: [],
  show: ['ORDER'],
  resume: ['ORDER'],
  decide: ['ORDER', 'CALL', 'happened|did-not-happen'],
  paid: ['ORDER', 'CALL'],
  cancel: ['ORDER', 'CALL'],
  approve: ['ORDER', 'REQUEST?'],
  decline: ['ORDER', 'REQUEST?'],
  'set-aside': ['ORDER'],
  duplicates: ['ORDER'],
  debit: ['ORDER', 'TRANSACTION'],
  tell: ['ORDER'],
} as const satisfies Record<string, readonly string[]>;

export type Command = keyof typeof COMMANDS;

export interface Arguments {
  readonly command: Command | null;
  /** What stands after the command, as many as it takes. */
  readonly words: readonly string[];
  /** A URL, or a lab's database file. */
  readonly lab: string;
  readonly staff: (typeof STAFF)[number];
  readonly reference: string | null;
  readonly reason: string | null;
  readonly date: string | null;
  readonly json: boolean;
  /** Everything but the mutations. */
  readonly dryRun: boolean;
  readonly language: Language;
}

/**
 * The command line of `ledger`; no command asks for help.
 * @throws InputError that names what is missing, too much or unknown
 */
export function readArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Arguments {
  const {values, positionals} = parsed(args);
  const language = values.lang ?? ((environment['LC_ALL'] ?? environment['LANG'] ?? '').startsWith('nl') ? 'nl' : 'en');
  if (language !== 'en' && language !== 'nl') throw new InputError('--lang', language, 'Write en or nl.');
  const name = values.staff ?? STAFF[0]?.name ?? '';
  const staff = STAFF.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!staff) throw new InputError('--staff', name, `Name one of ${STAFF.map((one) => one.name).join(', ')}.`);
  const [command, ...words] = positionals;
  const rest = {
    lab: values.lab ?? `http://localhost:${environment['PORT'] ?? 4500}`,
    staff,
    reference: values.reference ?? null,
    reason: values.reason ?? null,
    date: values.date ?? null,
    json: values.json ?? false,
    dryRun: values['dry-run'] ?? false,
    language,
  } as const;
  if (command === undefined || values.help) return {command: null, words: [], ...rest};
  if (!(command in COMMANDS)) {
    throw new InputError('command', command, `Write one of ${Object.keys(COMMANDS).join(', ')}.`);
  }
  const takes: readonly string[] = COMMANDS[command as Command];
  const missing = takes.find((one, index) => words[index] === undefined && !one.endsWith('?'));
  if (missing !== undefined) throw new InputError(missing, undefined, `Write: ${command} ${takes.join(' ')}`);
  if (words.length > takes.length)
    throw new InputError('command', words.at(-1), `Write: ${command} ${takes.join(' ')}`);
  return {command: command as Command, words, ...rest};
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lab: {type: 'string'},
        staff: {type: 'string'},
        reference: {type: 'string'},
        reason: {type: 'string'},
        date: {type: 'string'},
        lang: {type: 'string'},
        json: {type: 'boolean'},
        'dry-run': {type: 'boolean'},
        help: {type: 'boolean', short: 'h'},
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message.split(/[.\n]/)[0] : String(error);
    throw new InputError('arguments', message ?? '', 'See --help.');
  }
}
