/** `npm run -s codegen`: types for every operation in graphql/operations, offline, from the pinned schema slices. */
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

const ours = {schema: `graphql/schema/${versions.extensions}.graphql`, documents: 'graphql/operations/*.graphql'};
const flows = {schema: `graphql/schema/${versions.flow}.graphql`, documents: 'graphql/flow/*.graphql'};
const types = {
  plugins: ['typescript'],
  config: {enumsAsTypes: true, defaultScalarType: 'unknown', scalars, onlyOperationTypes: true},
};

/** A preset by name is valid, though `CodegenConfig` only knows the names of graphql-codegen's own. */
const config = {
  generates: {
    'graphql/generated/admin.types.d.ts': {...ours, ...types},
    'graphql/generated/admin.generated.d.ts': {
      ...ours,
      preset: '@shopify/api-codegen-preset',
      presetConfig: {apiType: 'Admin', importTypes: {namespace: 'AdminTypes', from: './admin.types.d.ts'}},
    },
    'graphql/generated/operations.ts': {
      ...ours,
      plugins: ['./scripts/schema/typed-operations.cjs'],
    },
    // What Flow's mutations take, in its own version: src/flow/builder.
    'graphql/generated/flow.types.d.ts': {...flows, ...types},
  },
};

export default config;
