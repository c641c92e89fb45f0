/** The thread in which scripts run: one after the other, as `run.ts` sends them. */
import {parentPort} from 'node:worker_threads';
import {evaluate, warmUp} from './engine.ts';
import type {Job} from './types.ts';

const port = parentPort;
if (!port) throw new Error('worker.ts is a thread of run.ts');
port.on('message', (job: Job) => void evaluate(job).then((answer) => port.postMessage(answer)));
await warmUp();
port.postMessage('ready');
