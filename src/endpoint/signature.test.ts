import {createHmac} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {isSigned} from './signature.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const sign = (body: Uint8Array, secret: string): string => createHmac('sha256', secret).update(body).digest('base64');

describe('a signature', () => {
  it('is the HMAC that another implementation makes', async () => {
    // RFC 4231, test case 2: key "Jefe", data "what do ya want for nothing?".
    const signature = Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString(
      'base64',
    );
    expect(await isSigned(bytes('what do ya want for nothing?'), signature, ['Jefe'])).toBe(true);
    expect(await isSigned(bytes('what do ya want for nothing!'), signature, ['Jefe'])).toBe(false);
  });

  it('is over the bytes, also where they are no text', async () => {
    const body = new Uint8Array([0x7b, 0xff, 0x7d]);
    expect(await isSigned(body, sign(body, 'key'), ['key'])).toBe(true);
    expect(await isSigned(new Uint8Array([0x7b, 0xfe, 0x7d]), sign(body, 'key'), ['key'])).toBe(false);
  });

  it('fits any of the secrets, and none that isn’t there', async () => {
    const body = bytes('{}');
    expect(await isSigned(body, sign(body, 'former'), ['current', 'former'])).toBe(true);
    expect(await isSigned(body, sign(body, 'current'), ['current', undefined])).toBe(true);
    expect(await isSigned(body, sign(body, 'other'), ['current', 'former'])).toBe(false);
    expect(await isSigned(body, sign(body, 'undefined'), ['current', undefined])).toBe(false);
  });

  it('differs in any of its bits', async () => {
    const body = bytes('{"amount": "7.45"}');
    const right = Buffer.from(sign(body, 'key'), 'base64');
    for (let bit = 0; bit < 256; bit += 1) {
      const wrong = Buffer.from(right);
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await isSigned(body, wrong.toString('base64'), ['key'])).toBe(false);
    }
  });

  it('written in another way than base64 writes it is none', async () => {
    const body = bytes('{}');
    const right = sign(body, 'key');
    // The last character holds two bits that a decoder ignores.
    const loose = `${right.slice(0, 42)}${String.fromCharCode(right.charCodeAt(42) + 1)}=`;
    expect(Buffer.from(loose, 'base64').equals(Buffer.from(right, 'base64'))).toBe(true);
    const others = [
      loose,
      ` ${right}`,
      `${right}
`,
      right.slice(0, -1),
      `${right}=`,
      null,
    ];
    for (const written of others) expect(await isSigned(body, written, ['key'])).toBe(false);
  });
});
