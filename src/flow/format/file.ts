import {createHash} from 'node:crypto';
import {InputError} from '../../core/index.ts';
import {readRoot} from './root.ts';
import type {FlowFile} from './types.ts';

const REBUILD = 'Export the workflow from Flow again, or build it anew with `npm run -s flow -- build`.';

/** What stands before the first colon: the SHA-256 of the body's UTF-8 bytes as 64 lower-case hex digits. Found by computation on a real export. */
export function checksumOf(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}

/** `<checksum>:<compact JSON>`, UTF-8, without a newline at the end: the bytes that Flow imports. */
export function writeFlowFile(file: FlowFile): string {
  const body = JSON.stringify(file);
  return `${checksumOf(body)}:${body}`;
}

/** A file's two parts. `checksum` is null where the file is the bare JSON: some vendors publish it so. */
export function splitFlowFile(text: string): {readonly checksum: string | null; readonly body: string} {
  const prefixed = /^([0-9a-f]{64}):/.exec(text);
  return prefixed?.[1] === undefined ? {checksum: null, body: text} : {checksum: prefixed[1], body: text.slice(65)};
}

/**
 * Reads a `.flow` file: checksum first, then its structure.
 * @throws {InputError} where the checksum is missing or wrong, or the body isn't a workflow
 */
export function readFlowFile(text: string): FlowFile {
  const {checksum, body} = splitFlowFile(text);
  if (checksum === null) {
    throw new InputError(
      'checksum',
      text.slice(0, 12),
      `A .flow file starts with 64 hex digits and a colon. ${REBUILD}`,
    );
  }
  if (checksum !== checksumOf(body)) {
    const why = body.endsWith('\n')
      ? 'An editor has added a newline at the end'
      : 'The body was changed after it was exported';
    throw new InputError('checksum', checksum, `${why}: it hashes to ${checksumOf(body).slice(0, 12)}…. ${REBUILD}`);
  }
  return readFlowBody(body);
}

/**
 * Reads the JSON behind the checksum, whatever the checksum says: exports of 2024 and 2026, and the tool API's form.
 * @throws {InputError} names the first field that can't be used
 */
export function readFlowBody(body: string): FlowFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new InputError('body', body, `It isn't JSON. ${REBUILD}`);
  }
  return readRoot(parsed);
}
