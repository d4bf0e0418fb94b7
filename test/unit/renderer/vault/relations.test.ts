import { beforeEach, expect, test } from 'vitest';
import type { ImportedText } from '../../../../renderer/vault/calls/import.ts';
import { Session } from '../../../../renderer/vault/session.ts';
import { describeAct } from '../../../../renderer/library/describe-acts.ts';
import { relateAct } from '../../../../renderer/relation/relation-acts.ts';
import { stateAct, unstateAct } from '../../../../renderer/statement/statement-acts.ts';
import { randomId, type QuoteId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { SourceDetails } from '../../../../shared/evidence/source.ts';
import { parseAct } from '../../../../shared/journal/parse-change.ts';
import { provenanceOf } from '../../../../shared/export/provenance.ts';
import { buildReport } from '../../../../shared/export/report.ts';
import { inRelatedWords } from '../../../../shared/quote/elsewhere.ts';
import { encodeWorkingText } from '../../../../shared/text/codec.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { contentOn, quoteMade } from '../../../support/composed.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  must,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { stillHost } from '../../../support/still-host.ts';

const passage = 'The ministry counted 412 complaints of withheld wages at the salt works of Lanhe.';
const paragraphs = [
  'Inspectors visited the salt works in the spring and found the gates of the works locked.',
  passage,
  'A clerk said that no complaint had ever reached a judge of any court in the province.',
  'Nobody told the people who lived in the shelters where they should go in the winter months.',
  'The river authority kept a register of barges but would not show it to the visitors at all.',
];
const body = paragraphs.join('\n\n');
const other =
  'An unrelated note about the weather on the coast, which was mild for most of the year.';

/** Where the letter has the words of the passage; a full stop is none. */
const standing = { start: other.length + 2, end: other.length + 1 + passage.length };

const outside = { ...stillHost, now: () => 1_700_000_000_000 };
const quote: QuoteId = randomId();
let folder: MemoryFolder;
let session: Session;
let now: SourceId;
let before: SourceId;
let quoting: SourceId;

beforeEach(async () => {
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  session = new Session(locker, testPerson, () => undefined, outside);
  now = await importText(body, { title: 'Works Monitor 2025', publisher: 'Council of Straits' });
  before = await importText(body.replace('412', '398'), {
    title: 'Works Monitor 2024',
    publisher: 'Council of Straits',
  });
  quoting = await importText(`${other}\n\n${passage}\n\n${other}`, { title: 'A letter' });
  const start = body.indexOf(passage);
  const content = contentOn(body, [[start, start + passage.length]], {
    workingFile: there(held(now).working).file,
  });
  must(await session.act([quoteMade(now, content, quote)]));
});

test('last year’s report is proposed as another edition, with reasons, until a person decides', async () => {
  expect(await session.proposeRelations(now)).toMatchObject([
    { source: before, relation: 'edition', newer: now },
  ]);
  const [proposed] = await session.proposeRelations(before);
  expect(proposed?.reasons).toEqual(
    expect.arrayContaining(['same-series', 'same-publisher', 'other-edition']),
  );
  must(await session.act([relateAct(now, before, 'edition')]));
  expect(await session.proposeRelations(now)).toEqual([]);
  expect(held(before).related).toEqual([{ source: now, relation: 'edition' }]);

  expect(must(await session.takeBack('undo'))).toMatchObject({ kind: 'sources-related' });
  expect(held(before).related).toEqual([]);
  expect(await session.proposeRelations(now)).toHaveLength(1);
});

test('of many sources the surest of each is told at once', async () => {
  const lone = await importText('Ferries leave at noon, and again when the tide allows it.', {
    title: 'A note',
  });
  const found = await session.proposeSurest([now, before, lone]);
  expect(found).toEqual([
    { of: now, surest: (await session.proposeRelations(now))[0] },
    { of: before, surest: (await session.proposeRelations(before))[0] },
  ]);
});

test('a title that is put right changes what is proposed', async () => {
  expect(await session.proposeRelations(now)).toMatchObject([{ relation: 'edition' }]);
  must(await session.act([describeAct({ id: before }, { title: 'Works Monitor 2025' })]));
  expect(await session.proposeRelations(now)).toMatchObject([{ relation: 'same-work' }]);
});

test('what was said to be apart is not proposed again, also after locking', async () => {
  must(await session.act([relateAct(before, now, 'apart')]));
  must(await session.close());
  session = new Session(await reopen(folder), testPerson, () => undefined, outside);
  expect(await session.proposeRelations(now)).toEqual([]);
  expect(held(now).related).toEqual([]);
});

test('a quote tells what differs in the other edition, and which sources are one origin with it', async () => {
  must(await session.act([relateAct(now, before, 'edition')]));
  const [found] = await session.quotesElsewhere({ quotes: [quote] });
  const [inOther] = there(found).related;
  expect(inOther).toMatchObject({
    ...{ source: before, relation: 'edition', tier: 'altered', hasText: true },
    differences: [{ class: 'number', quote: '412', source: '398' }],
  });
  expect(inRelatedWords(there(inOther))).toBe('1 word differs (a number differs)');
  expect(found?.sameOrigin).toEqual([]);

  const [everywhere] = await session.quotesElsewhere({ quotes: [quote], everywhere: true });
  expect(everywhere?.sameOrigin).toEqual([{ source: quoting, title: 'A letter', ...standing }]);

  must(await session.act([relateAct(now, quoting, 'same-work')]));
  const [related] = await session.quotesElsewhere({ quotes: [quote] });
  expect(related?.related.map(inRelatedWords).sort()).toEqual([
    '1 word differs (a number differs)',
    'identical',
  ]);
  expect(related?.sameOrigin).toEqual([{ source: quoting, title: 'A letter', ...standing }]);
});

test('the annex of an export says so in sentences', async () => {
  must(
    await session.act([relateAct(now, before, 'edition'), relateAct(now, quoting, 'same-work')]),
  );
  const [composed] = await session.composeQuotes([quote]);
  const [elsewhere] = await session.quotesElsewhere({ quotes: [quote] });
  const report = buildReport([{ ...there(composed), elsewhere: there(elsewhere) }], {
    ...{ groupBy: 'source', title: 'Quotes', generatedAt: 0, appVersion: '1' },
  });
  const [entry] = provenanceOf(report);
  expect([...there(entry).findings].sort()).toEqual([
    'in “A letter”, another copy: identical',
    'in “Works Monitor 2024”, another edition: 1 word differs (a number differs): here “412”, there “398”',
    'stands word for word in “A letter” as well: together they are one origin',
  ]);
});

test('a source that is gone for good takes its relations with it', async () => {
  must(await session.act([relateAct(now, before, 'edition')]));
  const subject = `source/${before}` as const;
  must(await session.act([{ subject, kind: 'source-removed', payload: { source: before } }]));
  expect(held(now).related).toEqual([]);
  must(await session.purge(before));
  must(await session.close());
  const locker = await reopen(folder);
  expect(locker.state.relations.size).toBe(0);
});

test('a pair out of order, of one source or of three is refused', () => {
  const act = relateAct(now, before, 'edition');
  const accepts = (sources: readonly string[]) =>
    parseAct({ ...act, payload: { sources, relation: 'edition' } }) !== undefined;
  const [a, b] = [now, before].sort() as [SourceId, SourceId];
  expect(accepts([a, b])).toBe(true);
  expect(accepts([b, a])).toBe(false);
  expect(accepts([a, a])).toBe(false);
  expect(accepts([a])).toBe(false);
  expect(accepts([a, b, 'f'.repeat(32)])).toBe(false);
});

function held(id: SourceId) {
  return there(session.readLibrary().sources.find((source) => source.id === id));
}

function textOf(text: string): ImportedText {
  const work = buildPlainText(text, 'plain');
  const { extractor, words, unreadable } = work;
  return {
    ...{ status: 'text', format: 'plain', working: encodeWorkingText(work).buffer },
    ...{ extractor, pages: 1, words, unreadable, details: {} },
  };
}

async function importText(text: string, details: Partial<SourceDetails>): Promise<SourceId> {
  const blob = new Blob([text]);
  const named = { name: 'a.txt', mediaType: 'text/plain', blob };
  const { file } = must(await session.importing.sealOriginal(named));
  const imported = { ...textOf(text), details };
  return must(await session.importing.finish({ file, text: imported }));
}

test('a statement is contradicted by the text, told of other editions, taken back and undone', async () => {
  must(await session.act([relateAct(now, before, 'edition')]));
  const id = randomId();
  must(await session.act([stateAct(id, now, ['lighthouse', '398'])]));
  const [checked] = await session.readStatements(now);
  expect(checked).toMatchObject({
    ...{ statement: id, terms: ['lighthouse', '398'] },
    checks: [
      { source: now, relation: null, hasText: true, count: 0, places: [] },
      { source: before, relation: 'edition', count: 1 },
    ],
  });
  const [place] = there(checked?.checks[1]).places;
  expect(place?.words).toContain('counted 398 complaints');

  must(await session.act([stateAct(randomId(), now, ['Complaint'])]));
  expect((await session.readStatements(now))[1]?.checks[0]?.count).toBe(2);
  must(await session.takeBack('undo'));
  expect(await session.readStatements(now)).toHaveLength(1);

  must(await session.act([unstateAct(now, id)]));
  expect(await session.readStatements(now)).toEqual([]);
  must(await session.takeBack('undo'));
  must(await session.close());
  const locker = await reopen(folder);
  expect(locker.state.statements.get(id)).toMatchObject({ source: now, removed: false });
});

test('a statement is held against the new text once its source is renewed', async () => {
  must(await session.act([stateAct(randomId(), now, ['lighthouse'])]));
  expect((await session.readStatements(now))[0]?.checks[0]?.count).toBe(0);
  const text = textOf(`${body}\n\nA lighthouse keeper was heard.`);
  must(await session.versions.compare({ source: now, file: null, text }));
  must(await session.versions.accept(now));
  expect((await session.readStatements(now))[0]?.checks[0]?.count).toBe(1);
});
