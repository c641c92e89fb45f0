/**
 * Says what is wrong with a document as Shopify's server (graphql-ruby) says it: message, path from the operation down,
 * and a code. Recorded: undefinedField and argumentNotAccepted; the others follow graphql-ruby's published words.
 */
import {
  type ArgumentNode,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isRequiredArgument,
  isUnionType,
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
  validate,
  type ValidationContext,
  VariablesInAllowedPositionRule,
  FragmentsOnCompositeTypesRule,
  VariablesAreInputTypesRule,
  KnownDirectivesRule,
} from 'graphql';
import {type Ancestors, pathTo, report} from './validate-report.ts';
import {inputObjects, literals} from './validate-values.ts';

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
