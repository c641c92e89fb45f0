/**
 * An app config as Shopify's own CLI loads it before a deploy: without login or network. The CLI has no door for this, so the
 * loader is found by a text in its source; a CLI without it fails the test that asks.
 */
import {spawnSync} from 'node:child_process';
import {cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const MARK = 'ignoreUnknownExtensions:!0';

/** What would be sent to Shopify, by the handle of each extension of one type; or the CLI's refusal. */
export interface Loaded {
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly handles?: readonly string[];
  readonly refused?: string;
}

/**
 * @param config the name behind `--config`, or the file
 * @param type whose deploy payload is wanted
 * @param edit changes the config's text before it is loaded
 */
export function loadApp(config: string, type: string, edit: (text: string) => string = (text) => text): Loaded {
  const copy = mkdtempSync(join(tmpdir(), 'shopify-app-'));
  try {
    for (const part of ['package.json', 'extensions']) {
      const filter = (from: string) => !/(?:node_modules|dist)$/.test(from);
      cpSync(join(ROOT, part), join(copy, part), {recursive: true, filter});
    }
    for (const file of globSync('shopify.app*.toml', {cwd: ROOT})) {
      const text = readFileSync(join(ROOT, file), 'utf8').replace('client_id = ""', `client_id = "${'0'.repeat(32)}"`);
      writeFileSync(join(copy, file), edit(text));
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const {chunk, name} = loader();
    const program = `
      const {${name}: load} = await import(${JSON.stringify(chunk)});
      const said = {};
      try {
        const {app} = await load({directory: ${JSON.stringify(copy)}, userProvidedConfigName: ${JSON.stringify(config)}, skipPrompts: true});
        said.handles = app.allExtensions.map(({handle}) => handle);
        said.extensions = {};
        for (const extension of app.allExtensions.filter((one) => one.type === ${JSON.stringify(type)})) {
          said.extensions[extension.handle] = await extension.deployConfig({apiKey: '0', appConfiguration: app.configuration});
        }
      } catch (error) {
        said.refused = error.message;
      }
      process.stdout.write('\\n' + JSON.stringify(said), () => process.exit(0));`;
    const env = {...process.env, SHOPIFY_CLI_NO_ANALYTICS: '1', CI: '1'};
    const options = {cwd: copy, encoding: 'utf8', timeout: 60_000, env} as const;
    const {stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '--eval', program], options);
    const line = stdout.slice(stdout.lastIndexOf('\n') + 1);
    if (line === '') throw new Error(stderr.slice(-2000));
    return JSON.parse(line) as Loaded;
  } finally {
    rmSync(copy, {recursive: true, force: true});
  }
}

/** The chunk of the CLI that loads an app without login, and the short name under which it exports that. */
function loader(): {readonly chunk: string; readonly name: string} {
  const folder = join(ROOT, 'node_modules', '@shopify', 'cli', 'dist');
  for (const file of globSync('chunk-*.js', {cwd: folder})) {
    const source = readFileSync(join(folder, file), 'utf8');
    const own = /async function (\w+)\(\{directory:/.exec(
      source.slice(source.lastIndexOf('async function ', source.indexOf(MARK))),
    );
    const exported = source.includes(MARK) && own ? new RegExp(`[{,]${own[1]} as (\\w+)`).exec(source) : null;
    if (exported) return {chunk: join(folder, file), name: exported[1] ?? ''};
  }
  throw new Error('This version of the Shopify CLI hides its app loader elsewhere.');
}
