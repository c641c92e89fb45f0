/** `npm run -s flow -- build|check|run|explain|learn`: workflows as code, and any `.flow` file. */
import {InputError} from '../src/core/index.ts';

/** A command: its help text, and what it does. It may set `process.exitCode`; what can't be used is thrown as an InputError. */
interface Command {
  readonly help: string;
  run(args: readonly string[]): void | Promise<void>;
}

const COMMANDS: Readonly<Record<string, string>> = {
  build: 'writes the ready workflows as extensions and .flow files',
  check: 'checks any .flow file, ours or another',
  run: 'executes a .flow file in the lab',
  explain: 'prints any .flow file in plain words',
  learn: 'reads the ids of our own triggers from an export',
};

const HELP = `npm run -s flow -- COMMAND [OPTIONS]

${Object.entries(COMMANDS)
  .map(([name, about]) => `  ${name.padEnd(9)}${about}`)
  .join('\n')}

npm run -s flow -- COMMAND --help says more.`;

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const [name = '--help', ...args] = process.argv.slice(2);
try {
  if (name === '--help' || name === '-h') console.log(HELP);
  else {
    if (!Object.hasOwn(COMMANDS, name)) {
      throw new InputError('command', name, `Use one of: ${Object.keys(COMMANDS).join(', ')}.`);
    }
    // Only the one that is asked for: the lab and the schema take their time to load.
    const command = (await import(`./flow/${name}.ts`)) as Command;
    if (args.includes('--help') || args.includes('-h')) console.log(command.help);
    else await command.run(args);
  }
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message.replace(/\s*\n\s*/g, ' '));
  process.exitCode = 2;
}
