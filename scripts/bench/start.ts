import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {median} from './measure.ts';

const ROUNDS = 3;
const PATIENCE = 60_000;

/** Milliseconds from calling `npm start` until the orders page answers. A free port and a database of its own. */
async function startOnce(database: string): Promise<number> {
  const root = join(import.meta.dirname, '..', '..');
  const started = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, PORT: '0', LAB_DATABASE: database},
  });
  const stop = new AbortController();
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      const listen = (chunk: Buffer): void => {
        said += chunk.toString();
        const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
        if (url !== undefined) resolve(url);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said.trim()}`)));
      const timer = setTimeout(
        () => reject(new Error(`npm start said no address within ${PATIENCE / 1000} s: ${said.trim()}`)),
        PATIENCE,
      );
      stop.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    const response = await fetch(address);
    if (!response.ok) throw new Error(`The orders page answered ${response.status}.`);
    await response.text();
    return performance.now() - started;
  } finally {
    stop.abort();
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  }
}

/** The median of three, after one that warms up. */
export async function benchStart(): Promise<number> {
  const work = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    const database = join(work, 'lab.sqlite');
    await startOnce(database);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await startOnce(database));
    return median(times);
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
}
