/** Something wrong with what we would deploy: where it stands, and what to do about it. */
export interface Problem {
  /** Relative to the project's root. */
  readonly file: string;
  /** The key, line or name within the file. */
  readonly key: string;
  /** What is wrong there. */
  readonly found: string;
  /** What to write instead, as an instruction. */
  readonly fix: string;
}

/** One line: file, key, what is wrong, what to do. */
export function problemLine({file, key, found, fix}: Problem): string {
  return `${file}: ${key}: ${found} ${fix}`;
}

/** A check reads a project folder and tells what is wrong. It never writes into it. */
export type Check = (root: string) => Problem[] | Promise<Problem[]>;
