// Which room answers which channel.
import { clipboard } from 'electron';
import type { DeviceId } from '../../shared/evidence/ids.ts';
import type { AppInfo } from '../../shared/ipc.ts';
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import type { LockerFolder } from '../../shared/locker/folder.ts';
import { ok } from '../../shared/result.ts';
import type { Attempts } from '../attempts.ts';
import type { AutoLock } from '../auto-lock.ts';
import type { Exporter } from '../export/exporter.ts';
import { printOptions } from '../export/print-options.ts';
import type { MainWindow } from '../main-window.ts';
import type { Restore } from '../safekeeping/restore.ts';
import type { Handlers } from './handle.ts';

interface Rooms {
  readonly info: AppInfo;
  /** A new one after a restore. */
  readonly device: () => DeviceId;
  readonly folder: LockerFolder;
  readonly attempts: Attempts;
  readonly window: MainWindow;
  readonly autoLock: AutoLock;
  readonly exporter: Exporter;
  readonly backups: BackupPlace;
  readonly restore: Restore;
}

export function makeHandlers({
  info,
  device,
  folder,
  attempts,
  window,
  autoLock,
  exporter,
  backups,
  restore,
}: Rooms): Handlers {
  return {
    'app:info': () => ok(info),
    'device:read': () => ok({ device: device() }),

    'folder:list': () => folder.list(),
    'folder:read': ({ name, offset, lengthBytes }) => folder.read(name, offset, lengthBytes),
    'folder:append': ({ name, bytes, acks }) => folder.append(name, bytes, acks),
    'folder:create': ({ name, bytes }) => folder.create(name, bytes),
    'folder:replace': ({ name, bytes }) => folder.replace(name, bytes),
    'folder:begin-file': ({ name }) => folder.beginFile(name),
    'folder:write-part': ({ name, offset, bytes }) => folder.writePart(name, offset, bytes),
    'folder:commit-file': ({ name }) => folder.commitFile(name),
    'folder:discard-file': ({ name }) => folder.discardFile(name),
    'folder:retire': ({ name, lockerId }) => folder.retire(name, lockerId),
    'folder:remove': ({ name }) => folder.remove(name),

    'attempts:read': () => ok(attempts.read()),
    'attempts:write': ({ failed }) => {
      attempts.write(failed);
      return ok(null);
    },
    'backup:choose': ({ purpose }) => backups.choose(purpose),
    'backup:list': () => backups.list(),
    'backup:read': ({ name, offset, lengthBytes }) => backups.read(name, offset, lengthBytes),
    'backup:store': ({ name, rule }) => backups.store(name, rule),
    'backup:fetch': ({ name, rule }) => backups.fetch(name, rule),
    'backup:drop': ({ name }) => backups.drop(name),
    'backup:release': () => backups.release(),
    'restore:begin': () => restore.begin(),
    'restore:step': () => restore.step(),
    'restore:discard': () => restore.discard(),

    'window:cover': ({ on }, sender) => {
      window.cover(sender, on);
      return ok(null);
    },
    'window:lock': async (_request, sender) => {
      await window.end(sender);
      return ok(null); // heard by nobody: the page that asked is gone
    },
    'settings:auto-lock': ({ minutes }) => {
      autoLock.minutes = minutes;
      return ok(null);
    },
    'settings:quit-when-locking': ({ on }) => {
      window.quitsWhenLocking = on;
      return ok(null);
    },

    'export:print': async (_request, sender) =>
      ok(Uint8Array.from(await sender.printToPDF(printOptions))),
    'export:begin': ({ name }) => exporter.begin(name),
    'export:write': ({ file, bytes }) => exporter.write(file, bytes),
    'export:commit': () => exporter.commit(),
    'export:discard': async () => {
      await exporter.discard();
      return ok(null);
    },
    'clipboard:write': async ({ text }) => {
      await clipboard.writeText(text);
      return ok(null);
    },
  };
}
