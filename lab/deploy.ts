/** What `shopify app deploy` does for a shop, as far as the Admin API shows it: the data definitions of the app's config. */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {OWN_APP} from './admin-api/access.ts';
import type {Lab} from './admin-api/lab.ts';
import {installDefinitions} from './admin-api/metaobjects/definitions.ts';

/** The config whose scopes and definitions the lab's shop has. */
export const APP_TOML = fileURLToPath(new URL('../shopify.app.toml', import.meta.url));

/** Installs the definitions, or brings them up to date. */
export function deployApp(lab: Lab): void {
  installDefinitions(lab.store, readFileSync(APP_TOML, 'utf8'), OWN_APP);
}
