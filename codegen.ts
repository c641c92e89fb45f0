/** `npm run -s codegen`: types for every operation in graphql/operations, offline, from the pinned schema slice. */
import {ApiType, preset} from '@shopify/api-codegen-preset';
import type {CodegenConfig} from '@graphql-codegen/cli';
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

const config: CodegenConfig = {
  schema: `graphql/schema/${versions.extensions}.graphql`,
  documents: 'graphql/operations/*.graphql',
  generates: {
    'graphql/generated/admin.types.d.ts': {
      plugins: ['typescript'],
      config: {enumsAsTypes: true, defaultScalarType: 'unknown', scalars, onlyOperationTypes: true},
    },
    'graphql/generated/admin.generated.d.ts': {
      preset,
      presetConfig: {apiType: ApiType.Admin, importTypes: {namespace: 'AdminTypes', from: './admin.types.d.ts'}},
    },
    'graphql/generated/operations.ts': {
      plugins: ['./scripts/schema/typed-operations.cjs'],
    },
  },
};

export default config;
