/** `npm run -s endpoint`: the function that answers the custom Flow actions, on this machine. See docs/actions.md. */
import {ConfigError} from '../src/endpoint/index.ts';
import {startEndpoint} from './endpoint/server.ts';

try {
  const {port, finish} = await startEndpoint(process.env, (line) => console.log(line));
  // A host that ends the function lets a refund come to its end. Asked twice, it ends at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void finish());
  console.log(
    `Flow's actions are answered at http://localhost:${port}/actions. Shopify needs an https address in front of it.`,
  );
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exitCode = 2;
}
