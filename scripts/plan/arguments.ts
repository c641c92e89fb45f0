import {parseArgs} from 'node:util';
import {InputError} from '../../src/core/index.ts';

export type Language = 'en' | 'nl';

export interface Arguments {
  readonly order: string | null;
  readonly recipe: string | null;
  readonly example: string | null;
  /** `key=value`, as they were written. */
  readonly choices: readonly string[];
  readonly intent: string | null;
  readonly json: boolean;
  readonly printOrder: boolean;
  readonly list: boolean;
  readonly help: boolean;
  readonly language: Language;
}

/**
 * The command line of `plan`.
 * @throws InputError for an option that doesn't exist, a language that there is not, or an order without a recipe
 */
export function readArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Arguments {
  const {values} = parsed(args);
  const language = values.lang ?? (localeOf(environment).startsWith('nl') ? 'nl' : 'en');
  if (language !== 'en' && language !== 'nl') throw new InputError('--lang', language, 'Write en or nl.');
  const result: Arguments = {
    order: values.order ?? null,
    recipe: values.recipe ?? null,
    example: values.example ?? null,
    choices: values.choice ?? [],
    intent: values.intent ?? null,
    json: values.json ?? false,
    printOrder: values['print-order'] ?? false,
    list: values.list ?? false,
    help: values.help ?? false,
    language,
  };
  if (result.help || result.list || result.example !== null) return result;
  if (result.order === null)
    throw new InputError('--order', undefined, 'Name a file, or try --example label-credit or --help.');
  if (result.recipe === null && !result.printOrder) {
    throw new InputError('--recipe', undefined, 'Name a recipe (--list shows them) or a file with one.');
  }
  return result;
}

/** As POSIX has it: an empty variable counts as one that isn't set. */
function localeOf(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        order: {type: 'string'},
        recipe: {type: 'string'},
        example: {type: 'string'},
        choice: {type: 'string', multiple: true},
        intent: {type: 'string'},
        lang: {type: 'string'},
        json: {type: 'boolean'},
        'print-order': {type: 'boolean'},
        list: {type: 'boolean'},
        help: {type: 'boolean', short: 'h'},
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message.split(/[.\n]/)[0] : String(error);
    throw new InputError('arguments', message ?? '', 'See --help.');
  }
}
