/** One run of a workflow: from step to step, with every attempt on record. */
import type {Lab} from '../../admin-api/index.ts';
import {ITEM_LIMIT, retryDelay, SECTION_MILLISECONDS} from '../assumptions.ts';
import {pathOf, read} from '../conditions/index.ts';
import {type FlowApi, Transient} from '../environment/api.ts';
import {type Demand, merge, want} from '../environment/demand.ts';
import {type Bound, resolve} from '../environment/index.ts';
import type {Seen} from '../environment/selection.ts';
import type {FlowLiquid} from '../liquid/index.ts';
import {FlowProblem, saidOf, Spoken} from '../problem.ts';
import {say, sentenceOf} from '../said.ts';
import {Later} from '../steps/app-action.ts';
import {EXECUTE} from '../steps/index.ts';
import type {ActionEndpoint, Posted, StepContext, StepResult} from '../steps/step.ts';
import type {Attempt, FlowSwitches, Port, RunDetails, Said} from '../types.ts';
import {readLater, type Step, type Workflow} from '../workflows/workflow.ts';
import {SWITCHED_OFF} from './ended.ts';
import {faultOf} from './faults.ts';
import {itemKind, itemsOf} from './items.ts';
import {begun, failed, finish, type MutableRun, type MutableStep, StepFailed, tell} from './record.ts';
import type {Turns} from './scheduler.ts';

export interface RunHost {
  readonly lab: Lab;
  readonly api: FlowApi;
  readonly liquid: FlowLiquid;
  readonly switches: () => FlowSwitches;
  readonly listLimit: number;
  readonly actions: () => Readonly<Record<string, ActionEndpoint>>;
  readonly save: (run: RunDetails) => void;
  readonly post: (runId: string, entry: Posted) => void;
}

/** The workflow was switched off or deleted while the run waited. */
class Cancelled extends Spoken {
  override readonly name = 'Cancelled';
}

interface Scope {
  readonly bindings: Record<string, Bound>;
  readonly item: number | null;
}

export class Execution {
  cancelled = false;
  private readonly host: RunHost;
  private readonly workflow: Workflow;
  private readonly run: MutableRun;
  private readonly turns: Turns;
  private sectionBegan: number;

  constructor(host: RunHost, workflow: Workflow, run: MutableRun, turns: Turns) {
    this.host = host;
    this.workflow = workflow;
    this.run = run;
    this.turns = turns;
    this.sectionBegan = this.now();
  }

  /** Never rejects: what goes wrong stands in the run. */
  async go(bindings: Record<string, Bound>): Promise<void> {
    const {run} = this;
    try {
      await this.section(this.workflow.first, {bindings, item: null});
      run.state = 'completed';
    } catch (error) {
      run.state = error instanceof Cancelled ? 'cancelled' : 'failed';
      run.errorSaid = saidOf(error);
      run.error = sentenceOf(run.errorSaid);
      for (const step of run.steps) {
        if (['running', 'waiting', 'retrying'].includes(step.state)) {
          step.state = run.state;
          step.endedAt = this.iso();
          if (step.did === '')
            tell(step, run.state === 'failed' ? say`Ended with the step that failed.` : run.errorSaid);
        }
      }
    }
    run.until = null;
    run.endedAt = this.iso();
    this.host.save(run);
  }

  /** Everything that these steps lead to, each step after all that can lead to it. */
  private async section(first: readonly string[], scope: Scope): Promise<void> {
    const reached = new Set(first);
    for (const step of this.workflow.steps) {
      if (!reached.has(step.id)) continue;
      const port = step.task.task === 'forEach' ? await this.loop(step, scope) : await this.step(step, scope);
      for (const target of step.targets[port] ?? []) reached.add(target);
    }
  }

  private async step(step: Step, scope: Scope): Promise<Port> {
    const task = step.task.task;
    if (task === 'forEach' || task === 'trigger') throw new Error(`${task} is no single step`);
    const record = this.begin(step, scope.item);
    const result = await this.attempts(step, scope, record, step.reads, EXECUTE[task]);
    if (step.variable !== null && result.output) scope.bindings[step.variable] = result.output;
    if (result.wait !== undefined) await this.wait(record, result.wait, scope);
    this.done(record, result);
    return result.port;
  }

  private async loop(step: Step, scope: Scope): Promise<Port> {
    const variable = step.variable ?? '';
    const path = pathOf(step.fields['listpath'] ?? '') ?? [];
    const source = scope.bindings[path[0] ?? ''];
    const record = this.begin(step, null);
    const kind = source ? itemKind(this.seen(), source, path) : null;
    const demand: Demand = {};
    merge(demand, step.reads);
    if (kind) merge(want(demand, path), kind.again ? {id: {}} : readLater(this.workflow, variable));
    let items: readonly Bound[] = [];
    const result = await this.attempts(step, scope, record, demand, (context) => {
      items = itemsOf(source, path, read(path, context.values), kind?.again ? kind.type : null);
      context.input = {listpath: step.fields['listpath'], items: items.length};
      if (items.length > ITEM_LIMIT) {
        throw new FlowProblem(say`The list has ${items.length} items; For each takes at most ${ITEM_LIMIT}.`);
      }
      return Promise.resolve({
        port: 'after',
        did: items.length === 1 ? say`Went through 1 item.` : say`Went through ${items.length} items.`,
      });
    });
    for (const [index, bound] of items.entries()) {
      await this.section(step.targets.loop_body ?? [], {bindings: {...scope.bindings, [variable]: bound}, item: index});
    }
    this.done(record, result);
    return 'after';
  }

