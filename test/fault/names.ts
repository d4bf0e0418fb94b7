// `names`: names that file systems, spreadsheets and eyes stumble over go through imports, exports and the folder. Nothing leaves its
// folder, no cell is a formula, and what is not the locker's own is counted and never touched.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ExportFolder } from '../../electron/export/export-folder.ts';
import { diskFolder } from '../../electron/locker/folder.ts';
import { randomId } from '../../shared/evidence/ids.ts';
import { exportCsv } from '../../shared/export/csv.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import { folderOf, copyOf } from './snapshot.ts';
import { memoryFolder } from '../support/memory-folder.ts';
import { quoted, reportOf, source as quotedSource } from '../support/quoted.ts';
import {
  createSmallLocker,
  importedAct,
  must,
  passphraseBytes,
  reopen,
  streamOf,
  testHost,
  testPerson,
} from '../support/small-locker.ts';
import { newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import type { Random } from './random.ts';
import { runSteps } from './steps.ts';

export const names: Campaign = {
  name: 'names',
  promise: 'hostile names escape from no folder, make no formula and are never lost (P13)',
  shortN: 200,
  fullN: 2_000,
  run: (context) => runNames(context, (parent, name) => ExportFolder.begin(parent, name)),
};

const pieces = [
  ...['..', '../..', '/', '\\', '/etc/passwd', 'C:\\Windows', '\\\\server\\share', '~', '.', ' '],
  ...[
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200f',
    '\ufeff',
    '\u00ad',
    '\0',
    '\n',
    '\r',
    '\t',
    '\u001b[2J',
  ],
  ...['CON', 'nul.txt', 'COM1', 'LPT¹', 'aux.', 'prn', 'report.txt', 'report.pdf.exe', '.hidden'],
  ...['=1+1', '+', '-2', '@SUM(A1)', '＝cmd', '=HYPERLINK("x")', '"', "'", ',', ';', '%0a', '|'],
  ...[
    'é',
    'e\u0301',
    '👩🏽‍⚖️',
    '返鄉者',
    'قالت',
    '\ud800',
    '\udfff',
    '\uffff',
    'a'.repeat(255),
    'x'.repeat(1_100),
  ],
  ...['.tmp', '.evidence-export-00000000000000000000000000000000', '__proto__', 'constructor'],
];

type Begin = (parent: string, name: string) => Promise<Pick<ExportFolder, 'write' | 'commit'>>;

/** `begin`: how an export gets its folder; a test plants one there that takes a name as it comes. */
export async function runNames(context: FaultContext, begin: Begin): Promise<Tally> {
  const tally = newTally();
  await runSteps(context, tally, async (step, random) => {
    const name = Array.from({ length: random.between(1, 4) }, () => random.pick(pieces)).join('');
    const place = path.join(context.scratch, `step-${String(step)}`);
    mkdirSync(place);
    const wrong = [
      ...(await throughImport(name, tally)),
      ...(await throughExport(name, place, begin)),
      ...throughCells(name),
      ...(await besideTheLocker(random, place)),
    ];
    for (const what of wrong)
      tally.failures.push({ step, what: `${JSON.stringify(name)}: ${what}` });
  });
  return tally;
}

/** As a file's name and a title: kept as it came, or refused with a code; never told to be saved and then gone. */
async function throughImport(name: string, tally: Tally): Promise<readonly string[]> {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const source = randomId();
  const named = { name, mediaType: 'text/plain' };
  const sealed = await locker.sealFile(`source/${source}`, named, streamOf(new Uint8Array(3)));
  if (!sealed.ok) return [];
  const done = await locker.act([importedAct(source, sealed.value, name)], testPerson.id);
  if (!done.ok) return done.error === 'request-malformed' ? [] : [`refused as ${done.error}`];
  tally.acks++;
  const again = await reopen(folderOf(copyOf(folder)));
  const back = again.state.sources.get(source);
  const file = await again.openFile(sealed.value.file);
  if (back?.original.name === name && back.details.title === name && file.ok) return [];
  tally.lost++;
  return ['it was told to be saved and came back otherwise'];
}

async function throughExport(
  name: string,
  place: string,
  begin: Begin,
): Promise<readonly string[]> {
  const parent = path.join(place, 'chosen', 'exports');
  mkdirSync(parent, { recursive: true });
  try {
    const folder = await begin(parent, name);
    await folder.write(name, Uint8Array.of(1));
    await folder.write(`${name}.csv`, Uint8Array.of(2));
    await folder.commit();
  } catch (error) {
    return [`the export fails: ${String(error)}`];
  }
  const made = readdirSync(place, { recursive: true, encoding: 'utf8' });
  const files = readdirSync(parent, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  const wrong = made
    .filter((each) => !each.startsWith(path.join('chosen', 'exports')) && each !== 'chosen')
    .map((each) => `it left its folder: ${each}`);
  if (files.length !== 2) wrong.push(`${String(files.length)} files instead of two`);
  for (const each of made.flatMap((inner) => inner.split(path.sep))) {
    if (Buffer.byteLength(each) > 255 || /[\p{Cc}\p{Cf}]/u.test(each))
      wrong.push(`a bad name: ${each}`);
    if (/^(?:con|prn|aux|nul|com\d|lpt[\d¹²³])(?:\.|$)/iu.test(each))
      wrong.push(`a reserved name: ${each}`);
    if (/[. ]$/u.test(each)) wrong.push(`a name that Windows shortens: ${each}`);
  }
  return wrong;
}

/** In every column that carries what a document or a person calls something. */
function throughCells(name: string): readonly string[] {
  const details = { title: name, publisher: name, author: name, url: name };
  const given = quotedSource(1, details);
  const source = { ...given, original: { ...given.original, name } };
  const csv = exportCsv(
    reportOf([quoted(1, { exact: name, note: name, tags: [name], section: name, source })]),
  );
  const cells = Array.from(csv.matchAll(/"((?:[^"]|"")*)"/gu), ([, cell = '']) =>
    cell.replaceAll('""', '"'),
  );
  return cells
    .filter((cell) => /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r]/u.test(cell))
    .map((cell) => `a cell that is a formula: ${cell.slice(0, 40)}`);
}

