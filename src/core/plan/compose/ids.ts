/**
 * An order of ids that doesn't depend on the order of the lines, and for Shopify's ids is that of their numbers: they differ only
 * at the end, so the shorter one is the smaller number. Lines mostly stand like that already, which makes sorting them cheap.
 */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