  /** Tries until it is done, or has failed for good. */
  private async attempts(
    step: Step,
    scope: Scope,
    record: MutableStep,
    demand: Demand,
    execute: (context: StepContext) => Promise<StepResult>,
  ): Promise<StepResult> {
    const remembered: Remembered = {values: null, texts: new Map()};
    for (let count = 0; ; count += 1) {
      await this.turns.pause();
      this.check();
      const context = this.context(step, scope, remembered);
      const note = (outcome: Attempt['outcome'], output: unknown, why: Said | null, at: string): void => {
        const {input = null, logs} = context;
        const error = why && sentenceOf(why);
        record.attempts.push({at, outcome, input, output: output ?? null, logs, error, errorSaid: why});
        this.host.save(this.run);
      };
      const at = this.iso();
      const fault = faultOf(this.host.switches().stepFaults, step, count);
      try {
        const values = remembered.values ?? (await resolve(this.host.api, context.seen, scope.bindings, demand));
        if (this.host.switches().retryReads === 'once') remembered.values = values;
        Object.assign(context, {values});
        // Between what a step reads and what it does, others may act.
        await this.turns.pause();
        this.check();
        if (fault === 'failsBefore') throw new Transient(say`Flow could not reach Shopify (provoked).`);
        const result = await execute(context);
        const output = result.shown ?? (result.output?.is === 'value' ? result.output.value : null);
        if (fault === 'lostAnswer') {
          note('lost', output, say`It was carried out, but Flow did not hear so (provoked).`, at);
          await this.retry(record, retryDelay(count), say`Flow did not hear the answer (provoked).`, step);
          continue;
        }
        note('done', output, null, at);
        return result;
      } catch (error) {
        if (error instanceof Cancelled || error instanceof StepFailed) throw error;
        if (!(error instanceof Transient) && !(error instanceof FlowProblem)) throw error;
        const why = error.said;
        if (error instanceof FlowProblem) {
          note('failed', null, why, at);
          throw failed(step, record, why, this.iso());
        }
        note('transient', null, why, at);
        const own = error instanceof Later ? error.milliseconds : null;
        await this.retry(record, own ?? retryDelay(count), why, step);
      }
    }
  }

  private async retry(record: MutableStep, delay: number, why: Said, step: Step): Promise<void> {
    const until = this.now() + delay;
    if (until > this.sectionBegan + SECTION_MILLISECONDS) {
      throw failed(step, record, say`Flow gave up after 36 hours: ${why}`, this.iso());
    }
    await this.sleep(record, 'retrying', until);
  }

  private async wait(record: MutableStep, milliseconds: number, scope: Scope): Promise<void> {
    await this.sleep(record, 'waiting', this.now() + milliseconds);
    this.sectionBegan = this.now();
    for (const step of this.workflow.steps) {
      if (step.task.forgets && step.variable !== null) delete scope.bindings[step.variable];
    }
  }

  private async sleep(record: MutableStep, state: 'waiting' | 'retrying', until: number): Promise<void> {
    record.state = state;
    this.run.state = state;
    this.run.until = isoOf(until);
    this.host.save(this.run);
    await this.turns.sleepUntil(until);
    this.check();
    record.state = 'running';
    this.run.state = 'running';
    this.run.until = null;
  }

  private check(): void {
    if (this.cancelled) throw new Cancelled(SWITCHED_OFF);
  }

  private begin(step: Step, item: number | null): MutableStep {
    const record = begun(step, item, this.iso());
    this.run.steps.push(record);
    return record;
  }

  private done(record: MutableStep, result: StepResult): void {
    finish(record, result, this.iso());
    this.host.save(this.run);
  }

  private context(step: Step, scope: Scope, remembered: Remembered): StepContext {
    const {host} = this;
    const switches = host.switches();
    const context: StepContext = {
      lab: host.lab,
      api: host.api,
      seen: this.seen(),
      switches,
      workflow: this.workflow,
      step,
      values: {},
      bindings: scope.bindings,
      executionId: `${this.run.id}/${step.id}/${scope.item ?? ''}`,
      render: (text) => {
        const known = remembered.texts.get(text);
        if (known !== undefined) return known;
        const filled = host.liquid.render(text, context.values);
        if (switches.retryReads === 'once') remembered.texts.set(text, filled);
        return filled;
      },
      post: (entry) => host.post(this.run.id, entry),
      actions: host.actions(),
      input: undefined,
      logs: [],
    };
    return context;
  }

  private seen(): Seen {
    return {
      schema: this.host.api.schema,
      patched: this.workflow.file.patchedFields,
      money: this.host.switches().money,
      listLimit: this.host.listLimit,
    };
  }

  private now(): number {
    return this.host.lab.clock.now().getTime();
  }

  private iso(): string {
    return isoOf(this.now());
  }
}

/** What an attempt keeps for the next one, where a retry doesn't read again. */
interface Remembered {
  values: Readonly<Record<string, unknown>> | null;
  readonly texts: Map<string, string>;
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
