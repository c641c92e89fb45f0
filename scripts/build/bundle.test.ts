import {describe, expect, it} from 'vitest';
import {bundlesOf} from './bundle.ts';
import type {UiExtension} from './extensions.ts';

const extension: UiExtension = {
  directory: '/app/extensions/order-refund',
  handle: 'order-refund',
  name: 't:name',
  apiVersion: '2026-07',
  targets: [
    {
      target: 'admin.order-details.action.render',
      module: './src/index.tsx',
      shouldRender: './src/should-render.ts',
    },
  ],
};

describe('bundlesOf', () => {
  it('registers the target as the CLI does, and its condition in a bundle of its own', () => {
    const [main, conditions] = bundlesOf(extension);
    expect(main?.outfile).toBe('/app/extensions/order-refund/dist/order-refund.js');
    expect(main?.entry).toBe(
      "import Target_0 from './src/index.tsx';shopify.extend('admin.order-details.action.render', (...args) => Target_0(...args));",
    );
    expect(conditions?.outfile).toBe('/app/extensions/order-refund/dist/order-refund-conditions.js');
    expect(conditions?.entry).toContain("shopify.extend('admin.order-details.action.should-render', ");
  });

  it('makes one bundle where nothing is conditional', () => {
    const targets = [{target: 'admin.app.home.render', module: './src/index.tsx'}];
    expect(bundlesOf({...extension, targets}).map(({outfile}) => outfile)).toEqual([
      '/app/extensions/order-refund/dist/order-refund.js',
    ]);
  });
});
