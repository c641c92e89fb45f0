import {existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {InputError} from '../../src/core/index.ts';
import {nameOf, type Workflow} from '../../src/flow/builder/index.ts';
import {checkTogether, compile, iacOf, templateFiles} from '../../src/flow/compile/index.ts';
import {writeFlowFile} from '../../src/flow/format/index.ts';
import {WORKFLOWS} from '../../src/flow/workflows/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TEMPLATES = 'extensions/flow-templates';
const DRAFTS = 'build/flow-drafts';
const IAC = 'build/flow-iac';

export const help = `npm run -s flow -- build [--drafts] [--iac] [--check]

Writes each ready workflow of src/flow/workflows into ${TEMPLATES}/<handle>/: the importable .flow file, the extension's
config, its words in English and Dutch, and a README. Building twice gives the same bytes.

  --drafts  also writes the drafts to ${DRAFTS}/<handle>.flow, and says which ids are missing. Flow refuses to import a step whose id
            it doesn't know: \`npm run -s flow -- learn\` fills in our own triggers', from an export of your store.
  --iac     also writes the ready workflows to ${IAC}/<handle>/workflow.flow.json, the form of \`shopify flow workflow push\`.
  --check   writes nothing; says which committed files are not what would be written now. Exit code 1 if there are any.`;

export function run(args: readonly string[]): void {
  const unknown = args.find((arg) => !['--drafts', '--iac', '--check'].includes(arg));
  if (unknown !== undefined) throw new InputError('option', unknown, 'Use --drafts, --iac, --check or --help.');
  const built = WORKFLOWS.map((workflow) => ({workflow, ...compile(workflow)}));
  const ready = built.filter(({drafts}) => drafts.length === 0).map(({workflow}) => workflow);
  checkTogether(WORKFLOWS.map(({about}) => about));
  const wanted = new Map(
    ready.flatMap((workflow) =>
      Object.entries(templateFiles(workflow)).map(([name, text]) => [
        `${TEMPLATES}/${workflow.about.handle}/${name}`,
        text,
      ]),
    ),
  );
  if (args.includes('--check')) {
    check(wanted);
    return;
  }
  for (const file of presentFiles()) if (!wanted.has(file)) rmSync(join(ROOT, file));
  for (const [file, text] of wanted) write(file, text);
  // A draft whose ids were learned since is ready now, and its old file would be refused.
  if (args.includes('--drafts')) rmSync(join(ROOT, DRAFTS), {recursive: true, force: true});
  if (args.includes('--iac')) rmSync(join(ROOT, IAC), {recursive: true, force: true});
  for (const {workflow, file, drafts} of built) {
    if (drafts.length > 0 && args.includes('--drafts'))
      write(`${DRAFTS}/${workflow.about.handle}.flow`, writeFlowFile(file));
    if (drafts.length === 0 && args.includes('--iac')) {
      write(`${IAC}/${workflow.about.handle}/workflow.flow.json`, iacOf(workflow));
    }
    console.log(lineOf(workflow, drafts, writeFlowFile(file).length));
  }
}

function lineOf({about}: Workflow, drafts: readonly string[], bytes: number): string {
  const state = drafts.length === 0 ? `${bytes} bytes` : `draft, ids missing: ${drafts.join(', ')}`;
  return `${about.safety.padEnd(4)}  ${about.handle.padEnd(30)}  ${nameOf(about, about.words.en)}: ${state}`;
}

function check(wanted: ReadonlyMap<string, string>): void {
  const stale = [...wanted].filter(([file, text]) => textOf(file) !== text).map(([file]) => file);
  const leftOver = presentFiles().filter((file) => !wanted.has(file));
  for (const file of stale) console.log(`${file}: is not what its workflow gives now. Run npm run -s flow -- build.`);
  for (const file of leftOver) console.log(`${file}: belongs to no ready workflow. Run npm run -s flow -- build.`);
  if (stale.length + leftOver.length > 0) process.exitCode = 1;
  else console.log(`${wanted.size} files are up to date.`);
}

function presentFiles(): string[] {
  return globSync(`${TEMPLATES}/**`, {cwd: ROOT})
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(ROOT, file)).isFile());
}

function textOf(file: string): string | null {
  return existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : null;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(ROOT, file)), {recursive: true});
  writeFileSync(join(ROOT, file), text);
}
