/** The lab's Flow: workflows that the shop's events start, with runs that can be looked at. See lab/README.md. */
import {setImmediate} from 'node:timers/promises';
import type {Lab} from '../admin-api/index.ts';
import {handleOf} from './assumptions.ts';
import {newEvents} from './events/observe.ts';
import {dueOf} from './events/due.ts';
import {createGround} from './ground.ts';
import type {FlowOptions, LabFlow} from './lab-flow.ts';
import {FlowProblem} from './problem.ts';
import {bind, checkPayload, orderId, subjectOf} from './runs/bind.ts';
import {ended, SWITCHED_OFF} from './runs/ended.ts';
import type {MutableRun} from './runs/record.ts';
import {Execution} from './runs/run.ts';
import {createScheduler} from './runs/scheduler.ts';
import {say} from './said.ts';
import {
  deleteWorkflow,
  migrateFlow,
  outboxRows,
  readMeta,
  readSwitches,
  runRow,
  runRows,
  saveRun,
  saveWorkflow,
  unfinishedRuns,
  type WorkflowRow,
  workflowRow,
  workflowRows,
  writeMeta,
} from './store.ts';
import type {FlowEvent, FlowSwitches, RunDetails, WorkflowSummary} from './types.ts';
import {detailsOf, summaryOf, withoutSteps} from './view.ts';
import {withConstants} from './workflows/constants.ts';
import {changeText, loadReady, newId, type Unreadable} from './workflows/ready.ts';
import type {Workflow} from './workflows/workflow.ts';

/** A run that failed starts these; their own failures start nothing. What such an event tells is assumed. */
const FAILED = 'workflow_error_occurred';

/** More rounds than this mean that workflows start each other without end. */
const MOST_ROUNDS = 1000;

