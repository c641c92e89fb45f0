/** Bundles the pages' own code in memory: the client, the extensions' worker, the stylesheet. */
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build, type BuildOptions} from 'esbuild';

export interface Asset {
  type: string;
  body: string;
}

export type Assets = ReadonlyMap<string, Asset>;

const JAVASCRIPT = 'text/javascript; charset=utf-8';

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const result = await build({
    entryPoints: [path(entry)],
    bundle: true,
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    ...options,
  });
  return result.outputFiles?.[0]?.text ?? '';
}

/** By path. Takes some 100 ms. Throws esbuild's failure, whose message names file and line. */
export async function buildAssets(): Promise<Assets> {
  const [page, worker, ...styles] = await Promise.all([
    bundle('../client/main.tsx', {format: 'esm'}),
    bundle('../../host/worker/index.ts', {format: 'iife'}),
    readFile(path('../style.css'), 'utf8'),
    readFile(path('../flow.css'), 'utf8'),
  ]);
  return new Map([
    ['/lab/assets/page.js', {type: JAVASCRIPT, body: page}],
    ['/lab/assets/worker.js', {type: JAVASCRIPT, body: worker}],
    ['/lab/assets/style.css', {type: 'text/css; charset=utf-8', body: styles.join('\n')}],
  ]);
}

/** The one HTML page; what it shows follows from the address. */
export const SHELL: Asset = {
  type: 'text/html; charset=utf-8',
  body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refund Recipes · local lab</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23a6431a'/%3E%3Cpath d='M5 3h6M6.5 3v4L3.5 13h9L9.5 7V3' fill='none' stroke='%23fff' stroke-width='1.4'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/lab/assets/style.css">
<script type="module" src="/lab/assets/page.js"></script>
</head>
<body><div id="lab"></div></body>
</html>
`,
};
