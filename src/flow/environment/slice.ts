import {readFileSync} from 'node:fs';
import {buildSchema, type GraphQLSchema} from 'graphql';
import versions from '../../../graphql/versions.json' with {type: 'json'};

const FOLDER = new URL('../../../graphql/schema/', import.meta.url);

interface Names {
  readonly mutations: Readonly<Record<string, string>>;
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
}

/** The Admin API version of Flow's conditions, variables and mutations. */
export const FLOW_VERSION: string = versions.flow;

/** The slice of Flow's Admin API version: see graphql/flow. That Flow has what the API has is assumed (docs/unconfirmed.md, 30). */
export const ADMIN: GraphQLSchema = buildSchema(readFileSync(new URL(`${FLOW_VERSION}.graphql`, FOLDER), 'utf8'));

const NAMES = JSON.parse(readFileSync(new URL(`${FLOW_VERSION}.names.json`, FOLDER), 'utf8')) as Names;

/** Shopify has this field on that type; the slice has not. */
export function isLeftOut(type: string, field: string): boolean {
  return Object.hasOwn(NAMES.leftOut, type) && (NAMES.leftOut[type]?.includes(field) ?? false);
}

/** Why Send Admin API request is documented not to offer a mutation: it returns a job, or belongs to an app's own family (docs/unconfirmed.md, 31). */
export type Refusal = 'job' | 'family';

export interface MutationName {
  readonly refusal: Refusal | null;
  /** The arguments as SDL: `id: ID!, tags: [String!]!`. */
  readonly signature: string;
}

/** A mutation of Flow's version, whether or not the slice has it; null where Shopify has none of that name. */
export function mutationNamed(name: string): MutationName | null {
  const entry = Object.hasOwn(NAMES.mutations, name) ? NAMES.mutations[name] : undefined;
  const found = entry === undefined ? null : /^(?:(job|family) )?\((.*)\)$/.exec(entry);
  return found ? {refusal: (found[1] as Refusal | undefined) ?? null, signature: found[2] ?? ''} : null;
}

/** In one public copy of that version's schema and not in the other, which `npm run -s schema` reads. */
const IN_DOUBT = new Set([
  'companyContactSendWelcomeEmail',
  'customerPaymentMethodCreateFromDuplicationData',
  'customerPaymentMethodGetDuplicationData',
  'flowGenerateSignature',
]);

/** Whether it can't be said that Shopify has no such mutation. */
export function isMutationInDoubt(name: string): boolean {
  return IN_DOUBT.has(name);
}

export function mutationNames(): string[] {
  return Object.keys(NAMES.mutations);
}

/** Texts of Shopify's that never hold a quote, a backslash or a line end, so that they may stand within JSON as they are. */
export const SAFE_TEXTS: ReadonlySet<string> = new Set([
  'Metafield.compareDigest',
  'Metafield.key',
  'Metafield.namespace',
  'Metafield.type',
  'Shop.myshopifyDomain',
]);
