// A process of its own, so that a test which hangs can be ended with it: runs single test files of a tree, one after the other,
// without starting vitest anew. Arguments: the tree, and a module every test file loads first.
import { createVitest } from 'vitest/node';
import type { TestAnswer, TestRequest } from './warm-tests.ts';

const [tree = '', setup = ''] = process.argv.slice(2);
const vitest = await createVitest({
  ...{ config: false, root: tree, watch: false, reporters: [], silent: true, maxWorkers: 1 },
  ...{ include: ['test/unit/**/*.test.ts'], environment: 'node', testTimeout: 30_000, bail: 1 },
  setupFiles: [setup],
});
await vitest.standalone();

process.on('message', (request: TestRequest) => {
  void run(request);
});
process.send?.('ready');

async function run({ changed, test }: TestRequest): Promise<void> {
  for (const file of changed) vitest.invalidateFile(file);
  const specification = vitest.getRootProject().createSpecification(test);
  const answered = await vitest.runTestSpecifications([specification]);
  const { unhandledErrors } = answered;
  // Vitest answers with every file it has ever run: one that an earlier mutant turned red stays so until it is run again.
  const testModules = answered.testModules.filter(({ moduleId }) => moduleId === test);
  const states = testModules.map((module) => module.state());
  const passed =
    unhandledErrors.length === 0 &&
    states.length > 0 &&
    states.every((state) => state === 'passed' || state === 'skipped');
  const failures = testModules
    .flatMap((module) => [
      ...module.errors(),
      ...Array.from(module.children.allTests('failed')).flatMap(
        (each) => each.result().errors ?? [],
      ),
    ])
    .map((error) => error.message.split('\n', 1)[0] ?? '');
  const told = failures.find((message) => !message.includes(' timed out in '));
  const why = told ?? failures[0] ?? (unhandledErrors.length > 0 ? 'an error in no test' : '');
  const answer: TestAnswer = { passed, why: why.slice(0, 120), isSure: told !== undefined };
  process.send?.(answer);
}
