/** The first 32 bits behind the point of a number: SHA-256 takes its constants from the roots of primes. */
const fraction = (root: number): number => ((root % 1) * 0x1_0000_0000) | 0;

const PRIMES = Array.from({length: 312}, (_, n) => n).filter((n) => n > 1 && smallestDivisor(n) === n);
const ROUNDS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes as 64 lower-case hex digits. Synchronous, which `crypto.subtle` is not: the
 * planner's and the claim's hash. Our own for its size: a library costs every bundle five times as much. It guards
 * nothing secret; tests hold it against Node's.
 */
export function sha256Hex(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, bytes.length / 0x2000_0000);
  padded.setUint32(padded.byteLength - 4, bytes.length * 8);
  const state = Int32Array.from(START);
  const words = new Int32Array(64);
  for (let at = 0; at < padded.byteLength; at += 64) addBlock(state, words, padded, at);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** One block of 64 bytes. Plain loops over typed arrays: a long order's plan is hashed at every keystroke. */
function addBlock(state: Int32Array, words: Int32Array, padded: DataView, at: number): void {
  for (let round = 0; round < 16; round += 1) words[round] = padded.getInt32(at + round * 4);
  for (let round = 16; round < 64; round += 1) {
    const early = words[round - 15] as number;
    const late = words[round - 2] as number;
    words[round] =
      (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)) +
      (words[round - 7] as number) +
      (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)) +
      (words[round - 16] as number);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const one =
      h +
      (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
      ((e & f) ^ (~e & g)) +
      (ROUNDS[round] as number) +
      (words[round] as number);
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((sum, index) => (state[index] = (state[index] as number) + sum));
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function smallestDivisor(n: number): number {
  let divisor = 2;
  while (n % divisor !== 0) divisor += 1;
  return divisor;
}
