import {isInterfaceType, isObjectType} from 'graphql';
import {ADMIN, isLeftOut, patchedTypeName} from '../environment/index.ts';
import {type Report, shown} from './finding.ts';
import {isFields, type PatchedField} from './read.ts';

const NAMESPACE = /^[A-Za-z0-9_$:-]{3,255}$/;
const KEY = /^[A-Za-z0-9_-]{2,64}$/;

/** Handles of fields with arguments: one per type, no field's own name, and arguments that the field takes. */
export function checkPatches(patches: readonly PatchedField[], report: Report): void {
  const seen = new Map<string, PatchedField>();
  for (const patch of patches) {
    const place = report.at(`patched_fields.${shown(patch.handle)}`);
    if (!/^[a-z][A-Za-z0-9]*$/.test(patch.handle)) {
      const usable = /^[A-Za-z_]\w*$/.test(patch.handle);
      const message = `“${shown(patch.handle)}” isn't in camel case.`;
      if (usable) place.warning('handle', message, 'Small first letter, no signs: loyaltyTier.');
      else place.error('handle', message, 'Small first letter, no signs: loyaltyTier.');
    }
    const typeName = patchedTypeName(patch.type);
    const type = ADMIN.getType(typeName);
    const key = `${typeName}.${patch.handle}`;
    const before = seen.get(key);
    if (before) place.error('handle-twice', `${key} stands for two fields.`, 'Give one of them another handle.');
    seen.set(key, patch);
    if (!isObjectType(type) && !isInterfaceType(type)) {
      place.unchecked(`the type ${shown(patch.type)}, which isn't part of the API slice.`);
      continue;
    }
    const fields = type.getFields();
    if (patch.handle in fields)
      place.error('handle', `${typeName} has a field of its own called ${patch.handle}.`, 'Use another handle.');
    const field = fields[patch.field];
    if (!field) {
      if (isLeftOut(typeName, patch.field)) place.unchecked(`${typeName}.${patch.field}.`);
      else place.error('patch', `${typeName} has no field "${shown(patch.field)}".`);
      continue;
    }
    if (!isFields(patch.arguments)) {
      place.error('patch', 'Its arguments are no object.', 'Write {"namespace":"…","key":"…"}.');
      continue;
    }
    for (const name of Object.keys(patch.arguments)) {
      if (!field.args.some((arg) => arg.name === name))
        place.error('patch', `${patch.field} takes no argument "${shown(name)}".`);
    }
    if (patch.field === 'metafield') checkKeys(patch.arguments, place);
  }
}

/** A metafield's namespace and key: their form, and whether Flow can see them. */
export function checkKeys(given: Readonly<Record<string, unknown>>, report: Report): void {
  const {namespace, key} = given;
  if (typeof key !== 'string' || !KEY.test(key))
    report.error('key', `“${shown(key ?? 'nothing')}” is no metafield key: 2 to 64 letters, digits, - and _.`);
  if (namespace !== undefined && (typeof namespace !== 'string' || !NAMESPACE.test(namespace)))
    report.error('key', `“${shown(namespace)}” is no metafield namespace: 3 to 255 letters, digits, - and _.`);
  if (typeof namespace === 'string' && namespace.startsWith('$app'))
    report.warning(
      'key',
      `Flow can't see metafields that an app owns (${shown(namespace)}).`,
      'Use a namespace of the merchant, for example refund_recipes.',
    );
}
