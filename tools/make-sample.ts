// `node tools/make-sample.ts [FOLDER]` writes those files of the sample that no editor writes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { madeSources } from './sample/made-sources.ts';

const folder = process.argv[2] ?? path.resolve(import.meta.dirname, '../assets/sample/sources');
for (const [name, bytes] of await madeSources()) writeFileSync(path.join(folder, name), bytes);
