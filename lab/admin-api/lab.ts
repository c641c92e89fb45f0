/**
 * The local Admin API as a library: `createLab(…)`, then `lab.handle({version, query, variables})` as often as you like.
 * No HTTP and no waiting: a simple query takes well under a millisecond. `http.ts` puts it behind a port.
 */
import {execute, GraphQLError, type GraphQLFormattedError} from 'graphql';
import {type Access, accessDenied, OWN_APP, scopeWords, type StaffMember} from './access.ts';
import type {Clock} from './clock.ts';
import {actualCost, requestedCost} from './cost.ts';
import {type Operation, readDocument, type ReadDocument} from './document.ts';
import {createFaults, type Fault, type FaultBox, type Faults, LabNetworkError} from './faults.ts';
import {parseGid} from './gid.ts';
import {migrateIdempotency, reserveKey} from './idempotency.ts';
import type {LabContext} from './resolvers.ts';
import {registry, schemaFor, type VersionedSchema} from './schema.ts';
import {DEFAULT_SETTINGS, type LabSettings} from './settings.ts';
import {openStore, type Store} from './store.ts';
import {createBucket, type ThrottleStatus} from './throttle.ts';
import {checkVariables} from './variables.ts';

export interface LabOptions {
  /** A file, or ':memory:' (the default). */
  readonly database?: string;
  /** Where time stands still; without it, time runs with the machine's. */
  readonly now?: Date;
  readonly settings?: Partial<LabSettings>;
  /** Fills the empty shop; runs when the database holds no shop yet, and after every reset. */
  readonly seed?: (lab: Lab) => void;
}

export interface LabRequest {
  readonly version: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  /** The app's scopes; left out: all of them. */
  readonly scopes?: readonly string[];
  /** The staff member behind an online token; left out: an offline token. */
  readonly staff?: StaffMember;
  /** Another app than our own, e.g. Flow: it sees none of our app-owned data. */
  readonly appId?: string;
}

export interface Cost {
  readonly requestedQueryCost: number;
  readonly actualQueryCost: number | null;
  readonly throttleStatus: ThrottleStatus;
}

/** A body as Shopify sends it, or a text that isn't JSON (an injected fault). */
export interface LabBody {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[] | string;
  readonly extensions?: {readonly cost: Cost};
}

export interface LabResponse {
  readonly status: number;
  readonly body: LabBody | string;
}

export interface LoggedRequest {
  readonly id: string;
  readonly at: string;
  readonly version: string;
  readonly operation: string | null;
  readonly fields: readonly string[];
  readonly variables: unknown;
  readonly status: number;
  readonly errors: number;
  readonly userErrors: number;
  readonly requestedQueryCost: number | null;
  readonly actualQueryCost: number | null;
  readonly milliseconds: number;
  /** The fault that it met, if any. */
  readonly fault: string | null;
}

export interface Lab {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: LabSettings;
  readonly faults: Faults;
  /** @throws LabNetworkError (as a rejection) only where a fault cuts the network */
  handle(request: LabRequest): Promise<LabResponse>;
  /** The newest requests, oldest first; at most 500. */
  log(): readonly LoggedRequest[];
  /** What the modules hold, as plain JSON. */
  state(): Readonly<Record<string, unknown>>;
  /** Empties the shop, the log and the faults, and seeds again. */
  reset(): void;
  close(): void;
}

const MAX_QUERY_COST = 1000;
const LOG_LENGTH = 500;

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

function refusal(fault: Fault): LabResponse {
  switch (fault.answer ?? 'internalServerError') {
    case 'networkCut':
      throw new LabNetworkError(`The lab cut the connection (${fault.id})`);
    case 'internalServerError':
      return {status: 500, body: {errors: 'Internal Server Error'}};
    case 'badGateway':
      return {status: 502, body: '<html><body><h1>502 Bad Gateway</h1></body></html>'};
    case 'timeout':
      return {status: 504, body: {errors: 'Gateway Timeout'}};
    case 'internalError':
      return {
        status: 200,
        body: {
          errors: [
            {
              message: `Internal error. Looks like something went wrong on our end.\nRequest ID: ${fault.id}`,
              extensions: {code: 'INTERNAL_SERVER_ERROR'},
            },
          ],
        },
      };
  }
}

function spoil(response: LabResponse, fault: Fault): LabResponse {
  const {body} = response;
  if (typeof body === 'string') return response;
  switch (fault.malformed ?? 'notJson') {
    case 'notJson':
      return {status: 200, body: '<!doctype html><title>Something went wrong</title>'};
    case 'empty':
      return {status: 200, body: ''};
    case 'dataNull':
      return {status: 200, body: {...body, data: null}};
    case 'missingField':
      return {status: 200, body: {...body, data: {}}};
  }
}

function countUserErrors(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  let count = 0;
  for (const payload of Object.values(data)) {
    if (typeof payload !== 'object' || payload === null) continue;
    for (const [key, list] of Object.entries(payload))
      if (key.endsWith('serErrors') && Array.isArray(list)) count += list.length;
  }
  return count;
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
  let log: LoggedRequest[] = [];
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
    if (requested > MAX_QUERY_COST) {
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
    bucket.refund(Math.max(0, ready.requested - actual));
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

  const note = (
    entry: Omit<LoggedRequest, 'errors' | 'userErrors' | 'actualQueryCost' | 'status'>,
    response: LabResponse | undefined,
  ): void => {
    const body = typeof response?.body === 'object' ? response.body : undefined;
    log.push({
      ...entry,
      status: response?.status ?? 0,
      errors: Array.isArray(body?.errors) ? body.errors.length : body?.errors === undefined ? 0 : 1,
      userErrors: countUserErrors(body?.data),
      actualQueryCost: body?.extensions?.cost.actualQueryCost ?? null,
    });
    if (log.length > LOG_LENGTH) log = log.slice(-LOG_LENGTH);
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
        note({...entry, milliseconds: Math.round((performance.now() - started) * 100) / 100, fault}, response);
      if ('status' in ready) {
        done(ready);
        return ready;
      }
      if (!bucket.reserve(ready.requested)) {
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
    log: () => log,
    state: () =>
      Object.fromEntries(
        registry.modules.filter((module) => module.inspect).map((module) => [module.name, module.inspect?.(store)]),
      ),
    reset() {
      store.reset();
      faults.clear();
      bucket.refill();
      log = [];
      options.seed?.(lab);
    },
    close: () => store.close(),
  };

  const seeded = store.get("SELECT value FROM lab_meta WHERE name = 'seeded'");
  if (!seeded) options.seed?.(lab);
  store.run("INSERT OR REPLACE INTO lab_meta (name, value) VALUES ('seeded', 'yes')");
  return lab;
}
