const ALGORITHM = {name: 'HMAC', hash: 'SHA-256'};

/**
 * Whether Shopify signed these bytes: `X-Shopify-Hmac-Sha256` is the base64 HMAC-SHA256 of the raw body under the app's secret.
 *
 * Web Crypto's `verify` compares in constant time, and over bytes. Shopify's own library takes the body as text, so that bytes
 * which are no UTF-8 have changed before they are compared, knows one secret where a rotation needs two, and reaches the network
 * through one global function; it is held against this in tests instead.
 * @param secrets each is tried, also after one has fitted
 */
export async function isSigned(
  body: Uint8Array<ArrayBuffer>,
  header: string | null,
  secrets: readonly (string | undefined)[],
): Promise<boolean> {
  const signature = header === null ? null : digestOf(header);
  if (signature === null) return false;
  const fits = await Promise.all(
    secrets.map(async (secret) => {
      if (secret === undefined) return false;
      const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), ALGORITHM, false, ['verify']);
      return crypto.subtle.verify('HMAC', key, signature, body);
    }),
  );
  return fits.includes(true);
}

/** 32 bytes in base64, in the one way that they are written. */
function digestOf(header: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(header)) return null;
  const binary = atob(header);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return btoa(binary) === header ? bytes : null;
}
