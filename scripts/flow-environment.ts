/**
 * `npm run -s flow-environment [-- --check]`: writes the types of a workflow's environment (src/flow/environment/environment.types.ts)
 * from the slice of Flow's API version. With --check it writes nothing and fails where the file isn't what it would write.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {environmentTypescript} from '../src/flow/environment/typescript.ts';

const FILE = join(import.meta.dirname, '..', 'src', 'flow', 'environment', 'environment.types.ts');
const config = await resolveConfig(FILE);
const text = await format(environmentTypescript(), {...config, parser: 'typescript'});
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write(
    'src/flow/environment/environment.types.ts: is not what its generator writes now. Run npm run -s flow-environment and commit the result.\n',
  );
  process.exitCode = 1;
}
