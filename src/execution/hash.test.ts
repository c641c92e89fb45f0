import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {expect, it} from 'vitest';
import {canonicalJson} from './canonical.ts';
import {sha256Hex} from './hash.ts';

it('is SHA-256 of the UTF-8 bytes', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('€')).toBe('c4cc90ed3d26f12d4b08a75140970a7904035c31cbb4515a83f19b9003c00d1d');
});

it("agrees with Node's on any text and at every length around a block's end", () => {
  const nodes = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
  for (let length = 0; length <= 200; length += 1) {
    const text = 'é'.repeat(length % 3) + 'a'.repeat(length);
    expect(sha256Hex(text)).toBe(nodes(text));
  }
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 2000}), (text) => {
      expect(sha256Hex(text)).toBe(nodes(text));
    }),
    {numRuns: 500},
  );
});

it('writes the same text whatever the order of the keys', () => {
  expect(canonicalJson({b: [{d: 1, c: 2}], a: undefined})).toBe('{"b":[{"c":2,"d":1}]}');
});