export function createFlow(lab: Lab, options: FlowOptions = {}): LabFlow {
  const {store, clock} = lab;
  migrateFlow(store);
  const now = (): number => clock.now().getTime();
  const switches = (): FlowSwitches => readSwitches(store);
  const scheduler = createScheduler(now, () => {
    const {delivery, seed} = switches();
    return {takeTurns: delivery === 'twiceInterleaved', seed};
  });
  const under = new Map<string, Execution>();
  const parsed = new Map<string, {readonly text: string; readonly workflow: Workflow}>();
  let unreadable: Unreadable[] = [];
  let ticking: Promise<void> = Promise.resolve();
  const {host, parse} = createGround(lab, options);

  const workflowOf = (row: WorkflowRow): Workflow => {
    const known = parsed.get(row.id);
    if (known?.text === row.text) return known.workflow;
    const workflow = parse(row.text);
    parsed.set(row.id, {text: row.text, workflow});
    return workflow;
  };
  const rowOf = (id: string): WorkflowRow => {
    ensure();
    const row = workflowRow(store, id);
    if (!row) throw new FlowProblem(say`There is no workflow ${id}.`);
    return row;
  };
  const view = (row: WorkflowRow): WorkflowSummary =>
    summaryOf(row, workflowOf(row), runRows(store, row.id, 1)[0] ?? null);

  /** After a new start or a reset of the shop: the project's workflows, and no run that nobody carries on. */
  const ensure = (): void => {
    if (readMeta(store, 'open') === true) return;
    scheduler.clear();
    under.clear();
    if (options.ready !== false) unreadable = loadReady(store, parse);
    newEvents(store);
    writeMeta(store, 'open', true);
  };

  const newRun = (row: WorkflowRow, event: FlowEvent, subject: string | null): MutableRun => ({
    id: newId(store, 'FlowRun'),
    workflowId: row.id,
    workflowName: workflowOf(row).file.name,
    event,
    subject,
    state: 'running',
    startedAt: clock.now().toISOString(),
    endedAt: null,
    until: null,
    error: null,
    errorSaid: null,
    steps: [],
  });

  const launch = (row: WorkflowRow, event: FlowEvent): RunDetails[] => {
    const workflow = workflowOf(row);
    const bindings = bind(lab, workflow.trigger.task, event);
    const copies = switches().delivery === 'once' ? 1 : 2;
    return Array.from({length: copies}, () => {
      const run = newRun(row, event, subjectOf(lab, bindings));
      saveRun(store, run);
      scheduler.start(async (turns) => {
        const execution = new Execution(host, workflow, run, turns);
        under.set(run.id, execution);
        await execution.go({...bindings});
        under.delete(run.id);
        const isAlarm = workflow.trigger.event === FAILED;
        if (run.state === 'failed' && !isAlarm)
          dispatch({trigger: FAILED, payload: {workflowError: {message: run.error}}});
      });
      return run;
    });
  };

  const dispatch = (event: FlowEvent): RunDetails[] =>
    workflowRows(store)
      .filter((row) => row.is_on === 1 && workflowOf(row).trigger.event === handleOf(event.trigger))
      .flatMap((row) => {
        try {
          return launch(row, event);
        } catch (error) {
          if (!(error instanceof FlowProblem)) throw error;
          // What happened can't start this workflow, an order that is gone by now for example; the others go on.
          const run = ended(newRun(row, event, null), error.said, clock.now(), 'failed');
          saveRun(store, run);
          return [run];
        }
      });

  const schedules = (): void => {
    for (const row of workflowRows(store)) {
      if (row.is_on === 0 || row.due_at === null || row.due_at > now()) continue;
      const due = new Date(row.due_at).toISOString();
      saveWorkflow(store, {...row, due_at: dueOf(workflowOf(row), now())});
      launch(row, {trigger: 'scheduled_time', scheduledAt: due});
    }
  };

  /** One after the other: two ticks at once would look at the same events. */
  const tick = (): Promise<void> => {
    const done = ticking.then(async () => {
      ensure();
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const events = newEvents(store);
        for (const event of events) dispatch(event);
        schedules();
        const next = scheduler.next();
        if (events.length === 0 && (next === null || next > now())) return;
        await scheduler.drain();
      }
      throw new FlowProblem(say`Workflows start each other without end.`);
    });
    ticking = done.catch(() => undefined);
    return done;
  };

  const nextMoment = (): number | null => {
    const due = workflowRows(store).flatMap((row) => (row.is_on === 1 && row.due_at !== null ? [row.due_at] : []));
    const waiting = scheduler.next();
    const all = [...due, ...(waiting === null ? [] : [waiting])];
    return all.length === 0 ? null : Math.min(...all);
  };

  const moveTo = async (target: number): Promise<void> => {
    for (let next = nextMoment(); next !== null && next <= target; next = nextMoment()) {
      if (next > now()) clock.advance(next - now());
      await tick();
      // A long way may be full of runs: whoever asks meanwhile is answered.
      await setImmediate();
    }
    if (target > now()) clock.advance(target - now());
    await tick();
  };

  const cancel = async (workflowId: string): Promise<void> => {
    for (const run of unfinishedRuns(store)) {
      if (run.workflowId !== workflowId) continue;
      const execution = under.get(run.id);
      if (execution) execution.cancelled = true;
      saveRun(store, ended(run, SWITCHED_OFF, clock.now()));
    }
    await tick();
  };

  const flow: LabFlow = {
    workflows() {
      ensure();
      return workflowRows(store).map(view);
    },
    workflow(id) {
      const row = rowOf(id);
      return detailsOf(row, workflowOf(row), runRows(store, id, 50));
    },
    import(text, file = 'imported.flow') {
      ensure();
      parse(text);
      const row: WorkflowRow = {
        id: newId(store, 'FlowWorkflow'),
        text,
        source: 'imported',
        file,
        is_on: 0,
        imported_at: clock.iso(),
        due_at: null,
      };
      saveWorkflow(store, row);
      return view(row);
    },
    async setOn(id, on) {
      const row = rowOf(id);
      const workflow = workflowOf(row);
      const [problem] = workflow.problems;
      if (on && problem !== undefined)
        throw new FlowProblem(say`“${workflow.file.name}” can’t be switched on. ${problem}`);
      saveWorkflow(store, {...row, is_on: on ? 1 : 0, due_at: on ? dueOf(workflow, now()) : null});
      if (!on) await cancel(id);
      return view(rowOf(id));
    },
    setConstants(id, step, values) {
      const row = rowOf(id);
      const text = withConstants(row.text, step, values);
      parse(text);
      changeText(store, row, text);
      return flow.workflow(id);
    },
    async remove(id) {
      rowOf(id);
      deleteWorkflow(store, id);
      await cancel(id);
    },
    runs(workflowId) {
      ensure();
      return runRows(store, workflowId ?? null, 200).map(withoutSteps);
    },
    run(id) {
      const run = runRow(store, id);
      if (!run) throw new FlowProblem(say`There is no run ${id}.`);
      return run;
    },
    async start(id, given = {}) {
      await tick();
      const row = rowOf(id);
      const workflow = workflowOf(row);
      const [problem] = workflow.problems;
      if (problem !== undefined) throw new FlowProblem(say`“${workflow.file.name}” can’t be run. ${problem}`);
      const {task, event: trigger} = workflow.trigger;
      if (given.trigger !== undefined && handleOf(given.trigger) !== trigger) {
        throw new FlowProblem(say`“${workflow.file.name}” starts with ${trigger}, not with ${given.trigger}.`);
      }
      if (given.byHand && task.byHand === undefined) {
        throw new FlowProblem(
          say`“${workflow.file.name}” can’t be started by hand: only those that start with “Order created” can.`,
        );
      }
      checkPayload(lab, {...given, trigger});
      const order = given.order === undefined ? {} : {order: orderId(lab, given.order)};
      const runs = launch(row, {...given, ...order, trigger});
      await tick();
      return runs.map(({id: run}) => withoutSteps(flow.run(run)));
    },
    async tell(event) {
      checkPayload(lab, event);
      await tick();
      const runs = dispatch(event);
      await tick();
      return runs.map((run) => withoutSteps(flow.run(run.id)));
    },
    tick,
    settled: () => ticking,
    moveClock: (milliseconds) => moveTo(now() + milliseconds),
    async finish(milliseconds) {
      const last = now() + milliseconds;
      await tick();
      for (let next = scheduler.next(); next !== null && next <= last; next = scheduler.next()) await moveTo(next);
    },
    outbox: () => outboxRows(store),
    switches,
    setSwitches(changes) {
      writeMeta(store, 'switches', {...switches(), ...changes});
      return switches();
    },
    state() {
      ensure();
      const waiting = unfinishedRuns(store).flatMap(({id, until, workflowName, workflowId}) =>
        until === null ? [] : [{at: until, what: workflowName, runId: id, workflowId}],
      );
      const due = workflowRows(store).flatMap((row) =>
        row.is_on === 1 && row.due_at !== null
          ? [{at: new Date(row.due_at).toISOString(), what: workflowOf(row).file.name, runId: null, workflowId: row.id}]
          : [],
      );
      const upcoming = [...waiting, ...due].toSorted((a, b) => (a.at < b.at ? -1 : 1));
      return {now: clock.now().toISOString(), switches: switches(), upcoming, unreadable};
    },
  };

  // Nobody carries on what an earlier start of the lab left.
  for (const run of unfinishedRuns(store)) saveRun(store, ended(run, say`The lab was started again.`, clock.now()));
  writeMeta(store, 'open', false);
  return flow;
}
