/** Definitions of metaobjects: declared by the app (`shopify.app.toml`) or created through the API. */
import {parse} from 'smol-toml';
import {resolveAppName} from '../app-data.ts';
import type {Source} from '../resolvers.ts';
import {getRecord, putRecord, recordsOf} from '../shop/records.ts';
import type {Store} from '../store.ts';
import {categoryOf} from '../metafields/values.ts';

export interface FieldDefinition {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: string;
  readonly required: boolean;
  readonly filterable: boolean;
  readonly validations: readonly {readonly name: string; readonly value: string}[];
}

export interface Definition extends Source {
  readonly id: string;
  /** As resolved: "app--330000001--refund-recipe". */
  readonly type: string;
  readonly name: string;
  readonly description: string | null;
  readonly displayNameKey: string | null;
  readonly publishable: boolean;
  readonly translatable: boolean;
  readonly access: {readonly admin: string; readonly storefront: string};
  readonly fields: readonly FieldDefinition[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

type NewDefinition = Omit<Definition, 'id' | 'createdAt' | 'updatedAt'> & {readonly id?: string};

export function putDefinition(store: Store, input: NewDefinition): Definition {
  const before = findDefinition(store, String(input.type));
  const now = store.clock.iso();
  const definition = {
    ...input,
    id: input.id ?? before?.id ?? store.newGid('MetaobjectDefinition'),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  } as Definition;
  putRecord(store, definition);
  return definition;
}

export function allDefinitions(store: Store): Definition[] {
  return recordsOf(store, 'MetaobjectDefinition') as unknown as Definition[];
}

/** @param type as resolved */
export function findDefinition(store: Store, type: string): Definition | undefined {
  return allDefinitions(store).find((one) => one.type === type);
}

export function definitionById(store: Store, id: string): Definition | undefined {
  return getRecord(store, id) as Definition | undefined;
}

function entries(value: unknown): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(
    (one): one is [string, Record<string, unknown>] => typeof one[1] === 'object' && one[1] !== null,
  );
}

function enabled(owner: Readonly<Record<string, unknown>>, capability: string): boolean {
  const capabilities = owner['capabilities'];
  if (typeof capabilities !== 'object' || capabilities === null) return false;
  const value: unknown = (capabilities as Record<string, unknown>)[capability];
  return (
    value === true || (typeof value === 'object' && value !== null && 'enabled' in value && value.enabled === true)
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Installs the app's metaobject definitions, as `shopify app deploy` does.
 * @param toml the text of shopify.app.toml
 */
export function installDefinitions(store: Store, toml: string, appId: string): Definition[] {
  const app: unknown = (parse(toml)['metaobjects'] as Record<string, unknown> | undefined)?.['app'];
  return entries(app).map(([type, declared]) =>
    putDefinition(store, {
      type: resolveAppName(`$app:${type}`, appId),
      name: text(declared['name']) ?? type,
      description: text(declared['description']),
      displayNameKey: text(declared['display_name_field']),
      publishable: enabled(declared, 'publishable'),
      translatable: enabled(declared, 'translatable'),
      access: {admin: 'MERCHANT_READ', storefront: 'NONE'},
      fields: entries(declared['fields']).map(([key, field]) => ({
        key,
        name: text(field['name']) ?? key,
        description: text(field['description']),
        type: text(field['type']) ?? 'single_line_text_field',
        required: field['required'] === true,
        filterable: enabled(field, 'admin_filterable'),
        validations: [],
      })),
    }),
  );
}

export function fieldDefinitionSource(field: FieldDefinition): Source {
  return {
    key: field.key,
    name: field.name,
    description: field.description,
    required: field.required,
    type: {name: field.type, category: categoryOf(field.type), supportsDefinitionMigrations: false},
    validations: field.validations,
  };
}

export function definitionSource(definition: Definition): Source {
  const on = (is: boolean): {enabled: boolean} => ({enabled: is});
  return {
    __typename: 'MetaobjectDefinition',
    id: definition.id,
    type: definition.type,
    name: definition.name,
    description: definition.description,
    displayNameKey: definition.displayNameKey,
    access: definition.access,
    capabilities: {
      publishable: on(definition.publishable),
      translatable: on(definition.translatable),
      renderable: on(false),
      onlineStore: on(false),
    },
    fieldDefinitions: definition.fields.map(fieldDefinitionSource),
    hasThumbnailField: false,
    standardTemplate: null,
    createdAt: definition.createdAt,
    updatedAt: definition.updatedAt,
  };
}
