import {existsSync, readFileSync, statSync} from 'node:fs';
import {resolve} from 'node:path';
import {InputError} from '../../src/core/index.ts';
import {checkFlow, type Finding} from '../../src/flow/check/index.ts';

export const help = `npm run -s flow -- check FILE… [--json] [--ours]

Checks any .flow file, ours or another: checksum, structure, steps and links, what each step may read, conditions in both encodings,
Liquid, Run code, requests to the Admin API, limits, and money that moves without a claim. Exit code 1 if there are errors.

  --json  a list of {file, findings} instead of lines
  --ours  the stricter rules for workflows of this project; files in extensions/flow-templates and build/flow-drafts have them anyway`;

const OURS = /(?:^|[/\\])(?:extensions[/\\]flow-templates|build[/\\]flow-drafts)[/\\]/;

export function run(args: readonly string[]): void {
  const unknown = args.find((arg) => arg.startsWith('-') && !['--json', '--ours'].includes(arg));
  if (unknown !== undefined) throw new InputError('option', unknown, 'Use --json, --ours or --help.');
  const files = args.filter((arg) => !arg.startsWith('-'));
  if (files.length === 0) throw new InputError('FILE', undefined, 'Name one or more .flow files.');
  const checked = files.map((file) => {
    const ours = args.includes('--ours') || OURS.test(resolve(file));
    return {file, findings: checkFlow(readText(file), {ours})};
  });
  if (args.includes('--json')) console.log(JSON.stringify(checked, null, 2));
  else for (const {file, findings} of checked) print(file, findings);
  if (checked.some(({findings}) => findings.some(({severity}) => severity === 'error'))) process.exitCode = 1;
}

/**
 * @param option under which the file was named
 * @throws {InputError} where the file can't be read
 */
export function readText(file: string, option = 'FILE'): string {
  if (!existsSync(file)) throw new InputError(option, file, 'There is no such file.');
  if (statSync(file).isDirectory()) throw new InputError(option, file, 'It is a folder: name a file in it.');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(option, file, `It can't be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function print(file: string, findings: readonly Finding[]): void {
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const parts = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('note'), 'note'],
  ] as const;
  const summary = parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}${number === 1 ? '' : 's'}`);
  console.log(`${file}: ${summary.length === 0 ? 'nothing to say' : summary.join(', ')}`);
  for (const {severity, code, step, at, message, fix} of findings) {
    const where = [step ? `“${step.name}” (${step.id})` : null, at].filter((part) => part !== null).join(', ');
    console.log(`  ${severity.padEnd(7)} ${code}${where === '' ? '' : ` at ${where}`}`);
    console.log(`          ${message}${fix === null ? '' : ` ${fix}`}`);
  }
}
