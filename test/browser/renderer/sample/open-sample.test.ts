import { expect, test } from 'vitest';
import { removeSampleActs } from '../../../../renderer/sample/open-sample.ts';
import { sampleHashes } from '../../../../renderer/sample/sample-files.ts';
import { sampleTag } from '../../../../renderer/sample/sample-marks.ts';
import { randomId, type MarkId, type SourceId } from '../../../../shared/evidence/ids.ts';
import { generalCase, type Act } from '../../../../shared/journal/change.ts';
import { importedAct, sourceId } from '../../../support/library.ts';
import { MemoryVault } from '../../../support/memory-vault.ts';

const tag = { id: randomId(), name: sampleTag };

function taggedMark(source: SourceId): readonly Act[] {
  const mark: MarkId = randomId();
  const subject = `marks/${source}/${generalCase}` as const;
  const anchor = { start: 0, end: 3, exact: 'abc', prefix: '', suffix: '' };
  const place = { workingFile: randomId(), firstPage: 0, lastPage: 0, pageLabel: '' };
  return [
    {
      subject,
      kind: 'marked',
      payload: { mark: { id: mark, source, ...place, anchor, colour: 'key' } },
    },
    { subject, kind: 'tagged', payload: { mark, tag: tag.id } },
  ];
}

/** A sample source with what is attached to it, and one of a person's own; a mark of the sample's tag in each of `marked`. */
async function actsRemoving(marked: readonly number[]): Promise<readonly Act[]> {
  const [sha256 = ''] = await sampleHashes();
  const vault = new MemoryVault();
  const sample = importedAct(1, 'sample.txt');
  if (sample.kind !== 'source-imported') throw new Error('no import');
  const { payload } = sample;
  vault.record([
    { ...sample, payload: { ...payload, original: { ...payload.original, sha256 } } },
    importedAct(2, 'own.txt'),
    importedAct(3, 'attached.txt', { partOf: sourceId(1) }),
    { subject: 'library', kind: 'tag-made', payload: { tag } },
    ...marked.flatMap((number) => taggedMark(sourceId(number))),
  ]);
  const view = await vault.ask('library:read', null);
  if (!view.ok) throw new Error(view.error);
  return removeSampleActs(vault, view.value);
}

test('the sample goes with its tag, which stays where a person has used it', async () => {
  const kinds = async (marked: readonly number[]) =>
    (await actsRemoving(marked)).map(({ kind }) => kind);
  expect((await kinds([1, 3])).at(-1)).toBe('tag-changed');
  expect((await kinds([1, 2])).at(-1)).toBe('source-removed');
});

test('what was attached to a mail of the sample goes with it, and nothing of a person’s own', async () => {
  const removed = (await actsRemoving([])).filter(({ kind }) => kind === 'source-removed');
  expect(removed.map(({ subject }) => subject)).toEqual([
    `source/${sourceId(1)}`,
    `source/${sourceId(3)}`,
  ]);
});
