import {InputError} from '../../../core/index.ts';
import {safeText} from './json.ts';

/** What every script that may say no gives: whether to go on, and why not. */
export interface Verdict {
  readonly go: boolean;
  /** `ready`, or why not. */
  readonly code: string;
  /** The same as a sentence, safe inside a JSON text. */
  readonly why: string;
}

/** A no, with its reason. */
export class Refusal extends Error {
  declare readonly code: string;

  constructor(code: string, why: string) {
    super(why);
    this.code = code;
  }
}

/**
 * Runs a script's work; whatever it can't use becomes a clear no that names the order, for whoever reads it in a mail. Anything else
 * is a fault of ours, and fails the step.
 */
export function answered<Output extends Verdict>(order: unknown, work: () => Output): Output | Verdict {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return {go: false, code: error.code, why: safeText(error.message)};
    if (!(error instanceof InputError)) throw error;
    const {name} = (order ?? {}) as {readonly name?: unknown};
    const whose = typeof name === 'string' && name !== '' ? `Order ${name}: ` : '';
    return {go: false, code: 'input', why: safeText(`${whose}${mended(error)}`)};
  }
}

/** The adapters' own advice is for whoever calls the Admin API. */
function mended({message, fix}: InputError): string {
  return fix.includes('.graphql') ? `${message.slice(0, -fix.length)}Use the action on the order page.` : message;
}
