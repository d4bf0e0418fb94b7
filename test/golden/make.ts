// Makes a golden locker of the format that the program writes now: node test/golden/make.ts OUT [renewed]. Two devices and two people
// act apart and are merged; everything a journal can tell and a folder can hold is in it. Writes OUT/locker and
// OUT/expected.json. A golden locker of a released format is made once and never again.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFolder } from '../../electron/locker/folder.ts';
import { utf8 } from '../../shared/bytes.ts';
import { leastCost } from '../../shared/crypto/argon2.ts';
import { randomId, type DeviceId, type PersonId } from '../../shared/evidence/ids.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { generalCase, type Act } from '../../shared/journal/change.ts';
import { openLocker, type LockerHost } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { renewKeys } from '../../shared/locker/renew-keys.ts';
import { describeRange } from '../../shared/anchor/describe.ts';
import { emptyDetails } from '../../shared/evidence/source.ts';
import { pairOf } from '../../shared/evidence/relation.ts';
import type { Translation } from '../../shared/evidence/translation.ts';
import { encodeWorkingText } from '../../shared/text/codec.ts';
import { buildPlainText } from '../../shared/text/plain.ts';
import { noViews } from '../fault/snapshot.ts';
import { contentOn, quoteMade } from '../support/composed.ts';
import {
  createSmallLocker,
  deviceA,
  deviceB,
  importSource,
  markAct,
  must,
  noteAct,
  passphraseBytes,
  testHost,
  testPerson,
} from '../support/small-locker.ts';
import { summarise } from './summarise.ts';

const [out = '', variant] = process.argv.slice(2);
const [one, two] = ['one', 'two'].map((copy) => path.join(out, copy)) as [string, string];
const first = new TextDecoder().decode(passphraseBytes());
const theirs = 'marble lantern ochre river upright quilt';
const next = `${first} – 變更`;
const by = testPerson.id;
const other: Person = {
  id: 'bb000000000000000000000000000000' as PersonId,
  name: '林 B.',
  colour: '#8e3b73',
};

const bridge = 'The bridge at Haiyun was closed.\n\n橋在早上關閉了。\n';

const { source, mark } = await begin();
cpSync(one, two, { recursive: true });
const [oldSlots, newSlots] = await actApart();
cpSync(two, one, { recursive: true });
await merge();
await writeExpected(await finish());

async function begin() {
  const host = await hostOf(one, deviceA);
  const { locker } = await createSmallLocker(host, leastCost);
  const text = buildPlainText(bridge, 'plain');
  const imported = await importSource(locker, utf8(text.text), 'bridge.txt', text);
  const long = Uint8Array.from({ length: 40_000 }, (_, index) => (index * 7) & 255);
  await importSource(locker, long, 'ledger.bin');
  const kept = markAct(imported.source, 'The bridge at Haiyun was closed.');
  const subject = `marks/${imported.source}/${generalCase}` as const;
  const id = kept.kind === 'marked' ? kept.payload.mark.id : randomId();
  const tag = { id: randomId(), name: 'roads' } as const;
  await does(locker, { subject: 'library', kind: 'tag-made', payload: { tag } });
  await does(locker, kept, { subject, kind: 'tagged', payload: { mark: id, tag: tag.id } });
  await does(locker, noteAct(imported.source, id, 'ask the ferryman'));
  await does(locker, { subject, kind: 'mark-coloured', payload: { mark: id, colour: 'doubt' } });
  const settings = { autoLockMinutes: 2, quitWhenLocking: true } as const;
  await does(locker, { subject: 'library', kind: 'settings-changed', payload: { settings } });
  const current = { kind: 'passphrase', passphrase: utf8(first) } as const;
  const added = {
    passphrase: utf8(theirs),
    cost: leastCost,
    person: other,
    label: 'at the office',
  };
  must(await locker.slots.add(current, added, by));
  must(await (await locker.slots.prepareRecovery(current).then(must)).write(by));
  must(await locker.takePhrase('shown', by));
  await does(locker, {
    subject: 'library',
    kind: 'backed-up',
    payload: { files: 9, bytes: 70_000 },
  });
  must(await locker.close());
  return { source: imported.source, mark: id };
}

