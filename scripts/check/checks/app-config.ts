import {shapeProblems, type ShapeTable} from '../shape.ts';
import {appConfigs, apiVersions, isTable} from '../project.ts';
import type {Problem} from '../problem.ts';

const DEFINITION: ShapeTable = {
  name: 'string',
  description: 'string',
  display_name_field: 'string',
  access: {admin: 'string', storefront: 'string'},
  capabilities: {'*': 'anything'},
  fields: {'*': 'anything'},
};

/** The keys that an app without a server of its own needs; https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration. */
const APP: ShapeTable = {
  client_id: 'string',
  name: 'string',
  application_url: 'string',
  embedded: 'boolean',
  extension_directories: 'strings',
  build: {
    automatically_update_urls_on_dev: 'boolean',
    dev_store_url: 'string',
    include_config_on_deploy: 'boolean',
  },
  webhooks: {api_version: 'string', subscriptions: 'anything'},
  access: {admin: {direct_api_mode: 'string', embedded_app_direct_api_access: 'boolean'}},
  access_scopes: {scopes: 'string', optional_scopes: 'strings'},
  auth: {redirect_urls: 'strings'},
  metaobjects: {app: {'*': DEFINITION}},
};

/** shopify.app*.toml: no key that Shopify would ignore, and the choices that the product's safety rests on. */
export function checkAppConfig(root: string): Problem[] {
  const configs = appConfigs(root);
  if (!configs.some(({file}) => file === 'shopify.app.toml')) {
    return [{file: 'shopify.app.toml', key: 'the file', found: 'is missing.', fix: 'Restore the default app config.'}];
  }
  const {supported} = apiVersions(root);
  return configs.flatMap(({file, table, problems}) => {
    if (problems.length > 0) return [...problems];
    const found = shapeProblems(file, table, APP);
    const expect = (key: string, value: unknown, wanted: unknown, why: string): void => {
      if (value !== wanted) {
        found.push({
          file,
          key,
          found: `is ${JSON.stringify(value)}.`,
          fix: `Set it to ${JSON.stringify(wanted)}: ${why}`,
        });
      }
    };
    const admin = isTable(table['access']) && isTable(table['access']['admin']) ? table['access']['admin'] : {};
    expect(
      'access.admin.direct_api_mode',
      admin['direct_api_mode'],
      'online',
      'nobody may refund more than their own rights allow.',
    );
    expect(
      'access.admin.embedded_app_direct_api_access',
      admin['embedded_app_direct_api_access'],
      true,
      'without it no request arrives.',
    );
    expect('embedded', table['embedded'], true, 'the extensions live in the admin.');
    const version = isTable(table['webhooks']) ? table['webhooks']['api_version'] : undefined;
    if (typeof version !== 'string' || !supported.includes(version)) {
      const fix = `Use one of graphql/versions.json: ${supported.join(', ')}.`;
      found.push({file, key: 'webhooks.api_version', found: `is ${JSON.stringify(version)}.`, fix});
    }
    return found;
  });
}
