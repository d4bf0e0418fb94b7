// Marks of a saved web page and of a Word document as they are printed and proved.
import { beforeEach, expect, test } from 'vitest';
import { seedMark } from '../../../../renderer/highlight/new-mark.ts';
import { Session } from '../../../../renderer/vault/session.ts';
import { randomId, type MarkId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { SourceFormat } from '../../../../shared/evidence/source.ts';
import { generalCase } from '../../../../shared/journal/change.ts';
import { buildReport } from '../../../../shared/export/report.ts';
import { quoteWithCitation } from '../../../../shared/quote/copy.ts';
import { buildRichText } from '../../../../shared/text/build-rich-text.ts';
import { encodeWorkingText } from '../../../../shared/text/codec.ts';
import type { RichBlock } from '../../../../shared/text/rich-document.ts';
import { TextMap } from '../../../../shared/text/text-map.ts';
import type { WorkingText } from '../../../../shared/text/working-text.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  must,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { stillHost } from '../../../support/still-host.ts';

const blocks: readonly RichBlock[] = [
  {
    kind: 'paragraph',
    inlines: [
      { text: 'The mill was closed in May.' },
      { text: '14', superscript: true, noteref: true },
      { text: ' Nobody was told of it before.' },
    ],
  },
  { kind: 'picture', inlines: [{ text: 'The gate of the mill with a chain' }] },
  { kind: 'paragraph', inlines: [{ text: 'In June it was open again.' }] },
];

let session: Session;

beforeEach(async () => {
  const { locker } = await createSmallLocker(await testHost(memoryFolder()));
  session = new Session(locker, testPerson, () => undefined, {
    ...stillHost,
    now: () => 1_700_000_000_000,
  });
});

async function importRich(format: SourceFormat): Promise<{ id: SourceId; work: WorkingText }> {
  const work = buildRichText({ language: 'en', direction: 'ltr', blocks }, format, 'test/1');
  const named = { name: 'mill', mediaType: 'text/html', blob: new Blob([format]) };
  const { file } = must(await session.importing.sealOriginal(named));
  const { extractor, words, unreadable } = work;
  const text = {
    ...({ status: 'text', format, working: encodeWorkingText(work).buffer } as const),
    ...{ extractor, pages: 1, words, unreadable, details: { title: 'The mill' } },
  };
  return { id: must(await session.importing.finish({ file, text })), work };
}

async function quoteOf(format: SourceFormat, from: string, to: string) {
  const { id: source, work } = await importRich(format);
  const working = there(session.readLibrary().sources.find(({ id }) => id === source)?.working);
  const id: MarkId = randomId();
  const place = { source, workingFile: working.file, work, map: new TextMap(work) };
  const start = work.text.indexOf(from);
  const end = work.text.indexOf(to) + to.length;
  const mark = seedMark(place, { start, end }, id, 'key');
  const subject = `marks/${source}/${generalCase}` as const;
  must(await session.act([{ subject, kind: 'marked', payload: { mark } }]));
  const [quoted] = await session.readQuotes({ marks: [id], verify: true });
  return { quoted: there(quoted), work };
}

test.each(['html', 'docx'] as const)(
  'a reference to a note inside a mark of a %s is not printed, which is said, and proved',
  async (format) => {
    const { quoted, work } = await quoteOf(format, 'The mill', 'before.');
    const { anchor } = quoted.mark;
    expect(anchor.exact).toBe(work.text.slice(anchor.start, anchor.end));
    const printed = 'The mill was closed in May. Nobody was told of it before. [footnotes omitted]';
    expect(quoted.printed).toBe(printed);
    expect(quoted.proof).toMatchObject({ kind: 'verified', verdict: { verdict: 'marked' } });
    expect(quoteWithCitation(quoted)).toContain(`“${printed}”`);
    const report = buildReport([quoted], {
      ...{ groupBy: 'source', title: 'Quotes', generatedAt: 0, appVersion: '1' },
    });
    expect(JSON.stringify(report)).toContain(printed);
  },
);

test('what describes a picture is not printed among the words around it', async () => {
  const { quoted } = await quoteOf('html', 'Nobody', 'open again.');
  expect(quoted.mark.anchor.exact).toContain('with a chain');
  expect(quoted.printed).not.toContain('chain');
  expect(quoted.picture).toBeUndefined();
  expect(quoted.proof).toMatchObject({ kind: 'verified' });
  expect(quoteWithCitation(quoted)).not.toContain('picture');
});

test('whoever marks it gets it with the word that it describes a picture', async () => {
  const { quoted } = await quoteOf('html', 'The gate', 'chain');
  expect(quoted.picture).toBe(true);
  expect(quoteWithCitation(quoted)).toMatch(
    /^“The gate of the mill with a chain”\n.*description of a picture/,
  );
});

test('a mark that only begins or ends in it says so, too', async () => {
  const { quoted } = await quoteOf('html', 'with a chain', 'open again.');
  expect(quoted.picture).toBe(true);
  expect(quoted.printed).toBeUndefined();
});
