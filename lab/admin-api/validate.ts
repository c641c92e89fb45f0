/**
 * Says what is wrong with a document as Shopify's server (graphql-ruby) says it: message, path from the operation down,
 * and a code. Recorded: undefinedField and argumentNotAccepted; the others follow graphql-ruby's published words.
 */
import {
  type ArgumentNode,
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  isUnionType,
  KnownFragmentNamesRule,
  KnownTypeNamesRule,
  LoneAnonymousOperationRule,
  NoFragmentCyclesRule,
  NoUnusedFragmentsRule,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  print,
  UniqueArgumentNamesRule,
  UniqueOperationNamesRule,
  UniqueVariableNamesRule,
  validate,
  type ValidationContext,
  VariablesInAllowedPositionRule,
  FragmentsOnCompositeTypesRule,
  VariablesAreInputTypesRule,
  KnownDirectivesRule,
} from 'graphql';
import {parseGid} from './gid.ts';
import {tooLongList} from './variables.ts';

type Ancestors = readonly (ASTNode | readonly ASTNode[])[];

/** The path of graphql-ruby: "mutation Name", then fields by alias, arguments and input keys by name. */
function pathTo(node: ASTNode, ancestors: Ancestors): string[] {
  const chain = [...ancestors.filter((one): one is ASTNode => !Array.isArray(one)), node];
  return chain.flatMap((one) => {
    switch (one.kind) {
      case 'OperationDefinition':
        return [one.name ? `${one.operation} ${one.name.value}` : one.operation];
      case 'FragmentDefinition':
        return [`fragment ${one.name.value}`];
      case 'InlineFragment':
        return [one.typeCondition ? `... on ${one.typeCondition.name.value}` : '...'];
      case 'Field':
        return [one.alias?.value ?? one.name.value];
      case 'Argument':
      case 'ObjectField':
        return [one.name.value];
      default:
        return [];
    }
  });
}

function report(
  context: ValidationContext,
  node: ASTNode,
  path: readonly string[],
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): void {
  context.reportError(new GraphQLError(message, {nodes: node, path, extensions}));
}

function fields(context: ValidationContext): ASTVisitor {
  return {
    Field(node, _key, _parent, _path, ancestors) {
      const parent = context.getParentType();
      if (!parent || context.getFieldDef()) {
        const type = context.getType();
        if (!type) return undefined;
        const leaf = isLeafType(getNamedType(type));
        // graphql-ruby asks for selections on objects and interfaces only: recorded for the union StoreCreditAccountTransactionOrigin.
        if (!leaf && !node.selectionSet && !isUnionType(getNamedType(type))) {
          const name = node.name.value;
          report(
            context,
            node,
            pathTo(node, ancestors),
            `Field must have selections (field '${name}' returns ${getNamedType(type).name} but has no selections. Did you mean '${name} { ... }'?)`,
            {code: 'selectionMismatch', nodeName: `field '${name}'`, typeName: getNamedType(type).name},
          );
        }
        if (leaf && node.selectionSet) {
          const name = getNamedType(type).name;
          report(
            context,
            node,
            pathTo(node, ancestors),
            `Selections can't be made on ${isEnumType(getNamedType(type)) ? 'enums' : 'scalars'} (field '${node.name.value}' returns ${name} but has selections [${node.selectionSet.selections.map((one) => (one.kind === 'Field' ? `"${one.name.value}"` : '"..."')).join(', ')}])`,
            {code: 'selectionMismatch', nodeName: `field '${node.name.value}'`, typeName: name},
          );
        }
        return undefined;
      }
      const fieldName = node.name.value;
      report(context, node, pathTo(node, ancestors), `Field '${fieldName}' doesn't exist on type '${parent.name}'`, {
        code: 'undefinedField',
        typeName: parent.name,
        fieldName,
      });
      // What lies below an unknown field can't be judged.
      return false;
    },
  };
}

function argumentsOf(context: ValidationContext): ASTVisitor {
  const unknown = (node: ArgumentNode, ancestors: Ancestors, typeName: 'Field' | 'Directive', name: string): void => {
    const argumentName = node.name.value;
    report(context, node, pathTo(node, ancestors), `${typeName} '${name}' doesn't accept argument '${argumentName}'`, {
      code: 'argumentNotAccepted',
      name,
      typeName,
      argumentName,
    });
  };
  return {
    Argument(node, _key, _parent, _path, ancestors) {
      if (context.getArgument()) return undefined;
      const directive = context.getDirective();
      const owner = context.getFieldDef();
      if (directive) unknown(node, ancestors, 'Directive', directive.name);
      else if (owner) unknown(node, ancestors, 'Field', owner.name);
      return false;
    },
    Field: {
      leave(node, _key, _parent, _path, ancestors) {
        const field = context.getFieldDef();
        const missing = field?.args
          .filter((one) => isRequiredArgument(one) && !node.arguments?.some((given) => given.name.value === one.name))
          .map((one) => one.name);
        if (!field || !missing || missing.length === 0) return;
        report(
          context,
          node,
          pathTo(node, ancestors),
          `Field '${field.name}' is missing required arguments: ${missing.join(', ')}`,
          {code: 'missingRequiredArguments', className: 'Field', name: field.name, arguments: missing.join(', ')},
        );
      },
    },
  };
}

function inputObjects(context: ValidationContext): ASTVisitor {
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

function literals(context: ValidationContext): ASTVisitor {
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

function variables(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: {
      leave(operation, _key, _parent, _path, ancestors) {
        const declared = new Set((operation.variableDefinitions ?? []).map((one) => one.variable.name.value));
        const used = new Set<string>();
        const who = operation.name?.value ?? `anonymous ${operation.operation}`;
        for (const {node} of context.getRecursiveVariableUsages(operation)) {
          const name = node.name.value;
          used.add(name);
          if (declared.has(name)) continue;
          report(context, node, pathTo(operation, ancestors), `Variable $${name} is used by ${who} but not declared`, {
            code: 'variableNotDefined',
            variableName: name,
          });
        }
        for (const definition of operation.variableDefinitions ?? []) {
          const name = definition.variable.name.value;
          if (used.has(name)) continue;
          report(
            context,
            definition,
            pathTo(operation, ancestors),
            `Variable $${name} is declared by ${who} but not used`,
            {
              code: 'variableNotUsed',
              variableName: name,
            },
          );
        }
      },
    },
  };
}

function spreads(context: ValidationContext): ASTVisitor {
  return {
    InlineFragment(node) {
      const type = node.typeCondition && context.getSchema().getType(node.typeCondition.name.value);
      return type === undefined || isCompositeType(type) ? undefined : false;
    },
  };
}

/** graphql-js' own rules where graphql-ruby says the same thing in other words that nothing here depends on. */
const STANDARD_RULES = [
  FragmentsOnCompositeTypesRule,
  KnownDirectivesRule,
  KnownFragmentNamesRule,
  KnownTypeNamesRule,
  LoneAnonymousOperationRule,
  NoFragmentCyclesRule,
  NoUnusedFragmentsRule,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  UniqueArgumentNamesRule,
  UniqueOperationNamesRule,
  UniqueVariableNamesRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
];

/** What is wrong with a document; an empty list when nothing is. */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  return validate(
    schema,
    document,
    [...STANDARD_RULES, spreads, fields, argumentsOf, inputObjects, literals, variables],
    {maxErrors: 100},
  );
}
