/**
 * What a caller may do: the app's scopes, and in online mode the staff member's own permissions on top.
 * The tables are Shopify's (`graphql/schema/<version>.access.json`); any scope of a row suffices.
 */
import {GraphQLError, type GraphQLResolveInfo} from 'graphql';
import type {LabContext} from './resolvers.ts';

/** Staff permissions that matter to refunds (facts §7). An online token has them one by one; an offline token has them all. */
export type StaffPermission =
  | 'refund_to_original_payment'
  | 'refund_to_store_credit'
  | 'over_refund_after_store_credit'
  | 'edit_orders'
  | 'manage_store_credit'
  | 'manage_gift_cards';

export interface StaffMember {
  /** gid://shopify/StaffMember/… */
  readonly id: string;
  readonly name: string;
  /** Everything, when left out. */
  readonly permissions?: readonly StaffPermission[];
}

export interface Access {
  /** The app's scopes; null: all of them. */
  readonly scopes: ReadonlySet<string> | null;
  /** The staff member behind an online token; null for an offline token. */
  readonly staff: StaffMember | null;
  /** Which app asks. App-owned data (`$app`) of one app is hidden from every other one, Flow included. */
  readonly appId: string;
}

/** The app that the lab is there for. */
export const OWN_APP = '330000001';

export type AccessTable = Readonly<Record<string, readonly string[]>>;

/** Rows that Shopify's table lacks but practice knows (facts §7). */
const OWN_ROWS: AccessTable = {
  'Mutation.refundCreate': ['write_orders', 'write_marketplace_orders'],
};

/** App-owned metaobjects need no scope from 2026-04 on (facts §6); other types are guarded by the metaobject module. */
const GUARDED_ELSEWHERE = /(^|\.)[mM]etaobject/;

/** The scopes of which a caller needs one, for a field of a type; nothing where it is free. */
export function requiredScopes(
  table: AccessTable,
  parent: string,
  field: string,
  returns: string,
): readonly string[] | undefined {
  const name = `${parent}.${field}`;
  if (GUARDED_ELSEWHERE.test(name) || returns.startsWith('Metaobject')) return undefined;
  return OWN_ROWS[name] ?? table[name] ?? table[returns];
}

/** A write implies the read: an app that may write orders may read them. */
export function hasScope(access: Access, anyOf: readonly string[]): boolean {
  const {scopes} = access;
  if (scopes === null) return true;
  return anyOf.some(
    (scope) => scopes.has(scope) || (scope.startsWith('read_') && scopes.has(scope.replace('read_', 'write_'))),
  );
}

/** "`read_orders` access scope or `read_quick_sale` access scope" */
export function scopeWords(anyOf: readonly string[]): string {
  return anyOf.map((scope) => `\`${scope}\` access scope`).join(' or ');
}

/** Shopify's ACCESS_DENIED (facts §7); thrown by a resolver it makes `data.<field>` null. */
export function accessDenied(field: string, requiredAccess: string): GraphQLError {
  return new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}.`, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess: `${requiredAccess}.`,
    },
  });
}

/** @throws GraphQLError ACCESS_DENIED when the caller has none of the scopes */
export function requireScope(context: LabContext, info: GraphQLResolveInfo, anyOf: readonly string[]): void {
  if (anyOf.length > 0 && !hasScope(context.access, anyOf)) throw accessDenied(info.fieldName, scopeWords(anyOf));
}

function mayStaff(access: Access, permission: StaffPermission): boolean {
  return access.staff?.permissions === undefined || access.staff.permissions.includes(permission);
}

/**
 * @throws GraphQLError ACCESS_DENIED when an online token's staff member lacks the permission. The words after
 * "Required access" are ours: nothing of the kind was recorded.
 */
export function requireStaff(context: LabContext, info: GraphQLResolveInfo, permission: StaffPermission): void {
  if (!mayStaff(context.access, permission)) {
    throw accessDenied(info.fieldName, `The user must have ${permission.replaceAll('_', ' ')} permission`);
  }
}
