// `hostile`: documents made or broken to hurt go through the real import of the running program, many in one session, and
// those that have text are read on the screen.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { diskFolder } from '../../electron/locker/folder.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import { must, passphraseBytes, testHost } from '../support/small-locker.ts';
import { packDocx, paragraph, run } from '../support/made-up-docx.ts';
import { attachedPart, madeMail, multipart, textPart } from '../support/made-up-mail.ts';
import { smallPdf } from '../support/small-pdf.ts';
import { newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { layDesk } from './desk.ts';
import { expectedStatus } from './hostile-expected.ts';
import { hostilePages } from './hostile-pages.ts';
import { hostilePdfs, type HostileFile } from './hostile-pdfs.ts';
import { hostileOffice } from './hostile-office.ts';
import { hostilePictures } from './hostile-pictures.ts';
import { HostileSession, type MakeFile } from './hostile-session.ts';
import { hostileTexts } from './hostile-texts.ts';
import { mutate } from './mutants-of-files.ts';
import { randomOfStep } from './random.ts';

const batchFiles = 30;
const fullFrom = 500;

export const hostile: Campaign = {
  name: 'hostile',
  promise:
    'a hostile document runs no code, asks for nothing, stops nothing and is kept as it is (P9)',
  shortN: 10,
  fullN: 1_000,
  needs: 'build',
  run: runHostile,
};

/** A step is one file: those made by hand, those of `sources`, then `n` mutants. */
async function runHostile(context: FaultContext): Promise<Tally> {
  const tally = newTally();
  const made = handMade(context.n >= fullFrom);
  const all: readonly MakeFile[] = [...made.map((file) => () => file), ...foundAndBroken(context)];
  const steps = context.only === undefined ? Array.from(all.keys()) : [context.only];
  const desk = layDesk(context.scratch);
  const session = await HostileSession.start(desk, tally);
  try {
    await session.proveItself();
    for (let from = 0; from < steps.length && !isStopped(context); from += batchFiles) {
      await session.take(steps.slice(from, from + batchFiles), all);
      tellProgress(tally, steps.length);
    }
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tally.failures.push({ step: tally.n, what });
  } finally {
    await session.end();
  }
  if (isStopped(context)) {
    const what = `stopped after ${String(tally.n)} of ${String(steps.length)} files`;
    tally.failures.push({ step: tally.n, what });
  }
  await checkStored(desk.place.locker, session.passphrase, tally);
  return tally;
}

function isStopped({ stop }: FaultContext): boolean {
  return stop?.aborted === true;
}

/** A long run says how far it is. */
function tellProgress({ n, failures }: Tally, of: number): void {
  if (of < fullFrom) return;
  console.log(`  ${String(n)} of ${String(of)} files, ${String(failures.length)} failures`);
}

function handMade(full: boolean): readonly HostileFile[] {
  return [
    ...hostilePdfs(full),
    ...hostileTexts(full),
    ...hostilePages(full),
    ...hostilePictures(),
    ...hostileOffice(full),
  ].map((file) => {
    const expected = expectedStatus(file.name);
    return expected === undefined ? file : { ...file, expected };
  });
}

function foundAndBroken({ sources, seed, n }: FaultContext): readonly MakeFile[] {
  const found = sources === undefined ? [] : filesBelow(sources);
  const read = (file: string) => () => ({
    name: path.basename(file),
    bytes: readFileSync(file),
  });
  const originals: readonly MakeFile[] =
    found.length > 0 ? found.map(read) : smallSources.map((file) => () => file);
  const broken = Array.from({ length: n }, (_, index) => (): HostileFile => {
    const random = randomOfStep(seed, index);
    const [own, other] = [random.pick(originals)(), random.pick(originals)()];
    const { kind, bytes } = mutate(own.bytes, random, other.bytes);
    return { name: `${String(index)}-${kind}-${own.name}`, bytes };
  });
  return [...(found.length > 0 ? originals : []), ...broken];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

const smallSources: readonly HostileFile[] = [
  { name: 'small.pdf', bytes: smallSource() },
  {
    name: 'small.docx',
    bytes: packDocx(paragraph(run('The shelter was open to nobody in the winter of that year.'))),
  },
  {
    name: 'small.eml',
    bytes: madeMail(
      'Shelters',
      multipart('mixed', [textPart('See there.'), attachedPart('a.txt', 'Closed.')]),
    ),
  },
];

function smallSource(): Uint8Array {
  const line = 'The shelter was open to nobody in the winter of that year';
  const pages = Array.from({ length: 5 }, (_, page) => [line, `page ${String(page)}`, line]);
  return new Uint8Array(smallPdf({ pages, title: 'Shelters', pageLabels: '[0 << /S /r >>]' }));
}

/** Every original that was sealed opens to the bytes whose hash the journal has. */
async function checkStored(folder: string, passphrase: string, tally: Tally): Promise<void> {
  const host = await testHost(diskFolder(folder, { readOnly: true }));
  const opened = await openLocker(host, { passphrase: passphraseBytes(passphrase) });
  if (!opened.ok) {
    tally.failures.push({ step: tally.n, what: `the locker does not open: ${opened.error}` });
    return;
  }
  const { damage, missing, stray, files } = must(await opened.value.check());
  tally.figures['sealed files checked'] = files;
  for (const found of [...damage, ...missing, ...stray]) {
    tally.failures.push({ step: tally.n, what: `check finds ${JSON.stringify(found)}` });
  }
}
