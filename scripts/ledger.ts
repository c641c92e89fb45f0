/** `npm run -s ledger -- list|show|resume|decide|paid|…`: what the orders' claims say, and what a person does about it. */
import {run} from './ledger/run.ts';

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const {text, failed} = await run(process.argv.slice(2), process.env);
(failed ? process.stderr : process.stdout).write(`${text}\n`);
process.exitCode = failed ? 2 : 0;
