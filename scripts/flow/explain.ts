import {InputError} from '../../src/core/index.ts';
import {explainFlow, type Language} from '../../src/flow/explain/index.ts';
import {readText} from './check.ts';

export const help = `npm run -s flow -- explain FILE [--lang en|nl]

Prints any .flow file in plain words: what starts it, its steps, conditions and loops, what is sent, and what each way ends in.
Steps that aren't known are named as such.`;

export function run(args: readonly string[]): void {
  const {file, language} = parse(args);
  console.log(explainFlow(readText(file), language));
}

function parse(args: readonly string[]): {readonly file: string; readonly language: Language} {
  let language: Language = 'en';
  const files: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const [option = '', joined] = arg.split('=');
    if (option === '--lang') {
      const value = joined ?? args[(at += 1)];
      if (value !== 'en' && value !== 'nl') throw new InputError('--lang', value, 'Use en or nl.');
      language = value;
    } else if (arg.startsWith('-')) throw new InputError('option', arg, 'Use --lang or --help.');
    else files.push(arg);
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0)
    throw new InputError('FILE', files.join(' ') || undefined, 'Name one .flow file.');
  return {file, language};
}
