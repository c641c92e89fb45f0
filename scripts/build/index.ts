/**
 * `npm run -s build [-- --watch]`: builds every UI extension into its `dist` folder.
 * Importable: `buildExtensions()` is what `npm start`, the tests and the benchmarks call.
 */
import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {BuildContext} from 'esbuild';
import {bundlesOf, watchBundle, writeBundle} from './bundle.ts';
import {findUiExtensions, type UiExtension} from './extensions.ts';
import {sizeOf, type BundleSize} from './sizes.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Where the extensions live unless a caller says otherwise. */
export const EXTENSIONS_ROOT = fileURLToPath(new URL('../../extensions', import.meta.url));

export interface BuiltBundle extends BundleSize {
  handle: string;
  file: string;
}

/**
 * Builds all UI extensions below `root` and tells their sizes. esbuild takes some tens of milliseconds for one,
 * so nothing is cached. Throws with esbuild's message, naming file and line, when one does not build.
 */
export async function buildExtensions(root: string = EXTENSIONS_ROOT): Promise<BuiltBundle[]> {
  const plans = findUiExtensions(root).flatMap(bundlesOf);
  await Promise.all(plans.map(writeBundle));
  return plans.map(({extension, outfile}) => ({handle: extension.handle, file: outfile, ...sizeOf(outfile)}));
}

/** Builds and goes on building at every change. Resolves once the first build is done. */
export async function watchExtensions(
  onRebuilt: (extension: UiExtension, file: string, errors: string[]) => void,
  root: string = EXTENSIONS_ROOT,
): Promise<BuildContext[]> {
  const plans = findUiExtensions(root).flatMap(bundlesOf);
  return Promise.all(
    plans.map((plan) => watchBundle(plan, ({extension, outfile}, errors) => onRebuilt(extension, outfile, errors))),
  );
}

/** One line a person reads: `extensions/order-refund/dist/order-refund.js   61.2 KB, 21.4 KB compressed`. */
export function describeBundle({file, rawBytes, compressedBytes}: BuiltBundle): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
  return `${relative(repository, file)}  ${kilobytes(rawBytes)}, ${kilobytes(compressedBytes)} compressed`;
}

if (import.meta.main) {
  if (process.argv.includes('--watch')) {
    await watchExtensions((extension, file, errors) => {
      if (errors.length > 0) console.error(`${extension.handle} does not build\n${errors.join('\n')}`);
      else console.log(describeBundle({handle: extension.handle, file, ...sizeOf(file)}));
    });
  } else {
    const built = await buildExtensions();
    console.log(built.length === 0 ? 'extensions/ holds no UI extension yet.' : built.map(describeBundle).join('\n'));
  }
}
