/** The first 32 bits behind the point of a number: SHA-256 takes its constants from the roots of primes. */
const fraction = (root: number): number => ((root % 1) * 0x1_0000_0000) | 0;

const PRIMES = Array.from({length: 312}, (_, n) => n).filter((n) => n > 1 && smallestDivisor(n) === n);
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes as 64 lower-case hex digits. Synchronous, which `crypto.subtle` is not: the
 * planner's and the claim's hash. Our own for its size: a library costs every bundle five times as much. It guards
 * nothing secret; tests hold it against Node's.
 */
export function sha256Hex(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
  bytes.forEach((byte, at) => padded.setUint8(at, byte));
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, bytes.length / 0x2000_0000);
  padded.setUint32(padded.byteLength - 4, bytes.length * 8);
  const state = Int32Array.from(START);
  for (let at = 0; at < padded.byteLength; at += 64) addBlock(state, padded, at);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function addBlock(state: Int32Array, padded: DataView, at: number): void {
  const words = new Int32Array(64);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  ROUNDS.forEach((constant, round) => {
    const word = (back: number): number => words[round - back] ?? 0;
    words[round] =
      round < 16
        ? padded.getInt32(at + round * 4)
        : mixed(word(15), 7, 18, word(15) >>> 3) + word(7) + mixed(word(2), 17, 19, word(2) >>> 10) + word(16);
    const one = h + mixed(e, 6, 11, turned(e, 25)) + ((e & f) ^ (~e & g)) + constant + word(0);
    const two = mixed(a, 2, 13, turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  });
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = (state[index] ?? 0) + word));
}

function mixed(word: number, one: number, two: number, third: number): number {
  return turned(word, one) ^ turned(word, two) ^ third;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function smallestDivisor(n: number): number {
  let divisor = 2;
  while (n % divisor !== 0) divisor += 1;
  return divisor;
}
