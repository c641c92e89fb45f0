import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import type {Problem} from '../problem.ts';

interface Generator {
  /** How a person brings the files up to date. */
  readonly command: string;
  /** What is run in the copy, with the project's own Node. */
  readonly run: readonly string[];
  readonly outputs: readonly string[];
}

const GENERATORS: readonly Generator[] = [
  {
    command: 'npm run -s codegen',
    run: ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.ts', '--silent'],
    outputs: ['graphql/generated/*.ts'],
  },
  {
    command: 'npm run -s locales',
    run: ['scripts/locales.ts'],
    outputs: ['extensions/*/locales/*.json'],
  },
  {
    command: 'npm run -s recipe-schema',
    run: ['scripts/recipe-schema.ts'],
    outputs: ['docs/recipe.schema.json'],
  },
  {
    command: 'npm run -s flow-environment',
    run: ['scripts/flow-environment.ts'],
    outputs: ['src/flow/environment/environment.types.ts'],
  },
  {
    command: 'npm run -s elements',
    run: ['lab/host/generate-elements.ts'],
    outputs: ['lab/host/elements.generated.json'],
  },
  {
    command: 'npm run -s triggers',
    run: ['scripts/triggers.ts'],
    outputs: ['extensions/trigger-*/*.*', 'docs/triggers.md'],
  },
  {
    command: 'npm run -s flow -- build',
    run: ['scripts/flow.ts', 'build'],
    outputs: ['extensions/flow-templates/*/*.*', 'extensions/flow-templates/*/locales/*.json'],
  },
];

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', '.shopify', '.cache']);

function compare(root: string, copy: string, {command, outputs}: Generator): Problem[] {
  const files = new Set(
    outputs.flatMap((pattern) => [...globSync(pattern, {cwd: root}), ...globSync(pattern, {cwd: copy})]),
  );
  if (files.size === 0)
    return [{file: outputs.join(', '), key: 'the file', found: 'is missing.', fix: `Run ${command}.`}];
  return [...files].toSorted().flatMap((file): Problem[] => {
    const [committed, fresh] = [root, copy].map((base) =>
      existsSync(join(base, file)) ? readFileSync(join(base, file), 'utf8') : null,
    );
    if (committed === fresh) return [];
    const found = fresh === null ? 'is no longer generated.' : 'is not what its generator writes now.';
    return [
      {file, key: 'the file', found, fix: fresh === null ? 'Remove it.' : `Run ${command} and commit the result.`},
    ];
  });
}

/** A project without a generator's program (the tests' small ones) has nothing of it to compare. */
function isThere(root: string, {run: [program = '']}: Generator): boolean {
  return existsSync(join(root, program));
}

/** Runs every generator in a copy of the project and compares: what is committed is what would be generated today. */
export function checkGenerated(root: string): Problem[] {
  const copy = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    cpSync(root, copy, {recursive: true, filter: (from) => !LEFT_OUT.has(basename(from))});
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    return GENERATORS.filter((generator) => isThere(root, generator)).flatMap((generator) => {
      for (const file of generator.outputs.flatMap((pattern) => globSync(pattern, {cwd: copy})))
        rmSync(join(copy, file));
      try {
        execFileSync(process.execPath, generator.run, {
          cwd: copy,
          stdio: ['ignore', 'ignore', 'pipe'],
          encoding: 'utf8',
        });
      } catch (error) {
        const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
        return [
          {
            file: generator.outputs.join(', '),
            key: 'generator',
            found: `fails (${line}).`,
            fix: `Run ${generator.command}.`,
          },
        ];
      }
      return compare(root, copy, generator);
    });
  } finally {
    rmSync(copy, {recursive: true, force: true});
  }
}
