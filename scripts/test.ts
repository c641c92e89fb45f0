/**
 * `npm test`: builds the extensions, then runs every suite. The browser suite needs Chromium: without one it is left out and
 * said so in one line, which under CI=true is a failure. The last line is `N passed, N failed`, over all suites.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {buildExtensions, describeBundle} from './build/index.ts';
import {findChromium} from './chromium.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, a line each: the output above is long, and of a log often only the end is kept. */
  failures: readonly string[];
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly {
    name: string;
    status: string;
    message: string;
    assertionResults: readonly {
      fullName: string;
      status: string;
      duration?: number;
      failureMessages: readonly string[];
    }[];
  }[];
}

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const isCi = process.env['CI'] === 'true';
const filters = process.argv.slice(2);

/** The failed tests of one file, or the file itself where it broke outside a test. */
function describeFailures({name, status, message, assertionResults}: Report['testResults'][number]): string[] {
  const path = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${path}: ${message}`] : [];
  return failed.map(({fullName, duration = 0, failureMessages}) => {
    const seconds = (duration / 1000).toFixed(1);
    return `${path} > ${fullName} (${seconds} s)\n  ${failureMessages.join('\n').split('\n').slice(0, 12).join('\n  ')}`;
  });
}

/** Runs the named suites. A run that breaks before it can count (a file that doesn't load) counts as one failure. */
function run(projects: readonly string[], environment: Record<string, string> = {}): Counts {
  const work = mkdtempSync(join(tmpdir(), 'test-report-'));
  const file = join(work, 'report.json');
  try {
    const {status} = spawnSync(
      process.execPath,
      [
        vitest,
        'run',
        ...filters,
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=default',
        `--reporter=${join(import.meta.dirname, 'second-try.ts')}`,
        '--reporter=json',
        `--outputFile.json=${file}`,
        '--passWithNoTests',
      ],
      {cwd: root, stdio: 'inherit', env: {...process.env, ...environment}},
    );
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const failures = report.testResults.flatMap(describeFailures);
    if (report.numFailedTests === 0 && status !== 0 && failures.length === 0)
      failures.push(`vitest ended with ${String(status)}; see its output above`);
    return {
      passed: report.numPassedTests,
      failed: Math.max(report.numFailedTests, failures.length),
      skipped: report.numPendingTests + report.numTodoTests,
      failures,
    };
  } catch (error) {
    const failure = `The tests of ${projects.join(', ')} ended without a report: ${String(error)}`;
    return {passed: 0, failed: 1, skipped: 0, failures: [failure]};
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
  if (isCi) results.push({passed: 0, failed: 1, skipped: 0, failures: ['the browser tests: no Chromium was found']});
}

const total = results.reduce((sum, counts) => ({
  passed: sum.passed + counts.passed,
  failed: sum.failed + counts.failed,
  skipped: sum.skipped + counts.skipped,
  failures: [...sum.failures, ...counts.failures],
}));
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
for (const failure of total.failures) console.log(`FAILED: ${failure}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
