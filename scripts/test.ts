/**
 * `npm test`: builds the extensions, then runs every suite. The browser suite needs Chromium: without one it is left out and
 * said so in one line, which under CI=true is a failure. The last line is `N passed, N failed`, over all suites.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buildExtensions, describeBundle} from './build/index.ts';
import {findChromium} from './chromium.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const isCi = process.env['CI'] === 'true';
const filters = process.argv.slice(2);

/** Runs the named suites. A run that breaks before it can count (a file that doesn't load) counts as one failure. */
function run(projects: readonly string[], environment: Record<string, string> = {}): Counts {
  const work = mkdtempSync(join(tmpdir(), 'test-report-'));
  const report = join(work, 'report.json');
  try {
    const {status} = spawnSync(
      process.execPath,
      [
        vitest,
        'run',
        ...filters,
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        '--passWithNoTests',
      ],
      {cwd: root, stdio: 'inherit', env: {...process.env, ...environment}},
    );
    const {numPassedTests, numFailedTests, numPendingTests, numTodoTests} = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number>;
    const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
    return {passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests};
  } catch (error) {
    console.error(`The tests of ${projects.join(', ')} ended without a report: ${String(error)}`);
    return {passed: 0, failed: 1, skipped: 0};
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
}

for (const bundle of await buildExtensions()) console.log(describeBundle(bundle));

const results = [run(['unit', 'ui', 'lab', 'tests'])];
const chromium = findChromium();
if (chromium !== null) {
  results.push(run(['e2e'], {CHROMIUM: chromium}));
} else {
  console.log(
    'Left out: the browser tests (tests/e2e), because no Chromium was found. Install one or set CHROMIUM to its path.',
  );
  if (isCi) results.push({passed: 0, failed: 1, skipped: 0});
}

const total = results.reduce((sum, counts) => ({
  passed: sum.passed + counts.passed,
  failed: sum.failed + counts.failed,
  skipped: sum.skipped + counts.skipped,
}));
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
