// The sample was read by an earlier extractor, which joined nothing and set nothing aside; now it is read anew. Every mark is
// told of, and those whose words are the same find their place.
import { expect, test } from 'vitest';
import type { ImportedText } from '../../../renderer/vault/calls/import.ts';
import { Session } from '../../../renderer/vault/session.ts';
import { describeRange } from '../../../shared/anchor/describe.ts';
import { randomId, type MarkId } from '../../../shared/evidence/ids.ts';
import { generalCase, type Act } from '../../../shared/journal/change.ts';
import { countSolid } from '../../../shared/text/blank.ts';
import { encodeWorkingText } from '../../../shared/text/codec.ts';
import { buildPlainText } from '../../../shared/text/plain.ts';
import { SolidIndex } from '../../../shared/text/solid-index.ts';
import { TextMap } from '../../../shared/text/text-map.ts';
import { countWords } from '../../../shared/text/words.ts';
import type { WorkingText } from '../../../shared/text/working-text.ts';
import { memoryFolder } from '../../support/memory-folder.ts';
import {
  createSmallLocker,
  must,
  testHost,
  testPerson,
  there,
} from '../../support/small-locker.ts';
import { stillHost } from '../../support/still-host.ts';
import { key, readSource } from './answer-key.ts';

const cut = key.sources.filter(
  ({ file, rejoined }) => rejoined.length > 0 && file.endsWith('.txt'),
);

test.each(cut)('$file keeps its marks when it is read anew', async ({ file, rejoined }) => {
  const raw = readSource(file);
  const now = buildPlainText(raw, 'plain');
  const host = await testHost(memoryFolder());
  const { locker } = await createSmallLocker(host);
  const session = new Session(locker, testPerson, () => undefined, { ...stillHost, now: () => 1 });
  const blob = new Blob([raw]);
  const sealed = must(
    await session.importing.sealOriginal({ name: file, mediaType: 'text/plain', blob }),
  );
  const source = must(
    await session.importing.finish({ file: sealed.file, text: textOf(asItStands(raw)) }),
  );
  const held = () => there(session.readLibrary().sources.find(({ id }) => id === source));
  const workingFile = there(held().working).file;
  const places = rejoined.map((sentence) => rawPlace(now, raw, sentence));
  const acts = places.map(({ start, end }): Act => {
    const anchor = describeRange(raw, start, end);
    const place = { firstPage: 0, lastPage: 0, pageLabel: '', colour: 'key' } as const;
    const id: MarkId = randomId();
    const mark = { id, source, workingFile, anchor, ...place };
    return { subject: `marks/${source}/${generalCase}`, kind: 'marked', payload: { mark } };
  });
  must(await session.act(acts));

  const report = must(await session.versions.compare({ source, file: null, text: textOf(now) }));
  expect(report).toMatchObject({ isNewOriginal: false, isSameText: false });
  expect(report.passages).toHaveLength(rejoined.length);
  // A number that was cut reads otherwise now, and waits for a look; the rest goes along.
  const isNumber = (sentence: string) => /\d,\d{3}/.test(sentence);
  const expected = rejoined.map((sentence) => (isNumber(sentence) ? 'changed' : 'moved'));
  expect(report.passages.map((passage) => passage.how)).toEqual(expected);

  const { placed, left } = must(await session.versions.accept(source));
  const waiting = rejoined.filter(isNumber).length;
  expect({ placed, left }).toEqual({ placed: rejoined.length - waiting, left: waiting });
  expect(held().working?.extractor).toBe(now.extractor);
  const marks = session.readMarks(source).filter((mark) => mark.workingFile !== workingFile);
  expect(marks).toHaveLength(placed);
  for (const { anchor } of marks) expect(rejoined).toContain(anchor.exact);
});

/** What an extractor that only copies would make of it. */
function asItStands(text: string): WorkingText {
  const solid = countSolid(text);
  return {
    ...{ extractor: 'plain/0', format: 'plain', text, sections: [], ranges: [], joins: [] },
    pages: [{ label: '', start: 0, width: 0, height: 0, print: '' }],
    map: {
      w: Uint32Array.of(0, solid),
      page: Uint16Array.of(0),
      s: Uint32Array.of(0),
      sn: Uint32Array.of(solid),
    },
    words: countWords(text),
    unreadable: 0,
  };
}

function rawPlace(now: WorkingText, raw: string, sentence: string) {
  const start = now.text.indexOf(sentence);
  const range = { start, end: start + sentence.length };
  return there(new TextMap(now).toOriginal(new SolidIndex(raw), range));
}

function textOf(work: WorkingText): ImportedText {
  const { extractor, words, unreadable } = work;
  return {
    ...{ status: 'text', format: 'plain', working: encodeWorkingText(work).buffer },
    ...{ extractor, pages: 1, words, unreadable, details: {} },
  };
}
