import type {Problem} from '../problem.ts';
import {appConfigs, isTable, type Table} from '../project.ts';

/** Field types of metaobjects, https://shopify.dev/docs/apps/build/custom-data/metafields/list-of-data-types (`list.` may precede most). */
const FIELD_TYPES = new Set([
  'boolean',
  'color',
  'date',
  'date_time',
  'dimension',
  'id',
  'json',
  'link',
  'money',
  'multi_line_text_field',
  'number_decimal',
  'number_integer',
  'rating',
  'rich_text_field',
  'single_line_text_field',
  'url',
  'volume',
  'weight',
]);
const ADMIN_ACCESS = new Set(['merchant_read', 'merchant_read_write']);
const FIELD_KEYS = new Set(['name', 'description', 'type', 'required', 'validations', 'capabilities']);
/** Shopify's limits: definitions per app and fields per definition. */
const MAX_DEFINITIONS = 128;
const MAX_FIELDS = 40;

function checkField(file: string, key: string, field: unknown): Problem[] {
  if (!isTable(field)) return [{file, key, found: 'is not a table.', fix: `Write it as [${key}].`}];
  const problems: Problem[] = [];
  for (const name of Object.keys(field)) {
    if (!FIELD_KEYS.has(name)) {
      problems.push({
        file,
        key: `${key}.${name}`,
        found: 'is not a key that Shopify reads.',
        fix: `Use one of: ${[...FIELD_KEYS].join(', ')}.`,
      });
    }
  }
  const type = String(field['type']);
  if (!FIELD_TYPES.has(type.replace(/^list\./, ''))) {
    problems.push({
      file,
      key: `${key}.type`,
      found: `is ${JSON.stringify(field['type'])}.`,
      fix: `Use one of: ${[...FIELD_TYPES].join(', ')}.`,
    });
  }
  if (typeof field['name'] !== 'string' || field['name'] === '') {
    problems.push({
      file,
      key: `${key}.name`,
      found: 'is missing.',
      fix: 'Name the field for the people who see it in the admin.',
    });
  }
  return problems;
}

function checkDefinition(file: string, type: string, definition: Table): Problem[] {
  const key = `metaobjects.app.${type}`;
  const problems: Problem[] = [];
  if (!/^[A-Za-z0-9_-]{3,255}$/.test(type)) {
    problems.push({
      file,
      key,
      found: 'is not a valid type.',
      fix: 'Use 3 to 255 letters, digits, hyphens and underscores.',
    });
  }
  if (typeof definition['name'] !== 'string' || definition['name'] === '') {
    problems.push({file, key: `${key}.name`, found: 'is missing.', fix: 'Name the definition.'});
  }
  const access = isTable(definition['access']) ? definition['access'] : {};
  if (access['admin'] !== undefined && !(typeof access['admin'] === 'string' && ADMIN_ACCESS.has(access['admin']))) {
    problems.push({
      file,
      key: `${key}.access.admin`,
      found: `is ${JSON.stringify(access['admin'])}.`,
      fix: `Use ${[...ADMIN_ACCESS].join(' or ')}.`,
    });
  }
  if (access['storefront'] !== undefined) {
    problems.push({
      file,
      key: `${key}.access.storefront`,
      found: 'is set.',
      fix: 'Remove it: nothing of this belongs on a storefront.',
    });
  }
  const fields = isTable(definition['fields']) ? definition['fields'] : {};
  const count = Object.keys(fields).length;
  if (count === 0 || count > MAX_FIELDS) {
    problems.push({file, key: `${key}.fields`, found: `has ${count} fields.`, fix: `Define 1 to ${MAX_FIELDS}.`});
  }
  const shown = definition['display_name_field'];
  if (shown !== undefined && !(typeof shown === 'string' && shown in fields)) {
    problems.push({
      file,
      key: `${key}.display_name_field`,
      found: `${JSON.stringify(shown)} is not one of its fields.`,
      fix: 'Name a field of the definition.',
    });
  }
  for (const [name, field] of Object.entries(fields)) {
    const at = `${key}.fields.${name}`;
    if (!/^[A-Za-z0-9_-]{2,64}$/.test(name)) {
      problems.push({
        file,
        key: at,
        found: 'is not a valid key.',
        fix: 'Use 2 to 64 letters, digits, hyphens and underscores.',
      });
    }
    problems.push(...checkField(file, at, field));
  }
  return problems;
}

/** App-owned metaobjects in the app configs: the build lets any definition through and the deploy then fails, or ignores it. */
export function checkCustomData(root: string): Problem[] {
  return appConfigs(root).flatMap(({file, table}) => {
    const metaobjects =
      isTable(table['metaobjects']) && isTable(table['metaobjects']['app']) ? table['metaobjects']['app'] : {};
    const definitions = Object.entries(metaobjects);
    const problems = definitions.flatMap(([type, definition]) =>
      checkDefinition(file, type, isTable(definition) ? definition : {}),
    );
    if (definitions.length > MAX_DEFINITIONS) {
      problems.push({
        file,
        key: 'metaobjects.app',
        found: `${definitions.length} definitions.`,
        fix: `Shopify takes ${MAX_DEFINITIONS}.`,
      });
    }
    return problems;
  });
}
