// Starts a tool of this folder: node tools/run.mjs <tool> [arguments]. Plain JavaScript that any Node reads, because the
// tools are TypeScript and need the Node that npm installs beside them.
import * as nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const [, , tool = '', ...rest] = process.argv;

if (process.features.typescript === undefined || nodeModule.registerHooks === undefined) {
  console.error(
    `This needs Node 24; Node ${process.versions.node} is running.\n` +
      'npm brings its own, unless install scripts were switched off. Run: npm rebuild node\n' +
      'or install again without --ignore-scripts: npm ci',
  );
  process.exitCode = 1;
} else {
  const file = path.join(import.meta.dirname, `${path.basename(tool)}.ts`);
  process.argv = [process.execPath, file, ...rest];
  await import(pathToFileURL(file).href);
}
