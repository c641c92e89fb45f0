import {DECIMAL} from './check-fields.ts';
import {ABOUT} from './field-abouts.ts';
import {AMOUNT_TYPES, PART_KINDS, RECIPE_FIELDS} from './fields.ts';
import {nameOf, rulesInside, type FieldRule} from './field-rules.ts';

export type JsonSchema = {readonly [key: string]: unknown};

/** The JSON Schema (draft 2020-12) of a recipe, made from the same table that `checkRecipe` reads. */
export function recipeSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Refund recipe',
    description:
      "A merchant's named composition of a refund. Amounts and percentages are decimal numbers written as text.",
    ...objectSchema(''),
  };
}

function objectSchema(path: string): JsonSchema {
  const rules = rulesInside(RECIPE_FIELDS, path);
  const required = rules.filter((rule) => rule.required).map(nameOf);
  return {
    type: 'object',
    properties: Object.fromEntries(
      rules.map((rule) => [
        nameOf(rule),
        {
          description: ABOUT[rule.path],
          ...(rule.default === undefined ? {} : {default: rule.default}),
          ...valueSchema(rule),
        },
      ]),
    ),
    ...(required.length > 0 ? {required} : {}),
    additionalProperties: false,
    ...(path === 'parts[]' ? {allOf: PART_KINDS.map(partOfKind)} : {}),
  };
}

/** What only the kind of a part decides: which ways of being an amount it has, and which fields. */
function partOfKind(kind: (typeof PART_KINDS)[number]): JsonSchema {
  const foreign = RECIPE_FIELDS.filter((rule) => rule.kinds && !rule.kinds.includes(kind));
  return {
    anyOf: [
      {properties: {kind: {not: {const: kind}}}},
      {
        properties: {
          amount: {properties: {type: {enum: AMOUNT_TYPES[kind]}}},
          ...Object.fromEntries(foreign.map((rule) => [nameOf(rule), false])),
        },
      },
    ],
  };
}

function valueSchema(rule: FieldRule): JsonSchema {
  switch (rule.type) {
    case 'format':
      return {const: 1};
    case 'object':
    case 'map':
      return objectSchema(rule.path);
    case 'list':
      return {type: 'array', minItems: rule.min, maxItems: rule.max, ...entries(rule)};
    case 'boolean':
      return {type: 'boolean'};
    case 'integer':
      return {type: 'integer', minimum: rule.min, maximum: rule.max};
    case 'choice':
      return {enum: rule.values};
    case 'decimal':
      return {type: 'string', pattern: DECIMAL.source};
    case 'percent':
      return {type: 'string', pattern: '^(100(\\.0{1,6})?|\\d{1,2}(\\.\\d{1,6})?)$'};
    case 'text':
      return {
        type: 'string',
        minLength: 1,
        maxLength: rule.maxLength,
        ...(rule.pattern ? {pattern: rule.pattern} : {}),
      };
  }
}

function entries(rule: FieldRule): JsonSchema {
  const entry = RECIPE_FIELDS.find((candidate) => candidate.path === `${rule.path}[]`);
  return entry ? {items: valueSchema(entry), uniqueItems: true} : {items: objectSchema(`${rule.path}[]`)};
}
