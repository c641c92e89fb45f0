/**
 * What `shopify app deploy` does for a shop, as far as the Admin API shows it: the data definitions of the app's config, and
 * the triggers that it may fire.
 */
import {globSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse} from 'smol-toml';
import {OWN_APP} from './admin-api/access.ts';
import {payloadKey} from './admin-api/flow/declared.ts';
import type {DeclaredTrigger} from './admin-api/flow/declared.ts';
import type {Lab} from './admin-api/lab.ts';
import {installDefinitions} from './admin-api/metaobjects/definitions.ts';

/** The config whose scopes and definitions the lab's shop has. */
export const APP_TOML = fileURLToPath(new URL('../shopify.app.toml', import.meta.url));

/** Installs the definitions, or brings them up to date. From here on only the app's own triggers can be fired. */
export function deployApp(lab: Lab): void {
  installDefinitions(lab.store, readFileSync(APP_TOML, 'utf8'), OWN_APP);
  lab.settings.flowTriggers = deployedTriggers();
}

interface TriggerToml {
  readonly type: string;
  readonly handle: string;
  readonly name: string;
  readonly schema?: string;
  readonly settings?: {readonly fields?: readonly {readonly type: string; readonly key?: string}[]};
}

/** The trigger extensions next to the app's config. */
export function deployedTriggers(): readonly DeclaredTrigger[] {
  const root = dirname(APP_TOML);
  return globSync('extensions/*/shopify.extension.toml', {cwd: root})
    .toSorted()
    .flatMap((file) => {
      const {extensions = []} = parse(readFileSync(join(root, file), 'utf8')) as {extensions?: readonly TriggerToml[]};
      return extensions
        .filter(({type}) => type === 'flow_trigger')
        .map(({handle, name, schema, settings}) => ({
          handle,
          name,
          fields: (settings?.fields ?? []).map((field) => ({key: payloadKey(field), type: field.type})),
          schema: schema === undefined ? null : readFileSync(join(root, dirname(file), schema), 'utf8'),
        }));
    });
}
