/** Sizes as Shopify counts them: the limit holds for the deflated file. */
import {readFileSync} from 'node:fs';
import {deflateSync} from 'node:zlib';

/** Shopify refuses at deploy a bundle that is larger than this when compressed (API version 2025-10 and later). */
export const SHOPIFY_LIMIT_BYTES = 64 * 1024;

export interface BundleSize {
  rawBytes: number;
  compressedBytes: number;
}

/** Size of a written bundle; compressed with zlib's deflate, as Shopify's CLI prints it. */
export function sizeOf(file: string): BundleSize {
  const contents = readFileSync(file);
  return {rawBytes: contents.length, compressedBytes: deflateSync(contents).length};
}
