import {readAccess, readOperations, readSchema, selectedNames} from '../operations.ts';
import type {Problem} from '../problem.ts';
import {apiVersions, appConfigs, isTable, textOf} from '../project.ts';

/** What Shopify's table leaves out; from the reference pages of refundCreate, metafieldsSet and tagsAdd. */
const NOT_IN_THE_TABLE: Readonly<Record<string, string[]>> = {
  'Mutation.refundCreate': ['write_orders'],
  'Mutation.metafieldsSet': ['write_orders'],
  'Mutation.tagsAdd': ['write_orders'],
  'Mutation.tagsRemove': ['write_orders'],
};

/** Metaobjects that the app owns need no scope from 2026-04 on, though the table still lists one; all of ours are `$app:`. */
const NEEDS_NO_SCOPE = /^(?:Metaobject|(?:QueryRoot|Mutation)\.metaobject)/;

/** Granted on request only: allowed in the list, never demanded. */
const ON_REQUEST = new Set(['read_all_orders']);

/** What the operations need: any one scope of each list. */
export function requiredScopes(root: string, version: string): Map<string, string[]> {
  const access = readAccess(root, version);
  const names = selectedNames(readSchema(root, version), readOperations(root));
  const needs = new Map<string, string[]>();
  for (const name of names) {
    const scopes = access[name];
    if (scopes !== undefined && !NEEDS_NO_SCOPE.test(name)) needs.set(name, scopes);
  }
  for (const [name, scopes] of Object.entries(NOT_IN_THE_TABLE)) if (names.has(name)) needs.set(name, scopes);
  return needs;
}

function isMet(anyOf: readonly string[], granted: ReadonlySet<string>): boolean {
  return anyOf.some(
    (scope) => granted.has(scope) || (scope.startsWith('read_') && granted.has(scope.replace('read_', 'write_'))),
  );
}

/** The scopes of the app configs against our operations: none missing, none too many, a reason beside each. */
export function checkScopes(root: string): Problem[] {
  const needs = apiVersions(root).supported.flatMap((version) => [...requiredScopes(root, version)]);
  return appConfigs(root).flatMap(({file, table}) => {
    const key = 'access_scopes.scopes';
    const value = isTable(table['access_scopes']) ? table['access_scopes']['scopes'] : undefined;
    const scopes = typeof value === 'string' ? value.split(',').map((scope) => scope.trim()) : [];
    const granted = new Set(scopes);
    const problems: Problem[] = [];
    const reported = new Set<string>();
    for (const [name, anyOf] of needs) {
      if (isMet(anyOf, granted) || reported.has(name)) continue;
      reported.add(name);
      problems.push({file, key, found: `has nothing that allows ${name}.`, fix: `Add ${anyOf.join(' or ')}.`});
    }
    const text = textOf(root, file) ?? '';
    for (const scope of granted) {
      if (!ON_REQUEST.has(scope)) {
        const without = new Set([...granted].filter((other) => other !== scope));
        if (needs.every(([, anyOf]) => isMet(anyOf, without) || !isMet(anyOf, granted))) {
          problems.push({file, key, found: `asks for ${scope}, which no operation needs.`, fix: 'Remove it.'});
        }
      }
      if (!new RegExp(`^# ${scope}\\s+\\S`, 'm').test(text)) {
        problems.push({
          file,
          key,
          found: `gives no reason for ${scope}.`,
          fix: `Add a comment line "# ${scope} …" above the list.`,
        });
      }
    }
    return problems;
  });
}
