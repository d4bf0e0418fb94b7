// A locker with as many acts as years of work leave, written quickly: its disk leaves out the syncs.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { nodeDisk, type Disk, type DiskFile } from '../../electron/locker/disk.ts';
import { diskFolder } from '../../electron/locker/folder.ts';
import { emptyDetails } from '../../shared/evidence/source.ts';
import { randomId, type MarkId, type SourceId } from '../../shared/evidence/ids.ts';
import { type Act } from '../../shared/journal/change.ts';
import type { LockerFolder } from '../../shared/locker/folder.ts';
import {
  createSmallLocker,
  markAct,
  must,
  noteAct,
  testHost,
  testPerson,
} from '../../test/support/small-locker.ts';

export interface LargeLocker {
  readonly changes: number;
  /** Acts that were asked for at once, and so lie in one frame. */
  readonly together: number;
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
export function quickFolder(root: string): LockerFolder {
  return diskFolder(root, { disk: quickDisk });
}

/** Half of the acts mark, the other half note on those marks. */
export async function fillLargeLocker(
  parent: string,
  { changes, together }: LargeLocker,
): Promise<string> {
  const root = path.join(parent, `${changes}-by-${together}`);
  mkdirSync(root);
  const { locker } = await createSmallLocker(await testHost(quickFolder(root)));
  const sources = Array.from({ length: sourceCount }, (): SourceId => randomId());
  must(await locker.act(sources.map(sourceAct), testPerson.id));
  const acts = actsOn(sources, changes - locker.changes.length);
  for (let at = 0; at < acts.length; at += together) {
    must(await locker.act(acts.slice(at, at + together), testPerson.id));
  }
  must(await locker.close());
  return root;
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
