import {EnvironmentTypes} from '../environment/index.ts';
import {checkStep, untilTooDeep} from './fields.ts';
import {type Finding, Report} from './finding.ts';
import {readGraph} from './graph.ts';
import {checkLimits} from './limits.ts';
import {checkMetafieldStep} from './metafield-step.ts';
import {checkMoney} from './money.ts';
import {checkPatches} from './patches.ts';
import {readWorkflow, type Workflow} from './read.ts';
import {scopesOf} from './scope.ts';
import {knownTask, variablesOf} from './tasks.ts';

export type {Finding, Severity, StepRef} from './finding.ts';

/** More steps than Flow's screen could show. */
const MOST_STEPS = 500;

export interface CheckOptions {
  /** A workflow of this project: what a merchant may do at their own risk is an error here. */
  readonly ours?: boolean;
}

/**
 * Everything that can be said about a `.flow` file without Shopify: checksum, structure, graph, what each step may read, conditions in
 * both encodings, Liquid, Run code, requests to the Admin API, limits, and money without a claim. What lies outside of the API slice or of the known
 * tasks is a note ("Not checked: …"), never an error. Pure: the same text gives the same findings.
 * @param text the file's whole text, whatever it is: it never throws
 * @returns findings in the order of the file; no error among them means that nothing known speaks against importing it
 */
export function checkFlow(text: string, {ours = false}: CheckOptions = {}): readonly Finding[] {
  const report = new Report(ours);
  const workflow = readWorkflow(text, report);
  if (!workflow) return report.findings;
  checkPatches(workflow.patches, report);
  const graph = readGraph(workflow, report);
  if (!graph) {
    report.unchecked('what each step may read, since the steps go in a circle.');
    return report.findings;
  }
  if (workflow.steps.length > MOST_STEPS) {
    report.unchecked(`what each step may read: the workflow has ${workflow.steps.length} steps.`);
    return report.findings;
  }
  checkNames(workflow, report);
  const types = new EnvironmentTypes(workflow.patches.filter(({handle}) => /^[A-Za-z_]\w*$/.test(handle)));
  const scopes = scopesOf(workflow, graph, types);
  for (const step of graph.inOrder) {
    const scope = scopes.get(step.id);
    if (!scope) continue;
    checkStep(step, scope, report.forStep(step));
    untilTooDeep(report.forStep(step).at('value'), () => checkMetafieldStep(step, scope, report.forStep(step)));
  }
  checkLimits(graph, scopes, report);
  checkMoney(workflow, graph, report);
  return report.findings;
}

/** Two results under one name: which of them a later step reads is anybody's guess. */
function checkNames(workflow: Workflow, report: Report): void {
  const seen = new Map<string, string>();
  const variables = variablesOf(workflow.steps);
  for (const step of workflow.steps) {
    const name = variables.get(step.id) ?? '';
    const kind = knownTask(step.taskId)?.task.yields.kind ?? 'nothing';
    if (!['list', 'value', 'payload', 'output'].includes(kind)) continue;
    const before = seen.get(name);
    if (before !== undefined)
      report
        .forStep(step)
        .warning(
          'name-twice',
          `Later steps read this step as ${name}, and “${before}” too.`,
          'Give one of them another name.',
        );
    seen.set(name, step.name);
  }
}
