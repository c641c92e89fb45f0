import type {Workflow} from '../builder/index.ts';
import {compile} from './compile.ts';

/**
 * A workflow as `shopify flow workflow push` takes it: JSON without a checksum, keys sorted, conditions in Flow's language, and
 * patched fields in the tool API's form. The command isn't in a released CLI yet: docs/unconfirmed.md, 29.
 * @throws {InputError} where Shopify or Flow would refuse the workflow
 */
export function iacOf(workflow: Workflow): string {
  const {__metadata, root} = compile(workflow, 'language').file;
  const {steps, links, workflow_name} = root;
  const patched_fields = root.patched_fields.map(({id: _id, patched_type, arguments: given, ...field}) => ({
    ...field,
    patched_type: patched_type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(),
    arguments: JSON.parse(given) as unknown,
  }));
  return `${JSON.stringify(sorted({__metadata, root: {workflow_name, steps, links, patched_fields}}), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  return Object.fromEntries(entries.map(([name, part]) => [name, sorted(part)]));
}
