/**
 * The local Admin API as a library: `createLab(…)`, then `lab.handle({version, query, variables})` as often as you like.
 * No HTTP and no waiting: a simple query takes well under a millisecond. `http.ts` puts it behind a port.
 */
import {execute, GraphQLError} from 'graphql';
import {type Access, accessDenied, OWN_APP, scopeWords} from './access.ts';
import {actualCost, requestedCost} from './cost.ts';
import {type Operation, readDocument, type ReadDocument} from './document.ts';
import {refusal, spoil} from './fault-answers.ts';
import {createFaults, type Fault, type FaultBox} from './faults.ts';
import {parseGid} from './gid.ts';
import {migrateIdempotency, reserveKey} from './idempotency.ts';
import type {Cost, Lab, LabOptions, LabRequest, LabResponse} from './lab-types.ts';
import {createRequestLog} from './request-log.ts';
import type {LabContext} from './resolvers.ts';
import {registry, schemaFor, type VersionedSchema} from './schema.ts';
import {DEFAULT_SETTINGS, type LabSettings} from './settings.ts';
import {openStore} from './store.ts';
import {createBucket} from './throttle.ts';
import {checkVariables} from './variables.ts';

export type {Lab, LabBody, LabOptions, LabRequest, LabResponse, LoggedRequest} from './lab-types.ts';

const MAX_QUERY_COST = 1000;

interface Ready {
  readonly versioned: VersionedSchema;
  readonly document: ReadDocument['document'];
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requested: number;
}

function failed(errors: readonly GraphQLError[]): LabResponse {
  return {status: 200, body: {errors: errors.map((error) => error.toJSON())}};
}

function pickOperation(document: ReadDocument, name: string | null | undefined): Operation | GraphQLError {
  const {operations} = document;
  if (name) {
    return operations.find((one) => one.name === name) ?? new GraphQLError(`No operation named "${name}"`);
  }
  const [only] = operations;
  if (!only) return new GraphQLError('No operation was provided');
  return operations.length === 1 ? only : new GraphQLError('An operation name is required');
}