/** Device A changes a passphrase and deletes a source for good; device B, which has not heard of it, goes on with all. */
async function actApart(): Promise<[readonly string[], readonly string[]]> {
  const locker = await open(one, deviceA, first);
  const before = await slotsOf(locker);
  await does(locker, noteAct(source, mark, 'Zweite Lesung, 第二次閱讀'));
  const current = { kind: 'passphrase', passphrase: utf8(first) } as const;
  const changed = { passphrase: utf8(next.normalize('NFC')), cost: leastCost };
  must(await locker.slots.changePassphrase(current, changed, by));
  const doomed = Array.from(locker.state.sources.values()).find(
    ({ original }) => original.name === 'ledger.bin',
  );
  if (doomed === undefined) throw new Error('the ledger is not there');
  must(await locker.purge(doomed.id, by));
  const after = await slotsOf(locker);
  must(await locker.close());

  const far = await open(two, deviceB, theirs);
  const subject = `marks/${source}/${generalCase}` as const;
  const { source: late } = await importSource(far, utf8('Only a name, no text.\n'), 'appendix.txt');
  await does(far, markAct(doomed.id, 'of a source that is being deleted'));
  await does(far, { subject, kind: 'unmarked', payload: { mark } });
  await does(far, { subject, kind: 'remarked', payload: { mark } });
  await does(far, { subject: `source/${late}`, kind: 'source-removed', payload: { source: late } });
  must(await far.close());
  return [before, after];
}

async function merge(): Promise<void> {
  const merged = await open(one, deviceA, next);
  await does(merged, markAct(source, 'after the merge'));
  await quoteAndRenew(merged);
  await markFinely(merged);
  const exported = { marks: 2, files: [{ name: 'quotes.csv', sha256: '00'.repeat(32) }] };
  await does(merged, { subject: 'library', kind: 'exported', payload: exported });
  if (variant !== 'renewed') return; // not closed: the session ends here
  const renewal = { passphrase: utf8(next.normalize('NFC')), cost: leastCost, person: by };
  const host = await hostOf(one, deviceA);
  const stretching = { argon2: host.argon2, least: leastCost };
  const recovery = new Uint8Array(32).fill(7);
  must(await renewKeys(merged, { ...renewal, recovery, stretching, now: host.now }));
  const renewed = await open(one, deviceA, next);
  await does(renewed, markAct(source, 'under new keys')); // not closed
}

/** New in format 3: quotes, translations, statements, relations of sources, a newer text to which a mark goes along. */
async function quoteAndRenew(locker: OpenLocker): Promise<void> {
  const held = locker.state.sources.get(source);
  const marked = locker.state.marks.get(mark);
  if (held === undefined || marked === undefined) throw new Error('the bridge is not there');
  const subject = `marks/${source}/${generalCase}` as const;
  const content = contentOn(bridge, [[0, 20]], { workingFile: marked.workingFile, endsCut: true });
  const quote = randomId();
  await does(locker, quoteMade(source, content, quote));
  const changed = { ...content, note: '為什麼' };
  await does(locker, { subject, kind: 'quote-changed', payload: { quote, content: changed } });
  const translation: Translation = {
    kind: 'own',
    language: 'zh',
    translator: '林 B.',
    competence: 'a native speaker',
    date: '2026-11-30',
    text: '海雲的橋 [...]',
  };
  await does(locker, { subject, kind: 'translated', payload: { quote, translation } });
  const statement = { id: randomId(), source, terms: ['ferry', '渡船'] };
  await does(locker, { subject, kind: 'statement-made', payload: { statement } });
  const doubled = { id: randomId(), source, terms: ['bridge'] };
  await does(
    locker,
    { subject, kind: 'statement-made', payload: { statement: doubled } },
    { subject, kind: 'statement-removed', payload: { source, statement: doubled.id } },
  );
  const { source: copy } = await importSource(locker, utf8(`Archive\n\n${bridge}`), 'copy.txt');
  await does(locker, {
    subject: 'library',
    kind: 'sources-related',
    payload: { sources: pairOf(source, copy), relation: 'same-work' },
  });
  await renewSource(locker, `Second edition.\n\n${bridge}`);
}

