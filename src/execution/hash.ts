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

/**
 * One block of 64 bytes. Plain loops over typed arrays, and turned words written out: a long order's plan is hashed at every
 * keystroke, and Run code's engine interprets every call.
 */
function addBlock(state: Int32Array, words: Int32Array, padded: DataView, at: number): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    let word: number;
    if (round < 16) word = padded.getInt32(at + round * 4);
    else {
      const early = words[round - 15] as number;
      const late = words[round - 2] as number;
      word =
        (((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)) +
        (words[round - 7] as number) +
        (((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10)) +
        (words[round - 16] as number);
    }
    words[round] = word;
    const one =
      h +
      (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
      (g ^ (e & (f ^ g))) +
      (ROUNDS[round] as number) +
      word;
    const two =
      (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) | (c & (a | b)));
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

/** Every script of a workflow finds the primes anew at its start. */
function smallestDivisor(n: number): number {
  let divisor = 2;
  while (divisor * divisor <= n && n % divisor !== 0) divisor += 1;
  return divisor * divisor > n ? n : divisor;
}
