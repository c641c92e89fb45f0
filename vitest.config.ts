import {defineConfig, type UserWorkspaceConfig} from 'vitest/config';

/** Extension code is JSX for Preact; Shopify's tester imports `.tsx` files at run time, so Vite has to transform it too. */
const shared: UserWorkspaceConfig = {
  oxc: {jsx: {runtime: 'automatic', importSource: 'preact'}},
  resolve: {dedupe: ['preact']},
};

const inline = [/@shopify\/ui-extensions-tester/];

/** One project per suite: `vitest run --project core`, or `vitest run src/core/money` for a folder. */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'graphql/**/*.test.ts'],
          environment: 'node',
          testTimeout: 10_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'ui',
          include: ['src/**/*.test.tsx', 'extensions/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: 20_000,
          server: {deps: {inline}},
        },
      },
      {
        ...shared,
        test: {
          name: 'lab',
          include: ['lab/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'tests',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          server: {deps: {inline}},
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
