import {buildSync} from 'esbuild';
import {fileURLToPath} from 'node:url';
import {InputError} from '../../core/index.ts';
import type {Code} from '../builder/index.ts';
import {pathOf, type Ref, type ScopeOf} from '../builder/path.ts';
import type {Constant, Fields, OutputOf, Readable, Script} from './types.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Where in the environment each thing that a script reads is found: the item of a loop or `return.order` for `order`. */
type Roots<S extends Script> = {readonly [K in keyof S['reads'] & keyof Readable]: Ref<Readable[K], unknown>};

/** Values in the place of a script's own defaults. */
type Values<S extends Script> = {readonly [K in S['constants'][number]['name']]?: Constant['value']};

/**
 * A Run code step: its input query, its script (readable constants, then everything else minified) and its output schema.
 * @throws InputError for a value of a constant that the script hasn't
 */
export function codeOf<const S extends Script, R extends Roots<S>>(
  script: S,
  roots: R & Readonly<Record<Exclude<keyof R, keyof S['reads']>, never>>,
  values: Values<S> = {},
): Code<OutputOf<S['fields']>, ScopeOf<R[keyof R]>> {
  const paths = Object.entries<Ref<unknown, unknown>>(roots).map(([name, root]) => [name, pathOf(root)] as const);
  return codeFrom(script, Object.fromEntries(paths), values);
}

/** A script that finds all it reads under the names that it has for it: for checks and measurements. */
export function codeAlone(script: Script, values: Values<Script> = {}): Code<unknown, never> {
  return codeFrom(script, Object.fromEntries(Object.keys(script.reads).map((name) => [name, name])), values);
}

type Paths = Readonly<Record<string, string>>;

function codeFrom(script: Script, paths: Paths, values: Values<Script>): Code<never, never> {
  return {
    input: queryOf(script, paths),
    script: scriptOf(script, paths, values),
    outputSchema: schemaOf(script.fields),
  };
}

/** A root below another one (`order.updatedAt` beside `order`) stands in its selection: nobody knows whether Flow merges two of a name. */
function queryOf({reads}: Script, paths: Paths): string {
  const asked = Object.entries(reads).map(([name, selection]) => ({
    root: (paths[name] ?? '').split('.'),
    lines: selection?.split('\n').flatMap((line) => line.trim() || []) ?? null,
  }));
  const fields = asked.flatMap(({root, lines}) => {
    if (asked.some((other) => within(other.root, root))) return [];
    const below = asked.filter((other) => within(root, other.root));
    const inside = below.map((other) => fieldOf(other.root.slice(root.length), other.lines));
    return [`  ${fieldOf(root, lines && [...lines, ...inside])}`];
  });
  return `{\n${fields.join('\n')}\n}`;
}

function fieldOf(root: readonly string[], lines: readonly string[] | null): string {
  const [last = '', ...outer] = root.toReversed();
  const inner = `${last}${lines === null ? '' : ` {\n    ${lines.join('\n    ')}\n  }`}`;
  return outer.reduce((wrapped, parent) => `${parent} { ${wrapped} }`, inner);
}

function within(root: readonly string[], other: readonly string[]): boolean {
  return root.length < other.length && root.every((name, at) => other[at] === name);
}

/** Null is what a script gives that says no: only the verdict is always there. */
function schemaOf(fields: Fields): string {
  const types = {Bool: 'Boolean', Int: 'Int', SafeText: 'String', JsonText: 'String'};
  const always = ['go', 'code', 'why'];
  const lines = Object.entries(fields).map(([name, [kind, about]]) => {
    return `  "${about}"\n  ${name}: ${types[kind]}${always.includes(name) ? '!' : ''}`;
  });
  return `type Output {\n${lines.join('\n')}\n}`;
}

function scriptOf(script: Script, paths: Paths, values: Readonly<Record<string, unknown>>) {
  const unknown = Object.keys(values).find((name) => !script.constants.some((constant) => constant.name === name));
  if (unknown !== undefined) {
    throw new InputError('constant', unknown, `Use one of ${script.constants.map(({name}) => name).join(', ')}.`);
  }
  return `${headerOf(script, values)}\n${minified(script.entry, script.constants, paths)}`;
}

function headerOf({title, constants}: Script, values: Readonly<Record<string, unknown>>): string {
  const lines = constants.map(({name, value, about}) => {
    return `// ${about}\nconst ${name} = ${JSON.stringify(values[name] ?? value)};`;
  });
  const change = constants.length > 0 ? ' You may change the values below' : ' There is nothing to change here';
  return [
    `// Refund Recipes · ${title}.${change}; the long part is made from the app’s source.`,
    ...lines,
    ...(constants.length > 0 ? ['// From here on, leave everything as it is.'] : []),
  ].join('\n');
}

/** A constant that was deleted reads as undefined, and is named by the check of the script itself. */
function minified(entry: string, constants: readonly Constant[], paths: Paths): string {
  const given = constants.map(({name}) => `${name}: typeof ${name} === 'undefined' ? undefined : ${name}`);
  const reads = Object.entries(paths).map(([name, path]) => `${name}: input.${path}`);
  const contents = `
    import {main} from './entries/${entry}.ts';
    export default (input) => main({${reads.join(', ')}}, {${given.join(', ')}});
  `;
  return bundled(contents);
}

const bundles = new Map<string, string>();

/** A module (TypeScript, its imports relative to this folder) as one minified script for Run code's engine. */
export function bundled(contents: string): string {
  const known = bundles.get(contents);
  if (known !== undefined) return known;
  const {outputFiles} = buildSync({
    stdin: {contents, resolveDir: HERE, loader: 'ts'},
    inject: [`${HERE}script/text-encoder.ts`, `${HERE}script/date.ts`],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    write: false,
  });
  const text = outputFiles[0]?.text.trim() ?? '';
  bundles.set(contents, text);
  return text;
}
