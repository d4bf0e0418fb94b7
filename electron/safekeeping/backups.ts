// The backup under way, if any: there is one at a time, and what may be done with it depends on what it was chosen for.
import type { BackupPurpose } from '../../shared/ipc.ts';
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { placeForLocker } from '../locker/choose-place.ts';
import { nodeDisk, type Disk } from '../locker/disk.ts';
import { diskFolder, type DiskFolder } from '../locker/folder.ts';
import { asBackupError, atBackup, placeForBackup, placeOfBackup } from './backup-place.ts';
import { emptyFolder } from './empty-folder.ts';
import { twoFolders, type TwoFolders } from './two-folders.ts';

/** Asks for a folder; undefined when the person thinks better of it. */
export type ChooseFolder = (purpose: BackupPurpose | 'restore') => Promise<string | undefined>;

interface Current {
  readonly purpose: BackupPurpose;
  readonly place: string;
  readonly backup: DiskFolder;
  readonly folders: TwoFolders;
}

export class Backups implements BackupPlace {
  readonly #locker: DiskFolder;
  readonly #lockerPath: string;
  readonly #choose: ChooseFolder;
  readonly #own: readonly string[];
  readonly #disk: Disk;
  #current: Current | undefined;

  /** `own`: folders of the program, in which no copy may lie. */
  constructor(
    locker: DiskFolder,
    lockerPath: string,
    choose: ChooseFolder,
    own: readonly string[] = [],
    disk: Disk = nodeDisk,
  ) {
    this.#locker = locker;
    this.#lockerPath = lockerPath;
    this.#choose = choose;
    this.#own = own;
    this.#disk = disk;
  }

  async choose(purpose: BackupPurpose): Promise<Result<null>> {
    await this.release(false);
    const chosen = await this.#choose(purpose);
    if (chosen === undefined) return fail('cancelled');
    const own = { path: this.#lockerPath, folder: this.#locker };
    const place = await atBackup(() => {
      switch (purpose) {
        case 'backup':
          return placeForBackup(own, chosen, this.#disk);
        case 'copy':
          return placeForLocker('create', chosen, this.#own, this.#disk);
        case 'bring-back':
          return placeOfBackup(own, chosen, this.#disk);
      }
    });
    if (!place.ok) return place;
    const readOnly = purpose === 'bring-back';
    const backup = diskFolder(place.value, { disk: this.#disk, readOnly });
    this.#current = {
      purpose,
      place: place.value,
      backup,
      folders: twoFolders(this.#locker, backup),
    };
    return ok(null);
  }

  list: BackupPlace['list'] = () => this.#with((folders) => folders.list());
  read: BackupPlace['read'] = (...args) => this.#with((folders) => folders.read(...args));
  store: BackupPlace['store'] = (...args) =>
    this.#with((folders) => folders.store(...args), 'backup', 'copy');
  fetch: BackupPlace['fetch'] = (...args) =>
    this.#with((folders) => folders.fetch(...args), 'bring-back');

  drop: BackupPlace['drop'] = (name) =>
    this.#with((folders) => folders.drop(name), 'backup', 'copy');

  /** Also when the page ended in the middle. */
  async release(whole: boolean): Promise<Result<null>> {
    const current = this.#current;
    this.#current = undefined;
    if (current === undefined) return ok(null);
    await current.backup.release();
    // Its folder was empty, so all that lies in it is the copy's.
    if (current.purpose !== 'copy' || whole) return ok(null);
    const emptied = await emptyFolder(this.#disk, current.place);
    return emptied.ok ? emptied : fail(asBackupError(emptied.error));
  }

  #with<T>(
    work: (folders: TwoFolders) => Promise<Result<T>>,
    ...purposes: readonly BackupPurpose[]
  ): Promise<Result<T>> {
    const current = this.#current;
    const fits = purposes.length === 0 || (current && purposes.includes(current.purpose));
    return current === undefined || !fits
      ? Promise.resolve(fail('backup-absent'))
      : work(current.folders);
  }
}
