// The backup under way, if any: there is one at a time, and what may be done with it depends on what it was chosen for.
import type { BackupPurpose } from '../../shared/ipc.ts';
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nodeDisk, type Disk } from '../locker/disk.ts';
import { diskFolder, type DiskFolder } from '../locker/folder.ts';
import { atBackup, placeForBackup, placeOfBackup } from './backup-place.ts';
import { twoFolders, type TwoFolders } from './two-folders.ts';

/** Asks for a folder; undefined when the person thinks better of it. */
export type ChooseFolder = (purpose: BackupPurpose | 'restore') => Promise<string | undefined>;

interface Current {
  readonly purpose: BackupPurpose;
  readonly backup: DiskFolder;
  readonly folders: TwoFolders;
}

export class Backups implements BackupPlace {
  readonly #locker: DiskFolder;
  readonly #lockerPath: string;
  readonly #choose: ChooseFolder;
  readonly #disk: Disk;
  #current: Current | undefined;

  constructor(locker: DiskFolder, lockerPath: string, choose: ChooseFolder, disk: Disk = nodeDisk) {
    this.#locker = locker;
    this.#lockerPath = lockerPath;
    this.#choose = choose;
    this.#disk = disk;
  }

  async choose(purpose: BackupPurpose): Promise<Result<null>> {
    await this.release();
    const chosen = await this.#choose(purpose);
    if (chosen === undefined) return fail('cancelled');
    const own = { path: this.#lockerPath, folder: this.#locker };
    const find = purpose === 'backup' ? placeForBackup : placeOfBackup;
    const place = await atBackup(() => find(own, chosen, this.#disk));
    if (!place.ok) return place;
    const readOnly = purpose === 'bring-back';
    const backup = diskFolder(place.value, { disk: this.#disk, readOnly });
    this.#current = { purpose, backup, folders: twoFolders(this.#locker, backup) };
    return ok(null);
  }

  list: BackupPlace['list'] = () => this.#with((folders) => folders.list());
  read: BackupPlace['read'] = (...args) => this.#with((folders) => folders.read(...args));
  store: BackupPlace['store'] = (...args) =>
    this.#with((folders) => folders.store(...args), 'backup');
  fetch: BackupPlace['fetch'] = (...args) =>
    this.#with((folders) => folders.fetch(...args), 'bring-back');

  drop: BackupPlace['drop'] = (name) => this.#with((folders) => folders.drop(name), 'backup');

  /** Also when the page ended in the middle. */
  async release(): Promise<Result<null>> {
    const current = this.#current;
    this.#current = undefined;
    await current?.backup.release();
    return ok(null);
  }

  #with<T>(
    work: (folders: TwoFolders) => Promise<Result<T>>,
    purpose?: BackupPurpose,
  ): Promise<Result<T>> {
    const current = this.#current;
    const fits = purpose === undefined || current?.purpose === purpose;
    return current === undefined || !fits
      ? Promise.resolve(fail('backup-absent'))
      : work(current.folders);
  }
}
