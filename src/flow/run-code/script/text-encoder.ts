/** UTF-8 as `TextEncoder` writes it, which is no part of the language: Run code's engine may have none (UNCONFIRMED 22). */
export class TextEncoder {
  encode(text: string): Uint8Array {
    const plain = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) return encoded(text);
      plain[at] = code;
    }
    return plain;
  }
}

/** How the first byte begins, by how many follow. */
const BEGINS = [0, 0xc0, 0xe0, 0xf0];

function encoded(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const own = character.codePointAt(0) as number;
    // Half of a pair alone is no character.
    const point = own >= 0xd800 && own <= 0xdfff ? 0xfffd : own;
    const following = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes.push((BEGINS[following] as number) | (point >> (6 * following)));
    for (let left = following - 1; left >= 0; left -= 1) bytes.push(0x80 | ((point >> (6 * left)) & 0x3f));
  }
  return Uint8Array.from(bytes);
}
