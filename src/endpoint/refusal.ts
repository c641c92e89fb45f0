import type {WordCode, WordParameters} from './words.ts';

/**
 * Why a call is not carried out, or not yet. Flow takes 4xx as final and sends 429 and 5xx again (docs/unconfirmed.md, 16).
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: WordCode;
  readonly parameters: WordParameters;
  /** Seconds after which Flow may send it again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: WordCode, parameters: WordParameters = {}, retryAfter?: number) {
    super(code);
    this.status = status;
    this.code = code;
    this.parameters = parameters;
    this.retryAfter = retryAfter;
  }
}
