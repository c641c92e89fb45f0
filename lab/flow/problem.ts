/** What is wrong with something that came from outside, in words for a person: a file, an event, a request to the lab. */
export class FlowProblem extends Error {
  override readonly name = 'FlowProblem';
}

export const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
