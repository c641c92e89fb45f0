/** Metafields on everything that the lab stores. */
import {connection, type Connection, type PageArgs} from '../connections.ts';
import {belongsToOther, resolveAppName} from '../app-data.ts';
import {gidType} from '../gid.ts';
import type {LabContext, LabModule, Resolver, Source} from '../resolvers.ts';
import {findMetafield, metafieldSource, type MetafieldRow, metafieldsOf, migrateMetafields} from './rows.ts';
import {metafieldsDelete, metafieldsSet} from './set.ts';

interface Owner {
  readonly id: string;
}

function metafield(
  source: Owner,
  args: {key: string; namespace?: string | null},
  {store, access}: LabContext,
): Source | null {
  const namespace = resolveAppName(args.namespace ?? '$app', access.appId);
  const row = belongsToOther(namespace, access.appId)
    ? undefined
    : findMetafield(store, source.id, namespace, args.key);
  return row ? metafieldSource(row) : null;
}

type ListArgs = PageArgs & {readonly namespace?: string | null; readonly keys?: readonly string[] | null};

function metafields(source: Owner, args: ListArgs, {store, access}: LabContext): Connection<Source> {
  const namespace = args.namespace ? resolveAppName(args.namespace, access.appId) : undefined;
  const keys = args.keys?.map(
    (key) => resolveAppName(key.split('.').slice(0, -1).join('.'), access.appId) + `.${key.split('.').at(-1) ?? ''}`,
  );
  const rows = metafieldsOf(store, source.id).filter(
    (row) =>
      !belongsToOther(row.namespace, access.appId) &&
      (namespace === undefined || row.namespace === namespace) &&
      (keys === undefined ||
        keys.includes(`${row.namespace}.${row.key}`) ||
        (namespace !== undefined && keys.includes(`.${row.key}`))),
  );
  return connection(rows.map(metafieldSource), args, (one) => String(one['id']));
}

const OWNERS = [
  'AppInstallation',
  'Company',
  'CompanyLocation',
  'Customer',
  'GiftCardCreditTransaction',
  'GiftCardDebitTransaction',
  'Location',
  'Order',
  'Product',
  'ProductVariant',
  'Shop',
];

const both: Readonly<Record<string, Resolver>> = {metafield, metafields};

export const metafieldsModule: LabModule = {
  name: 'metafields',
  migrate: migrateMetafields,
  resolvers: {
    Mutation: {metafieldsSet, metafieldsDelete},
    Metafield: {
      owner: (source: {ownerId: string}, _args: unknown, context) => context.load(source.ownerId),
      ownerType: (source: {ownerId: string}, _args: unknown, {registry}) =>
        registry.node(gidType(source.ownerId))?.metafields?.ownerType,
    },
    ...Object.fromEntries(OWNERS.map((type) => [type, both])),
  },
  nodes: {
    Metafield: {
      load: (store, id) => {
        const row = store.get<MetafieldRow>('SELECT * FROM metafields WHERE id = ?', id);
        return row && metafieldSource(row);
      },
    },
  },
  inspect: (store) => ({metafields: store.all<MetafieldRow>('SELECT * FROM metafields ORDER BY rowid')}),
};
