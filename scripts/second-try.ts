/**
 * A reporter for vitest: names the tests that failed first and passed when they were tried once more (`retry` in the
 * configuration: browser tests alone), with what the first try said. Otherwise a second try would hide what is to be mended.
 */
import type {Reporter, TestCase} from 'vitest/node';

export default class SecondTry implements Reporter {
  readonly #lines: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (!test.diagnostic()?.flaky) return;
    const said = test.result().errors?.[0]?.message.split('\n').slice(0, 6).join('\n  ') ?? 'no error was kept';
    this.#lines.push(`Passed at the second try: ${test.module.relativeModuleId} > ${test.fullName}\n  ${said}`);
  }

  onTestRunEnd(): void {
    for (const line of this.#lines) console.log(line);
  }
}
