import {createHash} from 'node:crypto';

/**
 * A UUID that follows from its seed (RFC 9562, version 8: SHA-256), so that a rebuild gives the same bytes.
 * @param seed the workflow's handle and what the id is for
 */
export function uuidOf(...seed: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(seed)).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