/** Beside the locker's own files: counted, and as they were after a whole session. */
async function besideTheLocker(random: Random, place: string): Promise<readonly string[]> {
  const root = path.join(place, 'locker');
  const folder = diskFolder(root);
  const { locker } = await createSmallLocker(await testHost(folder));
  must(await locker.close());
  await folder.release();
  const own = must(await folder.list()).entries.length;
  const put: string[] = [];
  for (const inside of ['', 'slots', 'keys', 'files', 'journal']) {
    const name = random.oneIn(2) ? conflictName(random) : random.pick(pieces);
    const file = path.join(root, inside, name);
    mkdirSync(path.join(root, inside), { recursive: true });
    if (name.includes('/') || path.dirname(file) !== path.join(root, inside)) continue;
    try {
      writeFileSync(file, name, { flag: 'wx' });
      put.push(file);
    } catch {
      // this file system does not take such a name
    }
  }
  const opened = must(
    await openLocker(await testHost(diskFolder(root)), { passphrase: passphraseBytes() }),
  );
  const report = must(await opened.check());
  must(await opened.close());
  const wrong = put
    .filter((file) => readFileSync(file, 'utf8') !== Buffer.from(path.basename(file)).toString())
    .map((file) => `a foreign file was touched: ${path.basename(file)}`);
  const strangers = report.foreign + report.stray.length + report.damage.length;
  if (strangers !== put.length)
    wrong.push(`${String(put.length)} foreign files, ${String(strangers)} counted`);
  if (must(await diskFolder(root).list()).entries.length < own)
    wrong.push('a file of the locker is gone');
  return wrong;
}

/** What synchronisers call the second of two versions, and what they call one that is on its way. */
function conflictName(random: Random): string {
  const id = Array.from(random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return random.pick([
    `${id} (conflicted copy 2026-11-22)`,
    `${id}.sync-conflict-20261122-101500-ABCDEFG`,
    `.~${id}`,
    `${id}.part`,
    `~$${id}`,
    id.toUpperCase(),
    `${id}.seg`,
    `.${id}.icloud`,
    `${id}-DESKTOP`,
  ]);
}
