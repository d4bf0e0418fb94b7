import { expect, test } from 'vitest';
import { takeOver } from '../../../../renderer/import/take-over.ts';
import type { FoundAnnotation } from '../../../../shared/annotation/found.ts';
import { ok } from '../../../../shared/result.ts';
import { encodeWorkingText } from '../../../../shared/text/codec.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { importedAct, sourceId } from '../../../support/library.ts';
import { MemoryVault } from '../../../support/memory-vault.ts';

const text = 'The office kept no list of names. Nobody had asked it to. It was closed that winter.';
const work = encodeWorkingText(buildPlainText(text, 'plain')).buffer;
const source = sourceId(1);

function vaultWithSource(): MemoryVault {
  const vault = new MemoryVault({ 'text:read': () => ok(work.slice(0)) });
  vault.record([importedAct(1, 'report.pdf')]);
  return vault;
}

const facts = { page: 0, colour: 'supports', author: 'R. Ito', note: '', changed: '' } as const;
const at = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

const found: readonly FoundAnnotation[] = [
  { ...facts, kind: 'highlight', ranges: [at('no list'), at('closed')], note: 'Twice' },
  { ...facts, kind: 'underline', ranges: [at('Nobody')] },
  {
    ...{ ...facts, kind: 'area', ranges: [] },
    area: { page: 0, x: 1, y: 2, width: 30, height: 40 },
  },
];

test('highlights, underlines and areas become marks in one act, with their notes', async () => {
  const vault = vaultWithSource();
  let calls = 0;
  vault.listen(() => {
    calls++;
  });
  expect(await takeOver(vault, source, found)).toEqual(ok(3));
  expect(calls).toBe(1);
  const marks = [...vault.state.marks.values()];
  expect(marks.map(({ kind }) => kind)).toEqual(['highlight', 'underline', 'area']);
  expect(marks[0]).toMatchObject({
    ...{ colour: 'supports', note: 'Twice' },
    anchor: { exact: 'no list' },
    more: [{ exact: 'closed' }],
  });
  expect(marks[2]).toMatchObject({ anchor: { exact: '' }, area: { x: 1, width: 30 } });
});

test('nobody’s name goes into a mark', async () => {
  const vault = vaultWithSource();
  await takeOver(vault, source, found);
  expect(JSON.stringify([...vault.state.marks.values()])).not.toContain('R. Ito');
});

test('what was taken over before is not taken over again', async () => {
  const vault = vaultWithSource();
  await takeOver(vault, source, found.slice(0, 2));
  expect(await takeOver(vault, source, found)).toEqual(ok(1));
  expect(await takeOver(vault, source, found)).toEqual(ok(0));
  expect(vault.state.marks.size).toBe(3);
});