/** New in format 4: kinds and ranges of marks, corrected readings, reviews, the tag tree, page labels, organisations, proposals. */
async function markFinely(locker: OpenLocker): Promise<void> {
  const subject = `marks/${source}/${generalCase}` as const;
  const marked = locker.state.marks.get(mark);
  const [roads] = locker.state.tags.keys();
  if (marked === undefined || roads === undefined) throw new Error('the bridge is not there');
  const { workingFile } = marked;
  const all = 'Second edition.\n\n' + bridge;
  const { start: from, end: to } = marked.anchor;
  const page = { workingFile, firstPage: 0, lastPage: 0, pageLabel: '' } as const;
  const seed = { ...page, source } as const;
  const [underlined, area] = [randomId(), randomId()];
  const split = { ...page, mark, anchor: describeRange(all, from, from + 10) };
  const further = [describeRange(all, from + 14, to)];
  const nothing = { start: 0, end: 0, exact: '', prefix: '', suffix: '' };
  const square = { page: 0, x: 10.5, y: 20, width: 30.25, height: 40 };
  const line = { ...seed, id: underlined, anchor: marked.anchor };
  const picture = { ...seed, id: area, anchor: nothing, colour: 'key' } as const;
  await does(
    locker,
    { subject, kind: 'marked', payload: { mark: { ...line, colour: 'law', kind: 'underline' } } },
    { subject, kind: 'mark-restyled', payload: { mark: underlined, kind: 'highlight' } },
    { subject, kind: 'marked', payload: { mark: { ...picture, kind: 'area', area: square } } },
    { subject, kind: 'marks-placed', payload: { source, marks: [{ ...split, more: further }] } },
    { subject, kind: 'reading-corrected', payload: { mark, reading: 'The bridge at Háiyún' } },
    { subject, kind: 'reviewed', payload: { mark, review: 'disputed' } },
  );
  const below = { id: randomId(), name: 'bridges', parent: roads, colour: 'law' } as const;
  const tag = { ...below, definition: 'over water', mergedInto: null, removed: false };
  const twin = { ...tag, id: randomId(), name: '橋', colour: '' } as const;
  const library = 'library' as const;
  await does(
    locker,
    { subject: library, kind: 'tag-made', payload: { tag } },
    { subject: library, kind: 'tag-made', payload: { tag: twin } },
    { subject, kind: 'tagged', payload: { mark, tag: twin.id } },
    {
      ...{ subject: library, kind: 'tag-changed' },
      payload: { tag: tag.id, change: { name: 'Bridges', definition: 'over water and roads' } },
    },
    { subject: library, kind: 'tag-merged', payload: { tag: twin.id, into: tag.id } },
    {
      ...{ subject: library, kind: 'organisation-described' },
      payload: {
        organisation: {
          ...{ id: randomId(), name: 'Haiyun Herald', sourceType: 'media' },
          ...{ selfDescription: 'an independent newspaper', disclaimer: '' },
        },
      },
    },
    {
      ...{ subject: library, kind: 'settings-changed' },
      payload: { settings: { colourMeanings: { key: '要點' } } },
    },
  );
  const about = `source/${source}` as const;
  const labels = [
    { from: 0, style: 'roman', prefix: '', first: 1 },
    { from: 4, style: 'decimal', prefix: 'A-', first: 1 },
  ] as const;
  await does(
    locker,
    { subject: about, kind: 'pages-labelled', payload: { source, labels } },
    { subject: about, kind: 'reading-set', payload: { source, state: 'reading' } },
  );
  const mail = randomId();
  const letter = { name: 'letter.eml', mediaType: 'message/rfc822' };
  const sealed = must(
    await locker.sealFile(`source/${mail}`, letter, new Blob([utf8('No text.')]).stream()),
  );
  await does(locker, {
    subject: `source/${mail}`,
    kind: 'source-imported',
    payload: {
      ...{ source: mail, format: 'mail', status: 'unreadable', reason: 'unsafe' },
      original: { ...sealed, ...letter },
      details: { ...emptyDetails, sourceType: 'state-media', series: 'Letters', updated: '2026' },
      proposed: { sourceType: 'guess', series: 'stated', updated: 'likely' },
      partOf: source,
    },
  });
  await does(locker, {
    ...{ subject: `source/${mail}`, kind: 'source-described' },
    payload: { source: mail, details: { series: 'Letters' }, proposed: { series: 'stated' } },
  });
}

