import {defineConfig, type UserWorkspaceConfig} from 'vitest/config';

/** Extension code is JSX for Preact; Shopify's tester imports `.tsx` files at run time, so Vite has to transform it too. */
const shared: UserWorkspaceConfig = {
  oxc: {jsx: {runtime: 'automatic', importSource: 'preact'}},
  resolve: {dedupe: ['preact']},
};

const inline = [/@shopify\/ui-extensions-tester/];

/** How long a test may take, in milliseconds: none needs it, but a busy machine of two cores can stand still for seconds. */
const PATIENCE = 120_000;

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
          testTimeout: PATIENCE,
        },
      },
      {
        ...shared,
        test: {
          name: 'ui',
          include: ['src/**/*.test.tsx', 'extensions/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: PATIENCE,
          server: {deps: {inline}},
        },
      },
      {
        ...shared,
        test: {
          name: 'lab',
          include: ['lab/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: PATIENCE,
        },
      },
      {
        ...shared,
        test: {
          name: 'tests',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          environment: 'node',
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          server: {deps: {inline}},
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          fileParallelism: false,
          // A browser on a busy machine loses a race now and then; `scripts/second-try.ts` names each that needed it.
          retry: 1,
        },
      },
    ],
  },
});
