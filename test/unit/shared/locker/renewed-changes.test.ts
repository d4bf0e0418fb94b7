// The changes a locker with new keys takes over: as they were, but for the names of its files.
import { expect, test } from 'vitest';
import { randomId, type FileId, type MarkId } from '../../../../shared/evidence/ids.ts';
import type { SourceVersion } from '../../../../shared/evidence/source.ts';
import type { Act, ChangePayloads } from '../../../../shared/journal/change.ts';
import { carry } from '../../../../shared/locker/renewed-changes.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { importedAct, markAct } from '../../../support/small-locker.ts';

const original: FileId = randomId();
const text: FileId = randomId();
const renamed = new Map<FileId, FileId>([
  [original, randomId()],
  [text, randomId()],
]);
const source: ChangePayloads['source-removed']['source'] = randomId();
const subject = markAct(source, 'words').subject;
const details = {
  sizeBytes: 3,
  sha256: 'a'.repeat(64),
  name: 'report.txt',
  mediaType: 'text/plain',
};
const imported = importedAct(source, { file: original, ...details }, 'report.txt');
const version: SourceVersion = {
  ...{ format: 'plain', status: 'text', original: { file: original, ...details } },
  working: { file: text, extractor: 'plain 1', pages: 1, words: 1, unreadable: 0 },
};
const content = contentOn('words', [[0, 5]], { workingFile: text });
const place = {
  ...{ workingFile: text, firstPage: 0, lastPage: 0, pageLabel: '' },
  anchor: { start: 0, end: 5, exact: 'words', prefix: '', suffix: '' },
};
const mark: MarkId = randomId();
const placed = [
  { mark, ...place },
  { mark: randomId(), ...place, workingFile: randomId() },
];
const made = quoteMade(source, content);

function acts(kind: Act['kind'], payload: object): Act {
  return { subject, kind, payload } as Act;
}

test.each([
  ['a source without a text', imported],
  ['a source with a text', acts('source-imported', { ...imported.payload, ...version })],
  ['a new version', acts('source-renewed', { source, ...version })],
  ['a mark', acts('marked', { mark: { id: mark, source, colour: 'key', ...place } })],
  ['marks that were placed anew', acts('marks-placed', { source, marks: placed })],
  ['a quote', made],
  ['another wording of a quote', acts('quote-changed', { quote: randomId(), content })],
])('%s names its files as they are called now, and is otherwise as it was', (_, act) => {
  for (const change of changes(act)) {
    let json = JSON.stringify(change);
    for (const [before, now] of renamed) json = json.replaceAll(before, now);
    expect(json).not.toBe(JSON.stringify(change));
    expect(carry(change, renamed)).toEqual(JSON.parse(json));
  }
});

test('a purge keeps the names of before, for an older copy that is merged brings those back', () => {
  const payload = { source, subjects: [subject], keys: [], files: [original, text] };
  for (const change of changes(acts('purged', payload))) {
    expect(carry(change, renamed)).toEqual(change);
  }
});

test('a place in a text that is here no more stays where it was', () => {
  for (const change of changes(markAct(source, 'words'), made)) {
    expect(carry(change, new Map())).toEqual(change);
  }
});