async function renewSource(locker: OpenLocker, newer: string): Promise<void> {
  const text = buildPlainText(newer, 'plain');
  const seal = async (bytes: Uint8Array<ArrayBuffer>) => {
    const about = { name: 'bridge-2.txt', mediaType: 'text/plain' };
    return must(await locker.sealFile(`source/${source}`, about, new Blob([bytes]).stream()));
  };
  const original = await seal(utf8(newer));
  const { file } = await seal(encodeWorkingText(text));
  const { extractor, pages, words, unreadable } = text;
  const working = { file, extractor, pages: pages.length, words, unreadable };
  const start = text.text.indexOf('The bridge');
  const anchor = describeRange(text.text, start, start + 32);
  const placed = { mark, workingFile: file, anchor, firstPage: 0, lastPage: 0, pageLabel: '' };
  await does(
    locker,
    {
      subject: `source/${source}`,
      kind: 'source-renewed',
      payload: {
        ...{ source, format: 'plain', status: 'text', working },
        original: { ...original, name: 'bridge-2.txt', mediaType: 'text/plain' },
      },
    },
    {
      subject: `marks/${source}/${generalCase}`,
      kind: 'marks-placed',
      payload: { source, marks: [placed] },
    },
  );
}

/** One slot that was replaced comes back with an older copy; renewed lockers delete it at every opening. */
async function finish(): Promise<OpenLocker> {
  const [replaced] = oldSlots.filter((slot) => !newSlots.includes(slot));
  if (variant !== 'renewed' && replaced !== undefined) {
    cpSync(path.join(two, 'slots', replaced), path.join(one, 'slots', replaced));
  }
  mkdirSync(path.join(out, 'locker'), { recursive: true });
  cpSync(one, path.join(out, 'locker'), { recursive: true });
  for (const copy of [one, two]) rmSync(copy, { recursive: true });
  return open(path.join(out, 'locker'), undefined, next);
}

async function writeExpected(locker: OpenLocker): Promise<void> {
  const expected = { passphrase: next, ...(await summarise(locker)) };
  writeFileSync(path.join(out, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
}

async function does(locker: OpenLocker, ...acts: readonly Act[]): Promise<void> {
  must(await locker.act(acts, by));
}

async function slotsOf(locker: OpenLocker): Promise<readonly string[]> {
  return must(await locker.slots.list()).map(({ id }) => id);
}

async function hostOf(folder: string, device: DeviceId | undefined): Promise<LockerHost> {
  const disk = diskFolder(folder, { readOnly: device === undefined });
  return { ...(await testHost(disk, device)), device, leastCost, views: noViews };
}

async function open(
  folder: string,
  device: DeviceId | undefined,
  secret: string,
): Promise<OpenLocker> {
  const host = await hostOf(folder, device);
  return must(await openLocker(host, { passphrase: utf8(secret.normalize('NFC')) }));
}
