/** Shopify's global ids: `gid://shopify/Order/1001`. */

const FORM = /^gid:\/\/shopify\/([A-Za-z]+)\/([^?\s]+)(\?.*)?$/;

export interface Gid {
  readonly type: string;
  /** What stands behind the type; digits for almost every type. */
  readonly key: string;
}

export function gid(type: string, key: number | string): string {
  return `gid://shopify/${type}/${key}`;
}

/** @returns nothing where the text isn't a global id */
export function parseGid(text: string): Gid | undefined {
  const match = FORM.exec(text);
  return match?.[1] && match[2] ? {type: match[1], key: match[2]} : undefined;
}

/** The type of a global id, or an empty text. */
export function gidType(text: string): string {
  return parseGid(text)?.type ?? '';
}

/** The number at the end of a global id (`legacyResourceId`). */
export function legacyId(text: string): string {
  return parseGid(text)?.key ?? '';
}
