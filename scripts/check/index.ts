/** `npm run -s check`: what Shopify's own build lets through. Prints one line for each problem; exit code 1 if there is any. */
import {join} from 'node:path';
import {checkAppConfig} from './checks/app-config.ts';
import {checkAppConfigsAgree} from './checks/app-configs-agree.ts';
import {checkBundles} from './checks/bundles.ts';
import {checkCustomData} from './checks/custom-data.ts';
import {checkExtensionConfigs} from './checks/extension-config.ts';
import {checkGenerated} from './checks/generated.ts';
import {checkLocales} from './checks/locales.ts';
import {checkPrivateWords} from './checks/private-words.ts';
import {checkScopes} from './checks/scopes.ts';
import {type Check, problemLine} from './problem.ts';

const CHECKS: readonly (readonly [string, Check])[] = [
  ['app config', checkAppConfig],
  ['app configs agree', checkAppConfigsAgree],
  ['extension configs', checkExtensionConfigs],
  ['locales', checkLocales],
  ['custom data', checkCustomData],
  ['scopes', checkScopes],
  ['bundles', checkBundles],
  ['generated files', checkGenerated],
  ['private words', checkPrivateWords],
];

const root = join(import.meta.dirname, '..', '..');
const wanted = process.argv.slice(2).join(' ');
const chosen = wanted === '' ? CHECKS : CHECKS.filter(([name]) => name === wanted);
if (chosen.length === 0) {
  console.error(`check: "${wanted}" is not a check. Use one of: ${CHECKS.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}
let total = 0;
for (const [name, check] of chosen) {
  const problems = await check(root);
  total += problems.length;
  console.log(`${problems.length === 0 ? 'ok' : 'FAILED'}  ${name}`);
  for (const problem of problems) console.log(`    ${problemLine(problem)}`);
}
process.exitCode = total === 0 ? 0 : 1;
