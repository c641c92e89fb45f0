/** Checks the values that stand in a document itself. */
import {
  type ASTNode,
  type ASTVisitor,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  print,
  type ValidationContext,
} from 'graphql';
import {parseGid} from './gid.ts';
import {type Ancestors, pathTo, report} from './validate-report.ts';
import {tooLongList} from './variables.ts';

/** Keys of input objects that don't exist, and required ones that are missing. */
export function inputObjects(context: ValidationContext): ASTVisitor {
  return {
    ObjectField(node, _key, _parent, _path, ancestors) {
      const parent = getNamedType(context.getParentInputType());
      if (!isInputObjectType(parent) || parent.getFields()[node.name.value]) return undefined;
      report(
        context,
        node,
        pathTo(node, ancestors),
        `InputObject '${parent.name}' doesn't accept argument '${node.name.value}'`,
        {code: 'argumentNotAccepted', name: parent.name, typeName: 'InputObject', argumentName: node.name.value},
      );
      return false;
    },
    ObjectValue(node, _key, _parent, _path, ancestors) {
      const type = getNamedType(context.getInputType());
      if (!isInputObjectType(type)) return undefined;
      for (const field of Object.values(type.getFields())) {
        if (!isRequiredInputField(field) || node.fields.some((one) => one.name.value === field.name)) continue;
        report(
          context,
          node,
          [...pathTo(node, ancestors), field.name],
          `Argument '${field.name}' on InputObject '${type.name}' is required. Expected type ${String(field.type)}`,
          {
            code: 'missingRequiredInputObjectAttribute',
            argumentName: field.name,
            argumentType: String(field.type),
            inputObjectType: type.name,
          },
        );
      }
      return undefined;
    },
  };
}

/** Values written into the document that don't fit their type. */
export function literals(context: ValidationContext): ASTVisitor {
  const judge = (node: ASTNode, ancestors: Ancestors): boolean | undefined => {
    // Inside a list literal the type is already that of its items.
    const given = node.kind === 'ListValue' ? context.getParentInputType() : context.getInputType();
    if (!given) return undefined;
    const tooLong = node.kind === 'ListValue' ? tooLongList(node.values.length, pathTo(node, ancestors)) : undefined;
    if (tooLong) {
      context.reportError(tooLong);
      return false;
    }
    const type = isNonNullType(given) ? given.ofType : given;
    let good = true;
    if (node.kind === 'NullValue') good = !isNonNullType(given);
    else if (node.kind === 'ObjectValue')
      good = isInputObjectType(getNamedType(type)) || getNamedType(type).name === 'JSON';
    else if (node.kind === 'ListValue') good = isListType(type) || getNamedType(type).name === 'JSON';
    else if (isEnumType(getNamedType(type))) {
      const named = getNamedType(type);
      good = node.kind === 'EnumValue' && isEnumType(named) && named.getValue(node.value) !== undefined;
    } else if (isScalarType(getNamedType(type))) {
      const named = getNamedType(type);
      if (isScalarType(named)) {
        if (named.name === 'ID') {
          const value = node.kind === 'StringValue' || node.kind === 'IntValue' ? node.value : '';
          if (!parseGid(value)) {
            report(context, node, pathTo(node, ancestors), `Invalid global id '${value}'`, {
              code: 'argumentLiteralsIncompatible',
              typeName: 'CoercionError',
            });
          }
          return undefined;
        }
        try {
          good = named.parseLiteral(node as Parameters<typeof named.parseLiteral>[0], undefined) !== undefined;
        } catch {
          good = false;
        }
      }
    } else good = false;
    if (good) return undefined;
    const argument = ancestors.findLast(
      (one): one is ASTNode =>
        !Array.isArray(one) && 'kind' in one && (one.kind === 'Argument' || one.kind === 'ObjectField'),
    );
    const name = argument && 'name' in argument && argument.name && 'value' in argument.name ? argument.name.value : '';
    const inInput = argument?.kind === 'ObjectField';
    const owner = inInput
      ? (getNamedType(context.getParentInputType())?.name ?? '')
      : (context.getFieldDef()?.name ?? '');
    const typeName = inInput ? 'InputObject' : context.getDirective() ? 'Directive' : 'Field';
    report(
      context,
      node,
      pathTo(node, ancestors),
      `Argument '${name}' on ${typeName} '${owner}' has an invalid value (${print(node)}). Expected type '${String(given)}'.`,
      {code: 'argumentLiteralsIncompatible', typeName, argumentName: name},
    );
    return false;
  };
  const enter = (
    node: ASTNode,
    _key: unknown,
    _parent: unknown,
    _path: unknown,
    ancestors: Ancestors,
  ): boolean | undefined => judge(node, ancestors);
  return {
    IntValue: enter,
    FloatValue: enter,
    StringValue: enter,
    BooleanValue: enter,
    NullValue: enter,
    EnumValue: enter,
    ListValue: enter,
    ObjectValue: enter,
  };
}
