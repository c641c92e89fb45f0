import {checksumOf, splitFlowFile, type TaskType} from '../format/index.ts';
import type {Patch} from '../environment/index.ts';
import {type Report, shown, type StepRef} from './finding.ts';
import {type Fields, isFields, KNOWN, readLink, readPatch, readStep, unknownKeys} from './parts.ts';

export {isFields, portsOf} from './parts.ts';

/** A step as far as it could be read. Ids are texts here, whatever they were in the file. */
export interface Step extends StepRef {
  readonly taskId: string;
  readonly taskVersion: string;
  readonly type: TaskType;
  readonly fields: ReadonlyMap<string, string>;
  /** The merchant's name of the step, or null: Flow's own. */
  readonly givenName: string | null;
  readonly description: string | null;
}

export interface Link {
  readonly from: string;
  readonly port: string;
  readonly to: string;
}

export interface PatchedField extends Patch {
  readonly arguments: unknown;
}

export interface Workflow {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly links: readonly Link[];
  readonly patches: readonly PatchedField[];
}

/** Beyond this a file is no workflow of anybody's; reading on would only take time. */
const LARGEST = 5_000_000;

const EXPORT_AGAIN = 'Export the workflow from Flow again.';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A file's text as a workflow, from the checksum to the last key. Everything that can't be used is reported and left out, so that
 * one fault doesn't hide the next. Null where nothing of it is a workflow.
 */
export function readWorkflow(text: string, report: Report): Workflow | null {
  if (text.length > LARGEST) {
    report.error('too-large', `The file has ${text.length} characters; a workflow has some thousands.`);
    return null;
  }
  if (text.trim() === '') {
    report.error('empty', 'The file is empty.', EXPORT_AGAIN);
    return null;
  }
  const other = otherKind(text);
  if (other !== null) {
    report.error('no-flow', `This is no .flow file: ${other.what}.`, other.fix);
    return null;
  }
  if (text.startsWith(BYTE_ORDER_MARK))
    report.error(
      'byte-order-mark',
      'An editor has put a byte order mark before the checksum.',
      'Save the file without it.',
    );
  const body = checkedBody(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, report);
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    const cut = /\}\s*$/.test(body) ? '' : ' It seems to be cut off.';
    report.error('not-json', `The file's body isn't JSON.${cut}`, EXPORT_AGAIN);
    return null;
  }
  if (!isFields(parsed)) {
    report.error('shape', `The body is ${shown(parsed)}, not an object.`, EXPORT_AGAIN);
    return null;
  }
  // Shopify's IaC files and tool calls hold the root alone.
  const bare = !('root' in parsed) && Array.isArray(parsed['steps']);
  if (bare)
    report.warning(
      'shape',
      'The file holds the workflow without the frame of an export.',
      'Put it under the key root.',
    );
  else {
    unknownKeys(parsed, KNOWN.file, report);
    const metadata = parsed['__metadata'];
    if (!isFields(metadata) || metadata['version'] !== 0.1) {
      report
        .at('__metadata')
        .warning('format-version', 'Only version 0.1 of the format is known.', 'Set __metadata to {"version":0.1}.');
    }
  }
  const root = bare ? parsed : parsed['root'];
  if (!isFields(root)) {
    report.at('root').error('shape', 'The workflow itself is missing.', EXPORT_AGAIN);
    return null;
  }
  return readRoot(root, report);
}

/** What people give in a file's place: Flow's export of several workflows is a ZIP, editors save texts in other encodings. */
function otherKind(text: string): {readonly what: string; readonly fix: string} | null {
  if (text.startsWith('PK\u0003\u0004'))
    return {what: 'it is a ZIP archive', fix: 'Unpack it and check the .flow files in it.'};
  // What isn't UTF-8 was replaced when the file was read.
  if (text.includes('\u0000') || text.startsWith('\uFFFD'))
    return {what: 'it is no text in UTF-8', fix: 'Save it as UTF-8, or export the workflow again.'};
  if (/^\s*</.test(text)) return {what: 'it is a web page', fix: EXPORT_AGAIN};
  if (!/[{[]/.test(text)) return {what: `it says “${shown(text)}”`, fix: EXPORT_AGAIN};
  return null;
}

function checkedBody(text: string, report: Report): string {
  const {checksum, body} = splitFlowFile(text);
  const place = report.at('checksum');
  if (checksum === null) {
    const prefix = /^([^:{]{0,100}):(?=\s*\{)/.exec(text);
    if (prefix) {
      const rest = text.slice(prefix[0].length);
      if (/^\s+[0-9a-f]{64}$/.test(prefix[1] ?? '')) {
        place.error('checksum-wrong', 'A space or a line end stands before the checksum.', 'Remove it.');
        return rest;
      }
      place.error(
        'checksum-wrong',
        `“${shown(prefix[1])}” is no checksum: 64 small hex digits.`,
        `Write ${checksumOf(rest)} before the colon.`,
      );
      return rest;
    }
    // docs/unconfirmed.md, 34
    place.warning(
      'checksum-missing',
      'The file has no checksum; whether Flow imports it without one is not known.',
      `Put ${checksumOf(text)}: before it.`,
    );
    return text;
  }
  const right = checksumOf(body);
  if (checksum !== right) {
    const why = body.endsWith('\n') ? 'a line end was added to the file' : 'the file was changed after its export';
    place.error('checksum-wrong', `The checksum doesn't fit: ${why}.`, `It should be ${right}.`);
  }
  return body;
}

function readRoot(root: Fields, report: Report): Workflow {
  unknownKeys(root, KNOWN.root, report.at('root'));
  const name = root['workflow_name'];
  if (typeof name !== 'string' || name.trim() === '') {
    report.at('workflow_name').error('shape', 'The workflow has no name.', 'Give it one.');
  }
  const steps = listOf(root, 'steps', report).flatMap((step, at) => readStep(step, at, report));
  const links = listOf(root, 'links', report).flatMap((link, at) => readLink(link, report.at(`links[${at}]`)));
  const patches = listOf(root, 'patched_fields', report, true).flatMap((patch, at) =>
    readPatch(patch, report.at(`patched_fields[${at}]`)),
  );
  return {name: typeof name === 'string' ? name : '', steps, links, patches};
}

function listOf(from: Fields, key: string, report: Report, optional = false): readonly unknown[] {
  const value = from[key];
  if (Array.isArray(value)) return value;
  if (!(optional && (value === undefined || value === null)))
    report.at(key).error('shape', value === undefined ? 'It is missing.' : `It is ${shown(value)}, not a list.`);
  return [];
}
