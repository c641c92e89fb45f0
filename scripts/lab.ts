/**
 * `npm run -s lab -- reset|seed`: the local shop's data without its pages. `seed` fills a database that is new, `reset` puts
 * every order, payment and balance back. LAB_DATABASE is the file, or the address of a lab that runs (reset only).
 */
import {existsSync, mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import {openShop} from '../lab/index.ts';

const USAGE =
  'Write `npm run -s lab -- reset` or `npm run -s lab -- seed`; LAB_DATABASE names a file or a running lab.';

const [command = '', ...more] = process.argv.slice(2);
const place = process.env['LAB_DATABASE'] ?? '.cache/lab.sqlite';
const running = /^https?:/.test(place);

if (!['reset', 'seed'].includes(command) || more.length > 0) fail(`"${[command, ...more].join(' ')}": ${USAGE}`);
if (running && command === 'seed') fail(`LAB_DATABASE: ${place} runs and is seeded already. Write reset.`);
process.stdout.write(`${running ? await resetRunning(place) : onFile(place)}\n`);

async function resetRunning(address: string): Promise<string> {
  const answer = await fetch(new URL('/lab/api/reset', address), {method: 'POST'}).catch(() => null);
  if (!answer?.ok) return fail(`LAB_DATABASE: no lab answers at ${address}. Start one, or name a file.`);
  return `The shop at ${address} is as it was at the start.`;
}

function onFile(file: string): string {
  const had = existsSync(file);
  mkdirSync(dirname(file), {recursive: true});
  const lab = openShop({database: file});
  try {
    if (command === 'reset') lab.reset();
    const {orders} = lab.state()['orders'] as {readonly orders: readonly unknown[]};
    return `${file}: ${orders.length} orders${command === 'seed' && had ? ', seeded before' : ''}.`;
  } finally {
    lab.close();
  }
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
