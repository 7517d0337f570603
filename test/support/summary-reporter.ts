// The last line of a test run, in a form that any tool can read: `N passed, N failed`, and skipped ones
// where there are any. A file that could not be loaded, or an error outside of every test, is a failure.
import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Vitest makes reporters with `new`, and a function that returns an object serves it as well. */
export default function createSummaryReporter(): Reporter {
  let line = '';
  // Vitest and its workers may still print after the run has ended; this comes after all of them.
  process.once('exit', () => {
    if (line) writeSync(1, `${line}\n`);
  });
  return {
    onTestRunEnd(modules, unhandledErrors) {
      line = summary(modules, unhandledErrors.length);
    },
  };
}

function summary(modules: readonly TestModule[], errorsOutside: number): string {
  const count = { passed: 0, failed: errorsOutside, skipped: 0 };
  for (const module of modules) {
    let failed = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'failed') failed += 1;
      else if (state === 'passed') count.passed += 1;
      else count.skipped += 1;
    }
    const unloaded = module.state() === 'failed' && failed === 0;
    count.failed += unloaded ? 1 : failed;
  }
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  return `${count.passed} passed, ${count.failed} failed${skipped}`;
}
