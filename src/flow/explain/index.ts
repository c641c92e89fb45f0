import {InputError} from '../../core/index.ts';
import {Report, shown} from '../check/finding.ts';
import {type Graph, readGraph} from '../check/graph.ts';
import {mayBeLonger} from '../check/limits.ts';
import {letterOf, movesMoney} from '../check/money.ts';
import {isFields, readWorkflow, type Step, type Workflow} from '../check/read.ts';
import {knownTask} from '../check/tasks.ts';
import {patchedTypeName} from '../environment/index.ts';
import {scheduleInWords} from './schedule.ts';
import {stepInWords} from './step-words.ts';
import {testInWords} from './test-words.ts';
import {EN} from './words-en.ts';
import {NL} from './words-nl.ts';
import type {Subject, Words} from './words.ts';

export type Language = 'en' | 'nl';

const LANGUAGES: Readonly<Record<Language, Words>> = {en: EN, nl: NL};

/** More than anybody would read. */
const MOST_STEPS = 500;

/** Started by a person too, on what they are about (facts §3). */
const BY_HAND: Readonly<Record<string, Subject>> = {
  'shopify::admin::customer_created': 'customer',
  'shopify::admin::draft_order_created': 'draftOrder',
  'shopify::admin::order_created': 'order',
  'shopify::admin::product_added': 'product',
};

/**
 * Any workflow in plain words, as a merchant would tell it: what starts it, its steps in their order with numbers, conditions, loops
 * indented, what is sent, and what each way ends in.
 * @param text a `.flow` file, ours or another, whether or not its checksum fits
 * @throws {InputError} where the text holds no workflow at all
 */
export function explainFlow(text: string, language: Language = 'en'): string {
  const report = new Report(false);
  const workflow = readWorkflow(text, report);
  if (!workflow || workflow.steps.length === 0) {
    const why = report.findings.find(({severity}) => severity === 'error')?.message ?? 'It has no steps.';
    throw new InputError('FILE', text.slice(0, 40), why);
  }
  if (workflow.steps.length > MOST_STEPS)
    throw new InputError('FILE', workflow.name, `It has ${workflow.steps.length} steps.`);
  return new Telling(workflow, readGraph(workflow, report), LANGUAGES[language]).lines().join('\n');
}

class Telling {
  private readonly workflow: Workflow;
  private readonly graph: Graph | null;
  private readonly words: Words;
  private readonly out: string[] = [];
  private readonly numbers = new Map<string, string>();
  private readonly byId: ReadonlyMap<string, Step>;

  constructor(workflow: Workflow, graph: Graph | null, words: Words) {
    this.workflow = workflow;
    this.graph = graph;
    this.words = words;
    this.byId = new Map(workflow.steps.map((step) => [step.id, step]));
  }

  lines(): readonly string[] {
    const {name, patches, steps} = this.workflow;
    this.out.push(name);
    const letter = letterOf(this.workflow);
    const isWrong = letter === 'C' && steps.some((step) => movesMoney(step));
    if (letter) this.out.push(isWrong ? this.words.notC : this.words.safety[letter]);
    this.out.push('');
    const trigger = this.graph?.trigger ?? steps.find(({type}) => type === 'TRIGGER');
    this.out.push(trigger ? this.words.start(this.triggerInWords(trigger)) : this.words.nothingStarts);
    const subject = trigger && Object.hasOwn(BY_HAND, trigger.taskId) ? BY_HAND[trigger.taskId] : undefined;
    if (subject) this.out.push(this.words.byHand(subject));
    for (const {handle, field, type, arguments: given} of patches) {
      const keys = isFields(given) ? given : {};
      const key = [keys['namespace'], keys['key']].filter((part) => typeof part === 'string').join('.');
      const values = Object.entries(keys).map(([argument, value]) => `${argument}: ${shown(value)}`);
      this.out.push(
        field === 'metafield'
          ? this.words.reads(handle, patchedTypeName(type), key)
          : this.words.readsField(handle, patchedTypeName(type), field, values),
      );
    }
    this.out.push('');
    if (!this.graph) this.out.push(this.words.circle, ...steps.map((step) => `- ${this.headOf(step)}`));
    else {
      if (trigger) this.line(this.next(trigger.id, 'output'), '', []);
      this.leftOver();
    }
    return this.out;
  }

