import {join} from 'node:path';
import {buildSchema, isEnumType, isObjectType, isScalarType, isSpecifiedScalarType} from 'graphql';
import type {GraphQLSchema} from 'graphql';
import type {Problem} from '../problem.ts';
import {folderOf, type Table, tables, textOf, type TomlFile} from '../project.ts';

/** What Shopify's build lets pass and its deploy, or Flow, refuses (facts flow.md §6). */
const REFERENCES = ['customer', 'order', 'product', 'company', 'company_contact'].map((name) => `${name}_reference`);
const CUSTOM = ['boolean', 'email', 'single_line_text_field', 'url', 'number_decimal'];
const KEY = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** A trigger's fields: types that triggers have, keys of letters and spaces, complex types that its schema declares. */
export function checkTrigger(root: string, config: TomlFile, extension: Table, at: string): Problem[] {
  const {file} = config;
  const fields = tables((extension['settings'] as Table | undefined)?.['fields']);
  const problems: Problem[] = [];
  const tell = (key: string, found: string, fix: string) => problems.push({file, key: `${at}.${key}`, found, fix});
  const schema = schemaOf(root, config, extension, tell);
  const taken = new Set<string>();
  for (const [index, {type, key, description}] of fields.entries()) {
    const name = `settings.fields[${index}]`;
    const kind = String(type);
    const known = REFERENCES.includes(kind) || CUSTOM.includes(kind) || kind.startsWith('schema.');
    if (!known)
      tell(`${name}.type`, `is ${kind}.`, `Use one of: ${[...REFERENCES, ...CUSTOM].join(', ')}, schema.Type.`);
    if (typeof description !== 'string') tell(`${name}.description`, 'is missing.', 'Say what a merchant finds in it.');
    if (kind.startsWith('schema.') && !isObjectType(schema?.getType(kind.slice('schema.'.length)))) {
      tell(`${name}.type`, `${kind} is no type of the schema.`, 'Declare it in the file that schema names.');
    }
    const own = REFERENCES.includes(kind) ? kind : typeof key === 'string' ? key : '';
    if (REFERENCES.includes(kind) && key !== undefined) tell(`${name}.key`, 'stands on a reference.', 'Remove it.');
    if (!REFERENCES.includes(kind) && !KEY.test(own)) {
      tell(
        `${name}.key`,
        key === undefined ? 'is missing.' : `is ${JSON.stringify(key)}.`,
        'Use letters, and single spaces between words.',
      );
    }
    if (taken.has(own.toLowerCase())) tell(`${name}.key`, `"${own}" stands twice.`, 'Give each field its own.');
    taken.add(own.toLowerCase());
  }
  return problems;
}

type Tell = (key: string, found: string, fix: string) => void;

/** Flow knows objects, enums, lists and the five scalars; nothing else of GraphQL's language. */
function schemaOf(root: string, config: TomlFile, extension: Table, tell: Tell): GraphQLSchema | null {
  const path = extension['schema'];
  if (path === undefined) return null;
  const text = typeof path === 'string' ? textOf(root, join(folderOf(config), path)) : null;
  if (text === null) {
    tell('schema', `${JSON.stringify(path)} is not a file.`, 'Name the SDL file of the complex types.');
    return null;
  }
  try {
    const schema = buildSchema(text);
    for (const type of Object.values(schema.getTypeMap())) {
      const fine = isObjectType(type) || isEnumType(type) || (isScalarType(type) && isSpecifiedScalarType(type));
      if (!fine) tell('schema', `${type.name} is neither an object nor an enum.`, 'Flow knows no other types.');
    }
    return schema;
  } catch (error) {
    const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
    tell('schema', `can't be read (${line}).`, 'Write it as SDL.');
    return null;
  }
}