/** Opens a lab. Everything it holds is in `store`; two labs share nothing. */
export function createLab(options: LabOptions = {}): Lab {
  const settings: LabSettings = {...DEFAULT_SETTINGS, ...options.settings};
  const store = openStore(options.database ?? ':memory:', options.now);
  const faults: FaultBox = createFaults();
  const bucket = createBucket(store.clock, settings);
  const load = (id: string): ReturnType<LabContext['load']> => {
    const type = parseGid(id)?.type;
    return type === undefined ? undefined : registry.node(type)?.load(store, id);
  };
  const log = createRequestLog();
  let requests = 0;

  store.exec('CREATE TABLE IF NOT EXISTS lab_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  migrateIdempotency(store);
  for (const module of registry.modules) module.migrate(store);

  const cost = (requested: number, actual: number | null): {readonly cost: Cost} => ({
    cost: {requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status()},
  });

  /** Everything up to carrying it out: document, variables, price. */
  const prepare = (request: LabRequest): Ready | LabResponse => {
    const versioned = schemaFor(request.version, settings.olderVersions);
    if (!versioned) return {status: 404, body: {errors: 'Not Found'}};
    const read = readDocument(versioned, request.query);
    if (!('operations' in read)) return failed(read);
    const operation = pickOperation(read, request.operationName);
    if (operation instanceof GraphQLError) return failed([operation]);
    const variables = request.variables ?? {};
    const wrong = checkVariables(versioned.schema, operation.node, variables);
    if (wrong.length > 0) return failed(wrong);
    const requested = requestedCost(operation.cost, variables);
    if (requested > MAX_QUERY_COST && !request.unmetered) {
      const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).\n\nSee https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\ncost of a query is calculated.\n\nTo query larger amounts of data with fewer limits, bulk operations should be used instead.\nSee https://shopify.dev/tutorials/perform-bulk-operations-with-admin-api for usage details.\n`;
      return failed([
        new GraphQLError(message, {
          extensions: {
            code: 'MAX_COST_EXCEEDED',
            cost: requested,
            maxCost: MAX_QUERY_COST,
            documentation: 'https://shopify.dev/api/usage/limits#rate-limits',
          },
        }),
      ]);
    }
    return {versioned, document: read.document, operation, variables, requested};
  };

  const throttled = (ready: Ready): LabResponse => ({
    status: 200,
    body: {
      errors: [
        {
          message: 'Throttled',
          extensions: {code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits'},
        },
      ],
      extensions: cost(ready.requested, null),
    },
  });

  const carryOut = (ready: Ready, request: LabRequest, requestId: string): LabResponse => {
    const access: Access = {
      scopes: request.scopes ? new Set(request.scopes) : null,
      staff: request.staff ?? null,
      appId: request.appId ?? OWN_APP,
    };
    const context: LabContext = {
      store,
      version: request.version,
      access,
      settings,
      load,
      registry,
      allScopes: ready.versioned.allScopes,
      requestId,
    };
    const result = execute({
      schema: ready.versioned.schema,
      document: ready.document,
      operationName: ready.operation.name,
      variableValues: ready.variables,
      contextValue: context,
    });
    if (result instanceof Promise) throw new Error('A resolver of the lab answered with a promise');
    const actual = actualCost(ready.operation.cost, ready.variables, result.data);
    if (!request.unmetered) bucket.refund(Math.max(0, ready.requested - actual));
    return {
      status: 200,
      body: {
        ...(result.data === undefined ? {} : {data: result.data}),
        ...(result.errors ? {errors: result.errors.map((error) => error.toJSON())} : {}),
        extensions: cost(ready.requested, actual),
      },
    };
  };

  const denied = (ready: Ready): LabResponse => {
    const [field = ''] = ready.operation.fields;
    return {
      status: 200,
      body: {
        data: Object.fromEntries(ready.operation.fields.map((one) => [one, null])),
        errors: ready.operation.fields.map((one) => ({
          ...accessDenied(one, scopeWords(['lab_fault'])).toJSON(),
          path: [one],
        })),
        extensions: cost(ready.requested, field === '' ? 0 : 1),
      },
    };
  };

  const land = (ready: Ready, request: LabRequest, requestId: string, fault: Fault): void => {
    if (fault.holdsKey) {
      for (const definition of ready.operation.node.selectionSet.selections) {
        const directive = definition.directives?.find((one) => one.name.value === 'idempotent');
        const value = directive?.arguments?.find((one) => one.name.value === 'key')?.value;
        if (value?.kind === 'StringValue') reserveKey(store, value.value, requestId);
        if (value?.kind === 'Variable') reserveKey(store, String(ready.variables[value.name.value]), requestId);
      }
    }
    const held = faults.hold({id: requestId, operation: ready.operation.name, fields: ready.operation.fields}, () => {
      carryOut(ready, request, requestId);
    });
    if (fault.delayMilliseconds !== undefined)
      void store.clock.sleep(fault.delayMilliseconds).then(() => held.release());
  };

  const withFault = async (
    ready: Ready,
    request: LabRequest,
    requestId: string,
    fault: Fault,
  ): Promise<LabResponse> => {
    switch (fault.kind) {
      case 'failsBefore':
        if (fault.delayMilliseconds !== undefined) await store.clock.sleep(fault.delayMilliseconds);
        return refusal(fault);
      case 'throttled':
        return throttled(ready);
      case 'accessDenied':
        return denied(ready);
      case 'landsLate':
        land(ready, request, requestId, fault);
        return refusal(fault);
      case 'failsAfter':
        carryOut(ready, request, requestId);
        if (fault.delayMilliseconds !== undefined) await store.clock.sleep(fault.delayMilliseconds);
        return refusal(fault);
      case 'malformedAnswer':
        return spoil(carryOut(ready, request, requestId), fault);
      case 'answersLate': {
        const response = carryOut(ready, request, requestId);
        await store.clock.sleep(fault.delayMilliseconds ?? 0);
        return response;
      }
    }
  };

  const lab: Lab = {
    store,
    clock: store.clock,
    settings,
    faults,
    async handle(request) {
      requests += 1;
      const id = `request-${requests}`;
      const started = performance.now();
      const ready = prepare(request);
      const entry = {
        id,
        at: store.clock.iso(),
        version: request.version,
        operation: 'operation' in ready ? ready.operation.name : (request.operationName ?? null),
        fields: 'operation' in ready ? ready.operation.fields : [],
        variables: request.variables ?? null,
        requestedQueryCost: 'requested' in ready ? ready.requested : null,
      };
      const done = (response: LabResponse | undefined, fault: string | null = null): void =>
        log.note({...entry, milliseconds: Math.round((performance.now() - started) * 100) / 100, fault}, response);
      if ('status' in ready) {
        done(ready);
        return ready;
      }
      if (!request.unmetered && !bucket.reserve(ready.requested)) {
        const response = throttled(ready);
        done(response);
        return response;
      }
      const fault = faults.take(ready.operation.name, ready.operation.fields);
      if (!fault) {
        const response = carryOut(ready, request, id);
        done(response);
        return response;
      }
      try {
        const response = await withFault(ready, request, id, fault);
        done(response, fault.kind);
        return response;
      } catch (error) {
        done(undefined, fault.kind);
        throw error;
      }
    },
    log: log.all,
    state: () =>
      Object.fromEntries(
        registry.modules.filter((module) => module.inspect).map((module) => [module.name, module.inspect?.(store)]),
      ),
    reset() {
      store.reset();
      faults.clear();
      bucket.refill();
      log.clear();
      seed();
    },
    close: () => store.close(),
  };

  /** The mark keeps a later opening of the same file from seeding it once more. */
  function seed(): void {
    options.seed?.(lab);
    store.run("INSERT OR REPLACE INTO lab_meta (name, value) VALUES ('seeded', 'yes')");
  }

  if (!store.get("SELECT value FROM lab_meta WHERE name = 'seeded'")) seed();
  return lab;
}