  private triggerInWords(trigger: Step): string {
    const known = knownTask(trigger.taskId);
    if (!known) return this.words.unknownTrigger(trigger.taskId);
    return scheduleInWords(trigger.fields.get('recurrence') ?? '', this.words) ?? this.words.startBy(known.label);
  }

  private next(id: string, port: string): readonly Step[] {
    const links = this.graph?.from.get(id) ?? [];
    return links.filter((link) => link.port === port).flatMap(({to}) => this.byId.get(to) ?? []);
  }

  private count = 0;

  /** One line of steps after another: several where a port has several links. @param seen what the way has left to see so far */
  private line(first: readonly Step[], indent: string, seen: readonly string[]): void {
    for (const start of first) {
      let at: Step | undefined = start;
      const visible = [...seen];
      while (at) {
        const told = this.numbers.get(at.id);
        if (told !== undefined) {
          this.out.push(`${indent}${this.words.goesOn(told)}`);
          break;
        }
        this.count += 1;
        this.numbers.set(at.id, String(this.count));
        const added = this.tell(at, indent, visible);
        if (added !== null) visible.push(added);
        if (at.type === 'CONDITION') break;
        const after: readonly Step[] = this.next(at.id, at.type === 'FOREACH' ? 'after' : 'output');
        if (after.length === 0 && at.type !== 'FOREACH') this.end(indent, visible);
        if (after.length > 1) {
          this.line(after, indent, visible);
          break;
        }
        [at] = after;
      }
    }
  }

  private end(indent: string, visible: readonly string[]): void {
    const all = [...new Set(visible)];
    this.out.push(`${indent}${all.length === 0 ? this.words.endsWithoutTrace : this.words.ends(all)}`);
  }

  private headOf(step: Step): string {
    const own = step.description ?? step.givenName;
    return own ?? knownTask(step.taskId)?.label ?? step.taskId;
  }

  /** @returns what one can see of the step */
  private tell(step: Step, indent: string, visible: readonly string[]): string | null {
    const own = step.description ?? step.givenName;
    const stop = own === null || /[.?!:…]$/.test(own) ? '' : '.';
    const lead = `${indent}${this.numbers.get(step.id)}. ${own === null ? '' : `${own}${stop} `}`;
    const inside = `${indent}   `;
    if (step.type === 'CONDITION') {
      this.out.push(`${lead}${this.words.when(testInWords(step.fields.get('condition') ?? '', this.words))}`);
      this.branch(this.next(step.id, 'true'), inside, visible);
      const otherwise = this.next(step.id, 'false');
      const isNothing = otherwise.length === 0 && visible.length === 0;
      this.out.push(`${inside}${isNothing ? this.words.nothingOtherwise : this.words.otherwise}`);
      if (!isNothing) this.branch(otherwise, inside, visible);
      return null;
    }
    if (step.type === 'FOREACH') {
      const list = step.fields.get('listpath') ?? '?';
      const item = `${list.split('.').at(-1) ?? ''}Foreachitem`;
      this.out.push(`${lead}${this.words.forEach(list, item, mayBeLonger(list))}`);
      this.branch(this.next(step.id, 'loop_body'), inside, []);
      if (this.next(step.id, 'after').length > 0) this.out.push(`${indent}${this.words.afterLoop}`);
      return null;
    }
    const {sentence, details, visible: added} = stepInWords(step, this.words);
    this.out.push(`${lead}${sentence}`, ...details.map((detail) => `${inside}- ${detail}`));
    return added;
  }

  private branch(first: readonly Step[], indent: string, visible: readonly string[]): void {
    if (first.length === 0) this.end(indent, visible);
    else this.line(first, indent, visible);
  }

  private leftOver(): void {
    const rest = this.workflow.steps.filter(({id, type}) => type !== 'TRIGGER' && !this.numbers.has(id));
    if (rest.length > 0) this.out.push('', this.words.unreachable, ...rest.map((step) => `- ${this.headOf(step)}`));
  }
}
