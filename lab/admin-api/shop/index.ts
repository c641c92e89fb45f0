/** The shop itself and what stands in it: locations, customers, companies, products; `node` and tags for everything. */
import {connection, type PageArgs} from '../connections.ts';
import {gid} from '../gid.ts';
import type {LabContext, LabModule, NodeKind, Source} from '../resolvers.ts';
import {fits, matches, parseSearch} from '../search-syntax.ts';
import type {Store} from '../store.ts';
import {customerCreate, customerDelete} from './customers.ts';
import {getRecord, migrateRecords, putRecord, recordsOf, type Stored, textOf} from './records.ts';
import {tagsAdd, tagsRemove} from './tags.ts';
import {getShop} from './things.ts';

const byId = (_source: unknown, args: {id: string}, {store}: LabContext): Source | null =>
  getRecord(store, args.id) ?? null;

const idOf = (record: Source): string => String(record['id']);

type LocationArgs = PageArgs & {
  readonly query?: string | null;
  readonly includeInactive?: boolean;
  readonly sortKey?: string;
};

function locations(_source: unknown, args: LocationArgs, {store}: LabContext): unknown {
  const search = parseSearch(args.query);
  const found = recordsOf(store, 'Location')
    .filter((one) => args.includeInactive || one['isActive'] === true)
    .filter((one) => matches(search, (term) => fits(term, textOf(one, term.field ?? 'name'))));
  if (args.sortKey === 'NAME') found.sort((a, b) => (textOf(a, 'name') ?? '').localeCompare(textOf(b, 'name') ?? ''));
  return connection(found, args, idOf);
}

function location(_source: unknown, args: {id?: string | null}, {store}: LabContext): Source | null {
  if (args.id) return getRecord(store, args.id) ?? null;
  return recordsOf(store, 'Location').find((one) => one['isPrimary'] === true) ?? null;
}

function currencySettings(source: Source, args: PageArgs, {settings}: LabContext): unknown {
  const others = Array.isArray(source['presentmentCurrencies']) ? source['presentmentCurrencies'].map(String) : [];
  const names = new Intl.DisplayNames('en', {type: 'currency'});
  const all = [settings.currency, ...others].map((currencyCode) => ({
    currencyCode,
    currencyName: names.of(currencyCode) ?? currencyCode,
    enabled: true,
    manualRate: null,
    rateUpdatedAt: null,
  }));
  return connection(all, args, (one) => one.currencyCode);
}

/** How far the shop's time is ahead of UTC now, summer time included. */
function minutesFromUtc(source: Source, _args: unknown, {store}: LabContext): number {
  const now = store.clock.now();
  const timeZone = String(source['ianaTimezone']);
  const parts = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'}).formatToParts(now);
  const name = parts.find(({type}) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

function withMetafields(ownerType: string, scope: string): NodeKind {
  return {
    load: getRecord,
    metafields: {ownerType, readScopes: [`read_${scope}`], writeScopes: [`write_${scope}`]},
  };
}

function storedTags(scope: string): NonNullable<NodeKind['tags']> {
  const read = (store: Store, id: string): readonly string[] => {
    const tags = getRecord(store, id)?.['tags'];
    return Array.isArray(tags) ? tags.map(String) : [];
  };
  return {
    read,
    write(store, id, tags) {
      const record = getRecord(store, id);
      if (record) putRecord(store, {...record, tags, updatedAt: store.clock.iso()});
    },
    scopes: [`write_${scope}`],
  };
}

const related =
  (key: string) =>
  (source: Stored, _args: unknown, {store}: LabContext): Source | undefined =>
    getRecord(store, textOf(source, key) ?? '');

export const shopModule: LabModule = {
  name: 'shop',
  migrate: migrateRecords,
  resolvers: {
    QueryRoot: {
      shop: (_source: unknown, _args: unknown, {store}) => getShop(store),
      location,
      locations,
      customer: byId,
      companyLocation: byId,
      product: byId,
      currentAppInstallation: (_source: unknown, _args: unknown, {access, allScopes}) => ({
        __typename: 'AppInstallation',
        id: gid('AppInstallation', access.appId),
        accessScopes: [...(access.scopes ?? allScopes)]
          .toSorted()
          .map((handle) => ({handle, description: handle.replaceAll('_', ' ')})),
      }),
      node: (_source: unknown, args: {id: string}, context) => context.load(args.id) ?? null,
      nodes: (_source: unknown, args: {ids: readonly string[]}, context) =>
        args.ids.map((id) => context.load(id) ?? null),
    },
    Mutation: {customerCreate, customerDelete, tagsAdd, tagsRemove},
    Shop: {
      currencyCode: (_source: unknown, _args: unknown, {settings}) => settings.currency,
      enabledPresentmentCurrencies: (source: Source, _args: unknown, {settings}) => [
        settings.currency,
        ...(Array.isArray(source['presentmentCurrencies']) ? source['presentmentCurrencies'] : []),
      ],
      currencySettings,
      locations,
      timezoneOffsetMinutes: minutesFromUtc,
      timezoneOffset: (source: Source, _args: unknown, context) => {
        const minutes = minutesFromUtc(source, {}, context);
        const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
        return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}${two(Math.abs(minutes) % 60)}`;
      },
    },
    CompanyLocation: {company: related('companyId')},
    ProductVariant: {product: related('productId')},
  },
  nodes: {
    Shop: {
      load: (store) => ({__typename: 'Shop', ...getShop(store)}),
      metafields: {ownerType: 'SHOP', readScopes: [], writeScopes: []},
    },
    AppInstallation: {load: () => undefined},
    Location: withMetafields('LOCATION', 'locations'),
    Customer: {...withMetafields('CUSTOMER', 'customers'), tags: storedTags('customers')},
    Company: withMetafields('COMPANY', 'companies'),
    CompanyLocation: withMetafields('COMPANY_LOCATION', 'companies'),
    Product: {...withMetafields('PRODUCT', 'products'), tags: storedTags('products')},
    ProductVariant: withMetafields('PRODUCTVARIANT', 'products'),
  },
  inspect: (store) => ({
    shop: getShop(store),
    locations: recordsOf(store, 'Location'),
    customers: recordsOf(store, 'Customer'),
    companyLocations: recordsOf(store, 'CompanyLocation'),
  }),
};
