import {applyPlan} from '../../examples/apply.ts';
import {EXAMPLES, exampleByName} from '../../examples/index.ts';
import {orderFromFile} from '../../src/adapters/index.ts';
import {
  CHOICE_KEYS,
  PRESETS,
  checkChoices,
  parseChoices,
  planRefund,
  type OrderSnapshot,
  type Recipe,
  type RefundPlan,
} from '../../src/core/index.ts';
import {readArguments, type Arguments} from './arguments.ts';
import {sha256} from './hash.ts';
import {readJson, readRecipe} from './sources.ts';
import {planTable} from './table.ts';
import {planWords} from './words.ts';

interface Planned {
  readonly plan: RefundPlan;
  readonly order: OrderSnapshot;
  readonly recipe: Recipe;
}

/**
 * The command: what it prints.
 * @param now the time, for what is recorded with one
 * @throws InputError for anything that can't be used
 */
export function run(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  now: () => string,
): string {
  const options = readArguments(args, environment);
  if (options.help) return help();
  if (options.list) return list(options);
  if (options.printOrder)
    return JSON.stringify(options.example === null ? fileOf(options) : exampleByName(options.example).order(), null, 2);
  const planned = options.example === null ? [planFile(options, now)] : planExample(options.example, options, now);
  if (options.json) return JSON.stringify({plans: planned.map(({plan}) => plan)}, null, 2);
  const words = planWords(options.language);
  return planned.map(({plan, order, recipe}) => planTable(plan, order, recipe, words)).join('\n\n');
}

function fileOf({order}: Arguments): unknown {
  return readJson(order ?? '', '--order');
}

function planFile(options: Arguments, now: () => string): Planned {
  const order = orderFromFile(fileOf(options));
  const recipe = readRecipe(options.recipe ?? '');
  const given = parseChoices(options.choices, order, {by: 'command line', at: now()});
  const choices = checkChoices(given, recipe);
  const intentId = options.intent ?? `${order.name}-${recipe.handle}`;
  return {plan: planRefund({order, recipe, choices, intentId, hash: sha256}), order, recipe};
}

/** Every step is planned on the order as the step before left it; a recipe or choices beside the example replace its own. */
function planExample(name: string, options: Arguments, now: () => string): readonly Planned[] {
  const example = exampleByName(name);
  const recipe = options.recipe === null ? example.recipe : readRecipe(options.recipe);
  let file = example.order();
  return example.steps.map((own, index) => {
    const order = orderFromFile(file);
    const given = parseChoices(options.choices, order, {by: 'command line', at: now()});
    const choices = checkChoices(options.recipe === null ? {...own, ...given} : given, recipe);
    const intentId = `${options.intent ?? `${order.name}-${recipe.handle}`}-${index + 1}`;
    const plan = planRefund({order, recipe, choices, intentId, hash: sha256});
    file = applyPlan(file, plan);
    return {plan, order, recipe};
  });
}

function list({language}: Arguments): string {
  const titles = PRESETS.map(({handle, title}) => [handle, (language === 'nl' && title.nl) || title.en] as const);
  const examples = EXAMPLES.map(({name, about}) => [name, about] as const);
  const width = Math.max(...[...titles, ...examples].map(([name]) => name.length));
  const rows = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
  return ['Recipes', ...rows(titles), '', 'Examples', ...rows(examples)].join('\n');
}

function help(): string {
  return [
    'Plan a refund and see every amount with its reason. Nothing is carried out.',
    '',
    '  npm run -s plan -- --order FILE --recipe NAME|FILE [--choice key=value …] [--json] [--lang en|nl]',
    '  npm run -s plan -- --example NAME [--print-order] [--json]',
    '  npm run -s plan -- --list',
    '',
    '  --order FILE     what graphql/operations/OrderForRefund.graphql returns for the order',
    '  --recipe         a preset by its handle, or a JSON file',
    '  --choice         may stand several times; keys:',
    `                   ${CHOICE_KEYS.join(', ')}`,
    '  --intent ID      another id for a second, deliberate refund of the same kind',
    '  --json           the plans as JSON: {"plans": […]}',
    '  --print-order    the order of an example, as the Admin API would answer it',
    '',
    'Bad input ends with one line on stderr and exit code 2.',
  ].join('\n');
}
