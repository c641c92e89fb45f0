import {expect, it} from 'vitest';
import {canonicalJson} from './canonical.ts';
import {sha256Hex} from './hash.ts';

it('is SHA-256 of the UTF-8 bytes', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('€')).toBe('c4cc90ed3d26f12d4b08a75140970a7904035c31cbb4515a83f19b9003c00d1d');
});

it('writes the same text whatever the order of the keys', () => {
  expect(canonicalJson({b: [{d: 1, c: 2}], a: undefined})).toBe('{"b":[{"c":2,"d":1}]}');
});
