import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {InputError} from '../../src/core/index.ts';
import {learnFrom, type LearnedEntry, OWN_TRIGGERS, withLesson} from '../../src/flow/learn/index.ts';
import {readText} from './check.ts';

const FILE = 'src/flow/tasks/learned.json';

export const help = `npm run -s flow -- learn FILE… [--trigger HANDLE] [--replace] [--dry-run]

Reads the ids that Flow gave to our own triggers from exports of your store into ${FILE}. In Flow, start a workflow
with one of them, add any action, export it, and give the file to this command. Then \`npm run -s flow -- build\` makes the drafts ready.

  --trigger HANDLE  which trigger it is, where the export doesn't tell: ${Object.keys(OWN_TRIGGERS).join(', ')}
  --replace         puts the id in the place of another that was learned before
  --dry-run         says what would be learned, and writes nothing`;

export function run(args: readonly string[]): void {
  const {files, trigger, replace, dryRun} = parse(args);
  const path = join(import.meta.dirname, '..', '..', FILE);
  let known = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, LearnedEntry>>;
  for (const file of files) {
    const lesson = learnFrom(readText(file), trigger);
    known = withLesson(known, lesson, replace);
    console.log(`${lesson.handle}: ${lesson.id} (version ${lesson.version})`);
  }
  if (!dryRun) writeFileSync(path, `${JSON.stringify(known, null, 2)}\n`);
}

function parse(args: readonly string[]) {
  const files: string[] = [];
  let trigger: string | null = null;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--replace' || arg === '--dry-run') continue;
    if (arg === '--trigger' || arg.startsWith('--trigger=')) {
      const value: string | undefined = arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : args[(at += 1)];
      if (value === undefined)
        throw new InputError('--trigger', undefined, `Name one of ${Object.keys(OWN_TRIGGERS).join(', ')}.`);
      trigger = value;
    } else if (arg.startsWith('-'))
      throw new InputError('option', arg, 'Use --trigger, --replace, --dry-run or --help.');
    else files.push(arg);
  }
  if (files.length === 0) throw new InputError('FILE', undefined, 'Name one or more exports.');
  if (trigger !== null && files.length > 1) throw new InputError('FILE', files, 'With --trigger, name one export.');
  return {files, trigger, replace: args.includes('--replace'), dryRun: args.includes('--dry-run')};
}
