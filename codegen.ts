/** `npm run -s codegen`: types for every operation in graphql/operations, offline, from the pinned schema slice. */
import versions from './graphql/versions.json' with {type: 'json'};

const scalars = {
  DateTime: 'string',
  Date: 'string',
  Decimal: 'string',
  JSON: 'unknown',
  Money: 'string',
  UnsignedInt64: 'string',
  URL: 'string',
};

/** A preset by name is valid, though `CodegenConfig` only knows the names of graphql-codegen's own. */
const config = {
  schema: `graphql/schema/${versions.extensions}.graphql`,
  documents: 'graphql/operations/*.graphql',
  generates: {
    'graphql/generated/admin.types.d.ts': {
      plugins: ['typescript'],
      config: {enumsAsTypes: true, defaultScalarType: 'unknown', scalars, onlyOperationTypes: true},
    },
    'graphql/generated/admin.generated.d.ts': {
      preset: '@shopify/api-codegen-preset',
      presetConfig: {apiType: 'Admin', importTypes: {namespace: 'AdminTypes', from: './admin.types.d.ts'}},
    },
    'graphql/generated/operations.ts': {
      plugins: ['./scripts/schema/typed-operations.cjs'],
    },
  },
};

export default config;
