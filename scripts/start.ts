/** `npm start`: builds the extensions, starts the lab, prints the address. PORT chooses the port, LAB_DATABASE the file. */
import {mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import {startLab, type RunningLab} from '../lab/index.ts';
import {buildAssets} from '../lab/pages/server/assets.ts';
import {buildExtensions, describeBundle} from './build/index.ts';

const DEFAULT_PORT = 4500;
const DEFAULT_DATABASE = '.cache/lab.sqlite';

const started = performance.now();
const port = readPort(process.env['PORT']);
const database = process.env['LAB_DATABASE'] ?? DEFAULT_DATABASE;
if (database !== ':memory:') mkdirSync(dirname(database), {recursive: true});

const [bundles, assets] = await Promise.all([buildExtensions(), buildAssets()]).catch((error: unknown) =>
  stop(error instanceof Error ? error.message : String(error)),
);
for (const bundle of bundles) console.log(describeBundle(bundle));

const lab = await startLab({port, database, assets}).catch((error: unknown) => stop(reason(error, port)));
console.log(`\n  The lab is open: ${lab.url}\n  A make-believe shop on this machine. Ctrl+C ends it.\n`);
console.log(`  (${Math.round(performance.now() - started)} ms)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(lab));

async function end(running: RunningLab): Promise<void> {
  await running.close();
  process.exit(0);
}

/** Throws nothing: a port that makes no sense ends the program with a line that says so. */
function readPort(given: string | undefined): number {
  if (given === undefined || given === '') return DEFAULT_PORT;
  const number = Number(given);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  return stop(`PORT is "${given}"; give a whole number from 0 to 65535, or leave it out for ${DEFAULT_PORT}.`);
}

function reason(error: unknown, taken: number): string {
  const {code} = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `Port ${taken} is taken, perhaps by a lab that still runs. End that one, or choose another: PORT=${taken + 1} npm start`;
  }
  return error instanceof Error ? error.message : String(error);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
