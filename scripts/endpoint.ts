/** `npm run -s endpoint`: the function that answers the custom Flow actions, on this machine. See docs/actions.md. */
import {ConfigError} from '../src/endpoint/index.ts';
import {startEndpoint} from './endpoint/server.ts';

try {
  const {port} = await startEndpoint(process.env, (line) => console.log(line));
  console.log(
    `Flow's actions are answered at http://localhost:${port}/actions. Shopify needs an https address in front of it.`,
  );
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exitCode = 2;
}
