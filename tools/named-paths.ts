// Paths of the repository that its documents name. A path that is gone sends whoever follows it the wrong way.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const namedPath = /`((?:assets|docs|electron|renderer|shared|test|tools)(?:\/[\w.*-]+)+)\/?`/g;
/** What a test or a build leaves beside the folders is no document of ours. */
const documents = ['*.md', '{assets,docs,electron,renderer,shared,test,tools}/**/*.md'];

/** Between backticks, as they stand: files, folders, and patterns with `*`. */
export function namedPaths(text: string): readonly string[] {
  return Array.from(text.matchAll(namedPath), ([, named]) => named ?? '');
}

/** `document: path` for every path below `root` that a document there names and that does not exist. */
export function missingPaths(root: string): readonly string[] {
  const found = globSync(documents, { cwd: root }).sort();
  return found.flatMap((document) =>
    namedPaths(readFileSync(path.join(root, document), 'utf8'))
      .filter((named) => globSync(named, { cwd: root }).length === 0)
      .map((named) => `${document}: ${named}`),
  );
}
