// Which room answers which channel.
import { clipboard, type WebContents } from 'electron';
import type { DeviceId } from '../../shared/evidence/ids.ts';
import type { AppInfo } from '../../shared/ipc.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Attempts } from '../attempts.ts';
import type { AutoLock } from '../auto-lock.ts';
import type { Exporter } from '../export/exporter.ts';
import { printOptions } from '../export/print-options.ts';
import type { Lockers } from '../lockers.ts';
import type { MainWindow } from '../main-window.ts';
import type { Handlers } from './handle.ts';

interface Rooms {
  readonly info: AppInfo;
  /** A new one after a restore. */
  readonly device: () => DeviceId;
  readonly lockers: Lockers;
  readonly attempts: Attempts;
  readonly window: MainWindow;
  readonly autoLock: AutoLock;
  readonly exporter: Exporter;
}

export function makeHandlers({
  info,
  device,
  lockers,
  attempts,
  window,
  autoLock,
  exporter,
}: Rooms): Handlers {
  // Asked at every call: the locker may be another one by then.
  const at = () => lockers.rooms;
  /** Ends the page once another locker was chosen. */
  const leave = async (chosen: Promise<Result<null>>, sender: WebContents) => {
    const result = await chosen;
    if (result.ok) await window.end(sender);
    return result; // heard only where it failed
  };
  return {
    'app:info': () => ok(info),
    'device:read': () => ok({ device: device() }),

    'folder:list': () => lockers.list(),
    'folder:read': ({ name, offset, lengthBytes }) => at().folder.read(name, offset, lengthBytes),
    'folder:append': ({ name, bytes, acks }) => at().folder.append(name, bytes, acks),
    'folder:create': ({ name, bytes }) => at().folder.create(name, bytes),
    'folder:replace': ({ name, bytes }) => at().folder.replace(name, bytes),
    'folder:begin-file': ({ name }) => at().folder.beginFile(name),
    'folder:write-part': ({ name, offset, bytes }) => at().folder.writePart(name, offset, bytes),
    'folder:commit-file': ({ name }) => at().folder.commitFile(name),
    'folder:discard-file': ({ name }) => at().folder.discardFile(name),
    'folder:retire': ({ name, lockerId }) => at().folder.retire(name, lockerId),
    'folder:remove': ({ name }) => at().folder.remove(name),

    'attempts:read': () => ok(attempts.read()),
    'attempts:write': ({ failed }) => {
      attempts.write(failed);
      return ok(null);
    },
    'backup:choose': ({ purpose }) => at().backups.choose(purpose),
    'backup:list': () => at().backups.list(),
    'backup:read': ({ name, offset, lengthBytes }) => at().backups.read(name, offset, lengthBytes),
    'backup:store': ({ name, rule }) => at().backups.store(name, rule),
    'backup:fetch': ({ name, rule }) => at().backups.fetch(name, rule),
    'backup:drop': ({ name }) => at().backups.drop(name),
    'backup:release': ({ whole }) => at().backups.release(whole),
    'restore:begin': () => at().restore.begin(),
    'restore:step': () => at().restore.step(),
    'restore:discard': () => at().restore.discard(),

    'lockers:read': () => ok(lockers.read()),
    'lockers:choose': ({ purpose }, sender) => leave(lockers.choose(purpose), sender),
    'lockers:open': ({ id }, sender) => leave(lockers.open(id), sender),
    'lockers:forget': ({ id }) => ok(lockers.forget(id)),
    'lockers:keep-recent': ({ on }) => ok(lockers.keepRecent(on)),

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
