import {isListType, isObjectType, isInterfaceType, getNamedType} from 'graphql';
import type {Encoding, TaskField} from '../tasks/index.ts';
import {checkApiCall} from './api-call/index.ts';
import {checkCondition} from './condition/check.ts';
import {type Report, shown} from './finding.ts';
import {checkLiquid} from './liquid/template.ts';
import {lookUp, pathNames, type Scope} from './path.ts';
import {isFields, type Step} from './read.ts';
import {checkRecurrence} from './recurrence.ts';
import {checkOutputSchema} from './run-code/output.ts';
import {checkInputQuery} from './run-code/query.ts';
import {checkScript} from './run-code/script.ts';
import {knownTask} from './tasks.ts';

const HAS_LIQUID = /\{\{|\{%/;

/** A step's task, version and config fields. */
export function checkStep(step: Step, scope: Scope, report: Report): void {
  const known = knownTask(step.taskId);
  const isUnlearned = step.taskId.startsWith('unlearned::');
  if (isUnlearned) {
    const message = 'This step is a trigger of our own, built before its id in Flow was learned.';
    report.error(
      'unlearned',
      message,
      'Run npm run -s flow -- learn with an export that holds it, then build it anew.',
    );
  }
  if (!known) {
    report.unchecked(`the task ${shown(step.taskId)}, which isn't known.`);
    return checkUnknownFields(step, scope, report);
  }
  if (known.isDraft && !isUnlearned)
    report.note('task-unseen', `The id ${step.taskId} was made by analogy: nobody has seen it in an export.`);
  if (known.task.type !== step.type)
    report.error(
      'task-type',
      `${known.label} has the type ${known.task.type}, and the step says ${step.type}.`,
      `Set task_type to ${known.task.type}.`,
    );
  const {whole} = known;
  if (!whole) return checkUnknownFields(step, scope, report);
  if (whole.version !== step.taskVersion && !isUnlearned) {
    report.unchecked(`version ${shown(step.taskVersion)} of ${known.label}; ${whole.version} is known.`);
    return checkUnknownFields(step, scope, report);
  }
  // Tasks whose fields nobody wrote down have an empty list: their fields are read as text.
  if (whole.fields.length === 0 && step.type !== 'TRIGGER') return checkUnknownFields(step, scope, report);
  for (const field of whole.fields) checkField(field, step.fields.get(field.id), scope, report.at(field.id));
  for (const [id, value] of step.fields) {
    if (whole.fields.some((field) => field.id === id)) continue;
    report.note('unknown-field', `The field ${shown(id)} of ${known.label} isn't known.`);
    untilTooDeep(report.at(id), () => checkText(value, scope, report.at(id)));
  }
}

/** Fields of which nothing is known may still hold Liquid. */
function checkUnknownFields(step: Step, scope: Scope, report: Report): void {
  for (const [id, value] of step.fields) untilTooDeep(report.at(id), () => checkText(value, scope, report.at(id)));
}

function checkText(value: string, scope: Scope, report: Report): void {
  if (HAS_LIQUID.test(value)) checkLiquid(value, scope, report);
}

/** Brackets within brackets without end use up the stack of whatever reads them, Flow's own included. */
export function untilTooDeep(report: Report, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report.error('too-deep', 'The field is nested too deep to be read.', 'Write it with fewer brackets.');
  }
}

function checkField(field: TaskField, value: string | undefined, scope: Scope, report: Report): void {
  if (value === undefined || value.trim() === '') {
    if (field.required)
      report.error(
        'field-missing',
        `The field ${field.id} is ${value === undefined ? 'missing' : 'empty'}.`,
        'Fill it in.',
      );
    return;
  }
  untilTooDeep(report, () => CHECKS[field.encoding](value, scope, report));
}

const CHECKS: Readonly<Record<Encoding, (value: string, scope: Scope, report: Report) => void>> = {
  path: (value, scope, report) => checkPath(value, scope, report),
  text: checkText,
  liquid: checkText,
  addresses: checkAddresses,
  json: (value, scope, report) => {
    if (/^\s*[[{]/.test(value) && !HAS_LIQUID.test(value)) {
      try {
        JSON.parse(value);
      } catch {
        report.error('field-json', `The value isn't JSON: ${shown(value)}`);
      }
    }
    checkText(value, scope, report);
  },
  graphql: checkInputQuery,
  sdl: (value, _scope, report) => checkOutputSchema(value, report),
  javascript: (value, _scope, report) => checkScript(value, report),
  condition: checkCondition,
  recurrence: (value, _scope, report) => checkRecurrence(value, report),
  apiCall: checkApiCall,
};

/** How several addresses are to be separated is not documented: the check takes whatever people write. */
function checkAddresses(value: string, scope: Scope, report: Report): void {
  if (HAS_LIQUID.test(value)) return checkText(value, scope, report);
  const written = (value.match(/(?:"(?:[^"\\]|\\.)*"|[^,;])+/g) ?? []).map((one) => one.trim());
  const wrong = written.find((one) => one !== '' && !/^[^@\s]+@[^@\s]+$|<[^@\s]+@[^@\s]+>$/.test(one));
  if (wrong !== undefined)
    report.warning(
      'address',
      `“${shown(wrong)}” is no mail address.`,
      'Write one like refunds@example.com, or {{ shop.email }}.',
    );
}

/** A bare path, Liquid, or the JSON of newer tasks: `{"value": "", "default_value": "order.id"}`. */
function checkPath(value: string, scope: Scope, report: Report): void {
  if (HAS_LIQUID.test(value)) return checkText(value, scope, report);
  let written = value.trim();
  if (written.startsWith('{')) {
    try {
      const parsed: unknown = JSON.parse(written);
      const own = isFields(parsed) && typeof parsed['value'] === 'string' ? parsed['value'] : '';
      if (own !== '') return checkText(own, scope, report);
      written = isFields(parsed) && typeof parsed['default_value'] === 'string' ? parsed['default_value'] : '';
    } catch {
      return report.error('path', `The value is neither a path nor JSON: ${shown(value)}`);
    }
  }
  const names = pathNames(written);
  if (!names) return report.error('path', `“${shown(written)}” is no path.`, 'Write a path like order.id.');
  const found = lookUp(scope, names);
  if (found.is === 'wrong') return report.error('path', found.message, found.fix);
  if (found.is === 'unchecked') return report.unchecked(found.why);
  const wantsList = report.isAt('listpath');
  const type = getNamedType(found.type);
  const isObject = isObjectType(type) || isInterfaceType(type);
  if (wantsList && !isListType(found.type))
    report.error('not-a-list', `${written} is no list.`, 'A loop needs a list, for example order.lineItems.');
  else if (wantsList && found.throughList)
    report.error(
      'list-in-list',
      `${written} lies within another list.`,
      "Loops can't be nested: make the list with Run code.",
    );
  else if (!wantsList && (isListType(found.type) || found.throughList))
    report.error('list', `${written} is a list; the field takes one value.`);
  else if (!wantsList && isObject)
    report.error('object', `${written} is an object; the field takes one value.`, `Use ${written}.id.`);
}
