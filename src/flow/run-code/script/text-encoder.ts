/** UTF-8 as `TextEncoder` writes it, which is no part of the language: Run code's engine has none. */
export class TextEncoder {
  encode(text: string): Uint8Array {
    const bytes: number[] = [];
    for (const character of text) {
      const point = character.codePointAt(0) as number;
      // Half of a pair alone is no character.
      utf8(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point, bytes);
    }
    return Uint8Array.from(bytes);
  }
}

/** How the first byte begins, by how many follow. */
const BEGINS = [0, 0xc0, 0xe0, 0xf0];

function utf8(point: number, bytes: number[]): void {
  const following = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  bytes.push((BEGINS[following] as number) | (point >> (6 * following)));
  for (let left = following - 1; left >= 0; left -= 1) bytes.push(0x80 | ((point >> (6 * left)) & 0x3f));
}
