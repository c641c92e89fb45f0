import {Refusal} from './refusal.ts';

/** Flow's calls take a few hundred bytes; what a merchant types into a field may take some thousands. */
const BODY_LIMIT = 64 * 1024;

/**
 * The raw bytes of a request's body: what the signature is over. Stops reading at the limit, whatever the header promised.
 * @throws Refusal 413; 400 where the connection ended before the body did
 */
export async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  const next = async () => {
    try {
      return await reader?.read();
    } catch {
      throw new Refusal(400, 'malformed', {field: 'body'});
    }
  };
  for (let read = await next(); read && !read.done; read = await next()) {
    size += read.value.length;
    if (size > BODY_LIMIT) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function tooLarge(): Refusal {
  return new Refusal(413, 'bodyTooLarge', {limit: BODY_LIMIT});
}
