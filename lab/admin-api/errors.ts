/** Errors of the lab's answers. */
import {GraphQLError} from 'graphql';

export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string;
  readonly elementIndex?: number | null;
  readonly elementKey?: string | null;
}

/** One entry of a payload's `userErrors`. Without a code it is a plain UserError. */
export function userError(field: readonly string[] | null, message: string, code?: string): UserError {
  return code === undefined ? {field, message} : {field, message, code, elementIndex: null, elementKey: null};
}

/** The lab's own honest answer where it has no rule: it names the field, and makes nothing up. */
export function notImplemented(type: string, field: string, what = ''): GraphQLError {
  return new GraphQLError(`The local lab does not implement ${type}.${field}${what}. It never makes up a value.`, {
    extensions: {code: 'LAB_NOT_IMPLEMENTED', typeName: type, fieldName: field},
  });
}
