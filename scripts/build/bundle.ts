/**
 * Bundles a UI extension with the options and the generated entry of Shopify's CLI (4.x,
 * `services/extensions/bundle.ts` and the `ui_extension` specification), so that what the lab and the
 * tests run is what `shopify app deploy` ships. The checks build with the CLI as well and compare.
 */
import {join} from 'node:path';
import {build, context, type BuildContext, type BuildOptions} from 'esbuild';
import type {UiExtension} from './extensions.ts';

/** One JavaScript file that Shopify loads. */
export interface BundlePlan {
  extension: UiExtension;
  /** Absolute path of the file written. */
  outfile: string;
  /** The generated entry, as the CLI would write it. */
  entry: string;
  /** The CLI writes a source map for the main bundle only. */
  sourceMap: boolean;
}

/** The bundles of an extension: the main one, and `<handle>-conditions.js` where a target has `should_render`. */
export function bundlesOf(extension: UiExtension): BundlePlan[] {
  const dist = join(extension.directory, 'dist');
  const main = extension.targets
    .map(({target, module}, index) => registration(target, module, `Target_${index}`))
    .join('\n');
  // The CLI keeps one conditions file per extension: the last target's wins. So does this.
  const conditional = extension.targets.findLast((target) => target.shouldRender !== undefined);
  const plans = [{extension, outfile: join(dist, `${extension.handle}.js`), entry: main, sourceMap: true}];
  if (conditional?.shouldRender !== undefined) {
    const target = conditional.target.replace(/\.render$/, '.should-render');
    plans.push({
      extension,
      outfile: join(dist, `${extension.handle}-conditions.js`),
      entry: registration(target, conditional.shouldRender, 'shouldRender'),
      sourceMap: false,
    });
  }
  return plans;
}

/** Name for name as the CLI writes it: esbuild's short names depend on the letters that it reads. */
function registration(target: string, module: string, name: string): string {
  return `import ${name} from '${module}';shopify.extend('${target}', (...args) => ${name}(...args));`;
}

function options({extension, outfile, entry, sourceMap}: BundlePlan): BuildOptions {
  return {
    outfile,
    stdin: {contents: entry, resolveDir: extension.directory, loader: 'tsx'},
    bundle: true,
    define: {'process.env.NODE_ENV': '"production"'},
    jsx: 'automatic',
    loader: {'.esnext': 'ts', '.js': 'jsx'},
    legalComments: 'none',
    minify: true,
    target: 'es6',
    resolveExtensions: ['.tsx', '.ts', '.js', '.json', '.esnext', '.mjs', '.ejs'],
    sourcemap: sourceMap,
    logLevel: 'silent',
  };
}

/** Writes one bundle. Throws esbuild's failure, whose message names file and line. */
export async function writeBundle(plan: BundlePlan): Promise<void> {
  await build(options(plan));
}

/** Rebuilds a bundle whenever one of its files changes, until the context is disposed of. */
export async function watchBundle(
  plan: BundlePlan,
  onRebuilt: (plan: BundlePlan, errors: string[]) => void,
): Promise<BuildContext> {
  const watching = await context({
    ...options(plan),
    plugins: [
      {
        name: 'report',
        setup(building) {
          building.onEnd((result) =>
            onRebuilt(
              plan,
              result.errors.map(({location, text}) => (location ? `${location.file}:${location.line}: ${text}` : text)),
            ),
          );
        },
      },
    ],
  });
  await watching.watch();
  return watching;
}
