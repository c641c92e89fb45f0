/** What the pages read for themselves: with every right, past throttle, faults and log, which belong to the extension. */
import {execute, parse, validate, type ExecutionResult} from 'graphql';
import type {Lab} from '../../admin-api/lab.ts';
import {OWN_APP} from '../../admin-api/access.ts';
import {parseGid} from '../../admin-api/gid.ts';
import {registry, schemaFor} from '../../admin-api/schema.ts';
import versions from '../../../graphql/versions.json' with {type: 'json'};

/** Runs one operation as the shop's owner. Errors come back as in any GraphQL answer. */
export function readAsOwner(lab: Lab, query: string, variables: Record<string, unknown> = {}): ExecutionResult {
  const version = versions.extensions;
  const versioned = schemaFor(version, 'refuse');
  if (!versioned) throw new Error(`The lab doesn't speak ${version}`);
  const document = parse(query);
  const errors = validate(versioned.schema, document);
  if (errors.length > 0) return {errors};
  const result = execute({
    schema: versioned.schema,
    document,
    variableValues: variables,
    contextValue: {
      store: lab.store,
      version,
      access: {scopes: null, staff: null, appId: OWN_APP},
      settings: lab.settings,
      load: (id: string) => registry.node(parseGid(id)?.type ?? '')?.load(lab.store, id),
      registry,
      requestId: 'pages',
    },
  });
  if (result instanceof Promise) throw new Error('A resolver of the lab answered with a promise');
  return result;
}
