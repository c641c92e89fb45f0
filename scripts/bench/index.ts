/** `npm run -s bench [-- --json]`: every figure that the README quotes, measured now, on this machine. */
import {relative} from 'node:path';
import {buildExtensions} from '../build/index.ts';
import {benchAllocation} from './allocation.ts';
import {benchPlanner} from './planner.ts';
import {aimsOf, printed, type Report} from './report.ts';
import {benchRequests} from './requests.ts';
import {benchRunCode} from './run-code.ts';
import {benchStart} from './start.ts';

const SIZES = [5, 25, 250, 2500];

const bundles = await buildExtensions();
const report: Report = {
  node: process.versions.node,
  planner: benchPlanner(SIZES),
  allocation: SIZES.map(benchAllocation),
  bundles: bundles.map(({file, rawBytes, compressedBytes}) => ({
    file: relative(process.cwd(), file),
    rawBytes,
    compressedBytes,
  })),
  requests: await benchRequests(),
  runCode: await benchRunCode([1, 100]),
  startMilliseconds: await benchStart(),
};
console.log(
  process.argv.includes('--json') ? JSON.stringify({...report, aims: aimsOf(report)}, null, 2) : printed(report),
);
