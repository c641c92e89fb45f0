/** `npm run -s proof -- faults|race|model [--runs N] [--seed N]`: one line of figures that ends in `ok` or `FAILED`. */
import {parseArgs} from 'node:util';
import {proveFaults} from '../tests/proof/faults.ts';
import {proveModel} from '../tests/proof/model.ts';
import {proveRaces} from '../tests/proof/race.ts';
import {lineOf} from '../tests/proof/report.ts';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {runs: {type: 'string', default: '10000'}, seed: {type: 'string', default: '1'}},
});

const proofs: Readonly<Record<string, () => ReturnType<typeof proveFaults>>> = {
  faults: () => proveFaults(),
  race: () => proveRaces(),
  model: () => proveModel(Number(values.runs), Number(values.seed)),
};

const [name = ''] = positionals;
const prove = proofs[name];
if (prove) {
  const report = await prove();
  for (const failure of report.failures.slice(0, 20)) process.stderr.write(`${failure}\n`);
  process.stdout.write(`${lineOf(report)}\n`);
  process.exitCode = report.failures.length === 0 ? 0 : 1;
} else {
  process.stderr.write(`proof: "${name}" is no proof. Name one of ${Object.keys(proofs).join(', ')}.\n`);
  process.exitCode = 2;
}
