// A locker with as many acts as years of work leave, written quickly: its disk leaves out the syncs.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { nodeDisk, type Disk, type DiskFile } from '../../electron/locker/disk.ts';
import { diskFolder, type DiskFolder } from '../../electron/locker/folder.ts';
import { emptyDetails } from '../../shared/evidence/source.ts';
import { randomId, type MarkId, type SourceId } from '../../shared/evidence/ids.ts';
import { type Act } from '../../shared/journal/change.ts';

import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import {
  createSmallLocker,
  markAct,
  must,
  noteAct,
  reopen,
  testHost,
  testPerson,
} from '../../test/support/small-locker.ts';

export interface LargeLocker {
  readonly changes: number;
  /** Acts that were asked for at once, and so lie in one frame. */
  readonly together: number;
  /** Sessions in which they were done, each on sources of its own. */
  readonly runs: number;
}

const sourceCount = 40;
const sentence = 'The inspectors counted six shelters that were open, and none that took in men. ';

const noSync = (): Promise<void> => Promise.resolve();
const withoutSync = (file: DiskFile): DiskFile => ({ ...file, sync: noSync });
const quickDisk: Disk = {
  ...nodeDisk,
  syncOld: noSync,
  syncFolder: noSync,
  openNew: async (name) => withoutSync(await nodeDisk.openNew(name)),
};

/** The folder on the real disk, which may lose what is written to it when the machine stops. */
export function quickFolder(root: string): DiskFolder {
  return diskFolder(root, { disk: quickDisk });
}

/**
 * Half of the acts mark, the other half note on those marks. Each run is done in a copy of the empty locker, by a device
 * of its own, and copied back: opening what is there already again and again would take too long.
 */
export async function fillLargeLocker(
  parent: string,
  { changes, together, runs }: LargeLocker,
): Promise<string> {
  const root = path.join(parent, `${changes}-by-${together}-in-${runs}`);
  const copy = `${root}-copy`;
  mkdirSync(root);
  const first = quickFolder(root);
  const { locker: empty } = await createSmallLocker(await testHost(first));
  must(await empty.close());
  await first.release();
  const begun = empty.changes.length;
  cpSync(root, copy, { recursive: true });
  for (let run = 1; run <= runs; run++) {
    const wanted = shareOf(changes - begun, run, runs) - shareOf(changes - begun, run - 1, runs);
    const own = `${root}-run`;
    cpSync(copy, own, { recursive: true });
    const folder = quickFolder(own);
    await doRun(await reopen(folder, randomId()), wanted, { together, runs });
    await folder.release();
    cpSync(own, root, { recursive: true });
    rmSync(own, { recursive: true });
  }
  rmSync(copy, { recursive: true });
  return root;
}

function shareOf(all: number, run: number, runs: number): number {
  return Math.round((all * run) / runs);
}

async function doRun(
  locker: OpenLocker,
  wanted: number,
  { together, runs }: Pick<LargeLocker, 'together' | 'runs'>,
): Promise<void> {
  const sources = Array.from({ length: Math.ceil(sourceCount / runs) }, (): SourceId => randomId());
  must(await locker.act(sources.map(sourceAct), testPerson.id));
  const acts = actsOn(sources, wanted - sources.length);
  for (let at = 0; at < acts.length; at += together) {
    must(await locker.act(acts.slice(at, at + together), testPerson.id));
  }
  must(await locker.close());
}

/** Of a source whose file lies nowhere: files are not what is measured here. */
function sourceAct(source: SourceId): Act {
  return {
    subject: `source/${source}`,
    kind: 'source-imported',
    payload: {
      source,
      format: 'plain',
      original: {
        ...{ file: randomId(), sha256: '0'.repeat(64), sizeBytes: 1 },
        ...{ name: 'report.txt', mediaType: 'text/plain' },
      },
      status: 'no-text',
      details: { ...emptyDetails, title: `Report ${source.slice(0, 4)}` },
    },
  };
}

function actsOn(sources: readonly SourceId[], count: number): readonly Act[] {
  const marks: { readonly source: SourceId; readonly mark: MarkId }[] = [];
  return Array.from({ length: count }, (_, n) => {
    const known = marks[Math.floor(n / 2)];
    if (n % 2 === 1 && known !== undefined) {
      return noteAct(known.source, known.mark, `To be compared with the table on page ${n}.`);
    }
    const source = sources[Math.floor(n / 50) % sources.length] ?? randomId();
    const mark: MarkId = randomId();
    marks.push({ source, mark });
    return markAct(source, sentence.repeat(1 + (n % 4)), mark);
  });
}
