/** The triggers and actions of the project's own app, from its extensions' configs. */
import {existsSync, globSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse} from 'smol-toml';
import type {DeclaredTrigger} from '../admin-api/flow/declared.ts';
import {PLAIN, variableOfKey} from './runs/bind.ts';
import type {ActionEndpoint} from './steps/step.ts';
import type {TriggerTask} from './steps/tasks.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface ActionToml {
  readonly type?: string;
  readonly handle?: string;
  readonly name?: string;
  readonly runtime_url?: string;
  readonly schema?: string;
  readonly return_type_ref?: string;
}

interface Declared {
  readonly toml: ActionToml;
  readonly folder: string;
}

/** What a declared trigger gives to a workflow; variables of plain fields are the lab's assumption (`runs/bind.ts`). */
export function triggerTasks(declared: readonly DeclaredTrigger[]): Readonly<Record<string, TriggerTask>> {
  return Object.fromEntries(
    declared.map(({handle, name, fields}) => [
      handle,
      {
        label: name.startsWith('t:') ? handle : name,
        variables: Object.fromEntries((fields ?? []).map(({key, type}) => variable(key, type))),
      },
    ]),
  );
}

function variable(key: string, type: string): readonly [string, string] {
  const reference = /^(\w+)_reference$/.exec(type)?.[1];
  if (reference === undefined) return [variableOfKey(key), PLAIN];
  return [reference, reference.charAt(0).toUpperCase() + reference.slice(1)];
}

/**
 * The `flow_action` extensions of the project.
 * @param base where their function answers on this machine; only the path of a `runtime_url` counts then
 */
export function actionEndpoints(base: string | null): Readonly<Record<string, ActionEndpoint>> {
  declared ??= declaredActions();
  const actions = declared.map(({toml, folder}) => endpoint(toml, folder, base));
  return Object.fromEntries(actions.map((action) => [action.handle, action]));
}

/** Read once: configs don't change while a lab runs. */
let declared: readonly Declared[] | null = null;

function declaredActions(): readonly Declared[] {
  const files = globSync(['extensions/*/shopify.extension.toml', 'extensions/*/*/shopify.extension.toml'], {cwd: ROOT});
  return files.toSorted().flatMap((file) => {
    const {extensions = []} = parse(readFileSync(join(ROOT, file), 'utf8')) as {extensions?: readonly ActionToml[]};
    const own = extensions.filter(({type}) => type === 'flow_action');
    return own.map((toml) => ({toml, folder: join(ROOT, dirname(file))}));
  });
}

function endpoint(toml: ActionToml, folder: string, base: string | null): ActionEndpoint {
  const {handle = '', name = handle, runtime_url: runtime = '/', schema, return_type_ref: type} = toml;
  const path = URL.parse(runtime, 'http://lab')?.pathname ?? '/';
  const file = schema === undefined ? null : join(folder, schema);
  return {
    handle,
    label: labelOf(name, folder),
    url: base === null ? null : new URL(path, base).href,
    returns:
      file !== null && type !== undefined && existsSync(file) ? {schema: readFileSync(file, 'utf8'), type} : null,
  };
}

/** `t:name` stands in the default locale. */
function labelOf(name: string, folder: string): string {
  const key = /^t:(.+)$/.exec(name)?.[1];
  if (key === undefined) return name;
  const [file] = globSync('locales/*.default.json', {cwd: folder});
  if (file === undefined) return key;
  const known = (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>)[key];
  return typeof known === 'string' ? known : key;
}
