/**
 * `npm run -s schema [-- VERSION …]`: writes graphql/schema/<version>.graphql and <version>.access.json for each API version
 * from the introspection that Shopify ships in the npm package @shopify/dev-mcp. Needs the npm registry; everything else
 * in the project reads the committed slices.
 *
 * Flow's own version is older than the extensions' and is cut to other documents, graphql/flow; beside its slice stands
 * <version>.names.json: all mutations and what the slice left out, so that workflows of others can be checked.
 */
import {execFileSync} from 'node:child_process';
import {globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {buildSchema, type DocumentNode, isInterfaceType, isObjectType, type IntrospectionQuery, parse} from 'graphql';
import versions from '../../graphql/versions.json' with {type: 'json'};
import {namesBeyond} from './names.ts';
import {sliceSchema} from './slice.ts';

const PACKAGE = '@shopify/dev-mcp@1.16.0';

interface ShopifyData {
  data: IntrospectionQuery;
  offline_scopes: {items: {typeName: string; fieldName?: string; offlineScopes: string[]; requiredAccess: string}[]};
}

function download(into: string): string {
  const packed = execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', into], {
    encoding: 'utf8',
  }).trim();
  execFileSync('tar', ['xzf', join(into, packed), '-C', into]);
  return join(into, 'package', 'dist', 'data');
}

const root = join(import.meta.dirname, '..', '..');
const readDocuments = (patterns: string[]): DocumentNode[] =>
  globSync(patterns, {cwd: root}).map((file) => parse(readFileSync(join(root, file), 'utf8')));
const ours = readDocuments(['graphql/operations/*.graphql', 'lab/graphql/*.graphql']);
const flow = readDocuments(['graphql/flow/*.graphql']);
const wanted = process.argv.length > 2 ? process.argv.slice(2) : [versions.flow, ...versions.supported];
const work = mkdtempSync(join(tmpdir(), 'schema-'));
try {
  const data = download(work);
  for (const version of wanted) {
    const file = `admin_${version}.json.gz`;
    if (!readdirSync(data).includes(file))
      throw new Error(`${PACKAGE} has no introspection of API version ${version}.`);
    const {data: introspection, offline_scopes} = JSON.parse(
      gunzipSync(readFileSync(join(data, file))).toString('utf8'),
    ) as ShopifyData;
    const sdl = sliceSchema(introspection, version === versions.flow ? flow : ours);
    writeFileSync(join(root, 'graphql', 'schema', `${version}.graphql`), sdl);

    const schema = buildSchema(sdl);
    const access: Record<string, string[]> = {};
    for (const item of offline_scopes.items) {
      const type = schema.getType(item.typeName);
      if (item.offlineScopes.length === 0 || !(isObjectType(type) || isInterfaceType(type))) continue;
      if (item.fieldName !== undefined && !(item.fieldName in type.getFields())) continue;
      access[item.fieldName === undefined ? item.typeName : `${item.typeName}.${item.fieldName}`] =
        item.offlineScopes.toSorted();
    }
    const sorted = Object.fromEntries(Object.entries(access).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(join(root, 'graphql', 'schema', `${version}.access.json`), `${JSON.stringify(sorted, null, 2)}\n`);
    if (version === versions.flow) {
      const names = `${JSON.stringify(namesBeyond(introspection, schema), null, 1)}\n`;
      writeFileSync(join(root, 'graphql', 'schema', `${version}.names.json`), names);
    }
    process.stdout.write(`${version}: ${Object.keys(schema.getTypeMap()).length} types, ${sdl.length} characters\n`);
  }
} finally {
  rmSync(work, {recursive: true, force: true});
}
