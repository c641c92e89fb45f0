import {InputError} from '../../core/index.ts';
import {type Draft, type DraftStep, textOf} from '../builder/draft.ts';
import {type About, CATEGORIES, nameOf} from '../builder/workflow.ts';

const HANDLE = /^[a-z0-9]+(?:-[a-z0-9]+)*-refrec$/;

/** Templates of one app. */
const MOST = 25;

/** What the ready workflows have to be together. @throws {InputError} */
export function checkTogether(abouts: readonly Pick<About, 'handle'>[]): void {
  const handles = abouts.map(({handle}) => handle);
  const twice = handles.find((handle, at) => handles.indexOf(handle) !== at);
  if (twice !== undefined)
    throw new InputError('handle', twice, 'Two workflows have it: the files of one would be lost.');
  if (handles.length > MOST)
    throw new InputError('workflows', handles.length, `Shopify takes ${MOST} templates an app: leave some out.`);
}

/** What Shopify checks on its servers only, or not at all. @throws {InputError} names the first thing that can't be used */
export function checkAbout(about: About): void {
  const {handle, categories, words, events, safety, repeat, leaves} = about;
  if (handle.length > 30) {
    throw new InputError(
      'handle',
      handle,
      `It has ${handle.length} characters; Shopify takes 30, its CLI checks for 50 only.`,
    );
  }
  if (!HANDLE.test(handle)) {
    throw new InputError(
      'handle',
      handle,
      'Use small letters, digits and hyphens, and the ending -refrec: template handles are unique in the world.',
    );
  }
  if (categories.length < 1 || categories.length > 2) {
    throw new InputError(`${handle}.categories`, categories, 'Name one or two.');
  }
  const unknown = categories.find((category) => !CATEGORIES.includes(category));
  if (unknown !== undefined)
    throw new InputError(`${handle}.categories`, unknown, `Use one of ${CATEGORIES.join(', ')}.`);
  for (const [language, {name, description, before}] of Object.entries(words)) {
    const at = `${handle}.words.${language}`;
    if (name.trim() === '' || description.trim() === '' || before.trim() === '') {
      throw new InputError(at, {name, description, before}, 'Name, description and what to do before each need words.');
    }
    if (description.length > 1024) {
      throw new InputError(
        `${at}.description`,
        description,
        `It has ${description.length} characters; Shopify takes 1024.`,
      );
    }
    if (/\([ABC]\)/.test(name)) {
      throw new InputError(
        `${at}.name`,
        name,
        `Leave the letter out, it is added: ${nameOf(about, {name: 'Name', description, before})}.`,
      );
    }
  }
  if (repeat.trim() === '')
    throw new InputError(`${handle}.repeat`, repeat, 'Say what the same event a second time does.');
  if (leaves.trim() === '') throw new InputError(`${handle}.leaves`, leaves, 'Say what anybody sees of it afterwards.');
  if (safety !== 'none' && events.length === 0) {
    throw new InputError(`${handle}.events`, events, 'Name an event that runs it end to end.');
  }
}

/** At least one action, and a wait of at most 90 days in all on every way through. @throws {InputError} */
export function checkDraft(handle: string, {steps, links}: Draft): void {
  if (!steps.some(({task}) => task.type === 'ACTION')) {
    throw new InputError(handle, steps.length, 'A workflow needs at least one action.');
  }
  const daysFrom = (step: number): number => {
    const after = links.filter(({from}) => from === step).map(({to}) => daysFrom(to));
    return waitOf(steps[step]) + Math.max(0, ...after);
  };
  const days = daysFrom(0);
  if (days > 90) throw new InputError(`${handle}.wait`, days, 'Flow waits 90 days at most, in all.');
}

/** In days. */
function waitOf(step: DraftStep | undefined): number {
  return Number((step && /^P(\d+)D$/.exec(textOf(step, 'duration'))?.[1]) ?? 0);
}
